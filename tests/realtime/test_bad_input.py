"""Bad input, over both ways in: refused with its code, changing nothing, disturbing nobody, hardly logged."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from facilitator.services import links
from tests.cast import ANDERS, ELENA, GIORGOS, MARIA, OSKAR
from tests.factories import gather
from tests.live import Live, living
from tests.wire import Json, RawSocket, envelope, post

TOO_DEEP = "[" * 10_000 + "]" * 10_000


@dataclass(frozen=True)
class Hall:
    """A live session with a neighbour, and somebody who watches whether anything is disturbed."""

    live: Live
    foreign_poll_id: int


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One server for all tests of this file: after each bad message it must still be as good as new."""
    with living(tmp_path_factory.mktemp("hall")) as live:
        g = live.gathering
        for name in ("way", "barriers", "words", "progress"):
            g.steer(MARIA, "open_poll", poll_id=g.poll(name).id)
        g.steer(MARIA, "close_poll", poll_id=g.poll("way").id)
        g.steer(MARIA, "open_board", board_id=g.board().id)
        g.answer(ELENA, "barriers", "Care")
        elsewhere = gather(Path(), database=g.database)
        elsewhere.steer(MARIA, "open_doors")
        elsewhere.steer(MARIA, "open_poll", poll_id=elsewhere.poll("words").id)
        elsewhere.admit(OSKAR)
        yield Hall(live=live, foreign_poll_id=elsewhere.poll("words").id)


Make = Callable[[Hall], str]


def command(name: str, **args: object) -> str:
    """A well-formed message with whatever arguments."""
    return json.dumps(envelope(name, **args))


def text_answer(poll_id: int, text: str) -> Json:
    return {"poll_id": poll_id, "answer": {"kind": "text", "text": text, "language": "el"}}


def _poll(hall: Hall, name: str) -> int:
    return hall.live.gathering.poll(name).id


def _respond(hall: Hall, name: str, answer: object, **more: object) -> str:
    return command("respond", poll_id=_poll(hall, name), answer=answer, **more)


def _choice(*option_ids: int) -> Json:
    return {"kind": "choice", "option_ids": list(option_ids), "other_text": None}


def _post(hall: Hall, text: str) -> str:
    board = hall.live.gathering.board()
    return command("send_post", board_id=board.id, column_id=board.columns[0].id, text=text, language="el")


BAD: dict[str, tuple[str, Make]] = {
    "an unknown command": ("unknown_command", lambda _: command("open_safe")),
    "no number": ("bad_shape", lambda _: json.dumps({"name": "respond", "args": {}})),
    "a number of one letter": ("bad_shape", lambda _: json.dumps({**envelope("respond"), "op_id": "a"})),
    "a missing field": ("bad_shape", lambda h: command("respond", poll_id=_poll(h, "barriers"))),
    "an extra field": ("bad_shape", lambda h: _respond(h, "barriers", _choice(1), session_id=2)),
    "a wrong type": ("bad_shape", lambda _: command("respond", poll_id="1", answer={})),
    "a true for a number": ("bad_shape", lambda _: command("respond", poll_id=True, answer={})),
    "a huge number": ("bad_shape", lambda _: command("respond", poll_id=10**40, answer={})),
    "no object": ("bad_shape", lambda _: '"respond"'),
    "nothing": ("bad_shape", lambda _: "null"),
    "depth": ("bad_shape", lambda _: TOO_DEEP[:8_000] + TOO_DEEP[-8_000:]),
    "another kind of answer": (
        "wrong_answer",
        lambda h: _respond(h, "barriers", {"kind": "scale", "value": 1, "not_applicable": False}),
    ),
    "an option that does not exist": ("wrong_answer", lambda h: _respond(h, "barriers", _choice(99_999))),
    "an option of another question": (
        "wrong_answer",
        lambda h: _respond(h, "barriers", _choice(h.live.gathering.poll("way").options[0].id)),
    ),
    "the same option twice": (
        "wrong_answer",
        lambda h: _respond(h, "barriers", _choice(*[h.live.gathering.poll("barriers").options[0].id] * 2)),
    ),
    "no option": ("wrong_answer", lambda h: _respond(h, "barriers", _choice())),
    "a step past the scale": (
        "wrong_answer",
        lambda h: _respond(h, "progress", {"kind": "scale", "value": 5, "not_applicable": False}),
    ),
    "another session's poll": ("not_found", lambda h: command("respond", **text_answer(h.foreign_poll_id, "x"))),
    "a poll that does not exist": ("not_found", lambda _: command("respond", **text_answer(99_999, "x"))),
    "a closed poll": ("poll_closed", lambda h: _respond(h, "way", _choice(1))),
    "281 characters": ("text_too_long", lambda h: _post(h, "ά" * 281)),
    "only space": ("text_missing", lambda h: _post(h, " \n\t ")),
    "a moderator's act": ("not_allowed", lambda h: command("open_poll", poll_id=_poll(h, "way"), version=0)),
    "somebody else's idea": ("not_found", lambda _: command("edit_post", post_id=1, text="x", language="el")),
}
"""What is wrong, the code that refuses it, and how it is made."""


def truth(hall: Hall) -> Json:
    """Everything that a moderator can see, but for the moment at which it was read."""
    state = hall.live.gathering.state(MARIA)
    return {part: state[part] for part in ("rev", "topics", "posts")}


@pytest.mark.parametrize("what", BAD)
def test_it_is_refused_over_both_ways_and_changes_nothing(hall: Hall, what: str) -> None:
    code, make = BAD[what]
    before, logged = truth(hall), len(hall.live.log_lines())
    elena, neighbour = hall.live.socket(ELENA), hall.live.socket(GIORGOS)

    over_socket = elena.ask("act", make(hall))
    status, over_http = hall.live.act_over_http(ELENA, make(hall))

    assert (over_socket["ok"], over_socket["code"]) == (False, code)
    assert (over_http["ok"], over_http["code"]) == (False, code)
    assert 400 <= status < 500
    assert truth(hall) == before
    assert len(hall.live.log_lines()) - logged <= 1
    for somebody in (elena, neighbour):
        assert somebody.ask("clock", "{}")["now_ms"] > 0
        somebody.close()


def test_ten_thousand_levels_are_refused_over_http(hall: Hall) -> None:
    shallow_enough_in_bytes = "[" * 8_000 + "]" * 8_000
    status, nack = hall.live.act_over_http(ELENA, shallow_enough_in_bytes)
    assert (status, nack["code"]) == (400, "bad_shape")
    status, nack = hall.live.act_over_http(ELENA, TOO_DEEP)
    assert (status, nack["code"]) == (413, "too_big")


@pytest.mark.parametrize("written", [r"\ud800", r"\u0000", r"\u001b"])
def test_what_cannot_be_written_is_refused(hall: Hall, written: str) -> None:
    before = truth(hall)
    sent = _post(hall, "PLACE").replace("PLACE", written)
    elena = hall.live.socket(ELENA)
    assert elena.ask("act", sent)["code"] in {"bad_shape", "bad_text"}
    elena.close()
    assert hall.live.act_over_http(ELENA, sent)[1]["code"] in {"bad_shape", "bad_text"}
    assert truth(hall) == before


def test_a_message_of_20_kilobytes_ends_the_socket_and_is_refused_over_http(hall: Hall) -> None:
    before, logged = truth(hall), len(hall.live.log_lines())
    neighbour, elena = hall.live.socket(GIORGOS), hall.live.socket(ELENA)
    elena.send("420" + json.dumps(["act", envelope("respond", padding="x" * 20_000)]))
    assert elena.closes_with() == 1009
    status, nack = hall.live.act_over_http(ELENA, json.dumps(envelope("respond", padding="x" * 20_000)))
    assert (status, nack["code"]) == (413, "too_big")
    assert truth(hall) == before
    assert len(hall.live.log_lines()) - logged <= 1
    assert neighbour.ask("clock", "{}")["now_ms"] > 0
    neighbour.close()


def test_an_old_number_gets_the_old_reply_and_does_nothing(hall: Hall) -> None:
    g = hall.live.gathering
    sent = envelope("respond", **text_answer(g.poll("words").id, "Χρόνος"))
    elena = hall.live.socket(ELENA)
    first = elena.act(sent)
    before = truth(hall)
    again = elena.act(sent)
    status, over_http = hall.live.act_over_http(ELENA, json.dumps(sent))
    assert first["ok"] is again["ok"] is over_http["ok"] is True
    assert first["receipt"] == again["receipt"] == over_http["receipt"]
    assert status == 200
    other = {**sent, "args": text_answer(g.poll("words").id, "Κόστος")}
    assert elena.act(other)["code"] == "op_reused"
    assert hall.live.act_over_http(ELENA, json.dumps(other))[1]["code"] == "op_reused"
    assert truth(hall) == before
    elena.close()


def test_a_wrong_ticket_gets_nowhere(hall: Hall) -> None:
    before = truth(hall)
    for ticket in ("p.AAAAAAAAAAAAAAAAAAAAAA", "l.nonsense", "l.", "", "p.", "x" * 500, "o.[1,0,1]"):
        stranger = RawSocket(hall.live.served.base, ticket)
        assert stranger.answer.startswith("44")
        assert '"code":"ticket_unknown"' in stranger.answer.replace(" ", "")
        stranger.close()
        for path in ("/api/act", "/api/act?x=1"):
            sent = command("set_stage", view="blank", version=hall.live.gathering.session().version)
            status, nack = post(hall.live.served.base, path, ticket, sent)
            assert (status, nack["code"]) == (403, "ticket_unknown")
    assert truth(hall) == before


def test_a_revoked_link_is_refused_at_once_and_its_socket_is_told(hall: Hall) -> None:
    g = hall.live.gathering
    anders = hall.live.socket(ANDERS)
    owner = g.session().owner_id
    assert owner is not None
    link_id = g.tickets[ANDERS].link_id  # type: ignore[union-attr]
    g.write(lambda work: links.revoke(work, owner, g.public_id, link_id))
    sent = envelope("set_stage", view="blank", version=g.session().version)
    before = truth(hall)

    assert hall.live.act_over_http(ANDERS, json.dumps(sent))[1]["code"] == "link_revoked"
    assert anders.until("bye")["code"] == "link_revoked"
    again = hall.live.socket(ANDERS)
    assert '"link_revoked"' in again.answer
    assert truth(hall) == before
    again.close()


def test_a_form_of_another_site_is_not_understood(hall: Hall) -> None:
    sent = json.dumps(envelope("respond"))
    headers = {"Authorization": f"Bearer {hall.live.ticket(ELENA)}", "Content-Type": "text/plain"}
    answer = requests.post(hall.live.served.base + "/api/act", data=sent, headers=headers, timeout=10)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_shape")
