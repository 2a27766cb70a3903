"""Chatham House mode: no name, no organisation and no group comes out, whoever looks and wherever."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitator.domain.errors import NotLive, Overtaken, StillInUse
from facilitator.exports import FORMATS
from facilitator.presenters.results import results_page
from facilitator.services import exports, joining
from facilitator.services.harvest import read_harvest
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, NADIA, ZOFIA
from tests.factories import DEFINITION, Gathering, gather
from tests.grouping import crowd, fill
from tests.takeaways import from_json

CANARIES = (
    *("Maria Kowalczyk", "Anders Lindqvist", "Nadia Benhaddou", "Canary Works", "Nightingale Union"),
    *("Trade union", "Large employer", "trade-union", "canary@works.example"),
)
"""Names of hosts, organisations and groups, and how to reach somebody."""


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    """Groups were published, ideas were joined, and hosts did things under their names."""
    made = gather(tmp_path, DEFINITION.replace("        columns:", "        takes_joins: true\n        columns:", 1))
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    return made


def live(room: Gathering) -> None:
    """A session in which everything happens that could name somebody."""
    room.steer(MARIA, "open_poll", poll_id=room.poll("way").id)
    way = fill(room)
    if not room.session().is_chatham:
        room.steer(ANDERS, "publish_groups", poll_id=way)
        for to in ("stage", "phones"):
            room.steer(MARIA, "show_groups", poll_id=way, to=to, shown=True)
    room.steer(MARIA, "count_hands", poll_id=way, line_id=room.poll("way").options[0].id, count=3)
    board = room.board().id
    room.steer(ANDERS, "open_board", board_id=board)
    idea = room.suggest(ELENA, "Offer", "Mentors for newcomers").id
    room.steer(MARIA, "review_post", post_id=idea, state="approved")
    room.steer(MARIA, "reveal_board", board_id=board, revealed=True)
    for person, side, name in ((GIORGOS, "want", "Canary Works"), (ZOFIA, "offer", "Nightingale Union")):
        words = {"organisation": name, "country": "PL", "contact": "canary@works.example"}
        room.send(person, "join_post", post_id=idea, side=side, **words)
    room.steer(NADIA, "send_message", text="Welcome")
    for _ in range(10):
        room.send(MARIA, "count_turn", group_id=room.session().groups[0].id)


def what_comes_out(room: Gathering) -> Iterator[tuple[str, str]]:
    """Everything that leaves the house: frames, the door, the results page, every file."""
    for person in (MARIA, NADIA, BIG_SCREEN, ELENA, ZOFIA):
        yield person.name, json.dumps(room.state(person), ensure_ascii=False)
    yield "door", json.dumps(room.read(lambda work: joining.look_at_door(work, room.code)), ensure_ascii=False)
    yield "results", str(results_page(room.read(lambda work: read_harvest(work, room.actor(NADIA)))))
    for name in FORMATS:
        files: Mapping[str, bytes] = room.read(
            lambda work, name=name: exports.make_files(work, room.actor(NADIA), name)  # type: ignore[misc]
        )
        for file, content in files.items():
            yield from _parts(file, content)


def _parts(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    """A file as text; a workbook is an archive of texts."""
    if not file.endswith(".xlsx"):
        yield file, content.decode("utf-8", "replace")
        return
    with ZipFile(BytesIO(content)) as book:
        for name in book.namelist():
            yield f"{file}/{name}", book.read(name).decode("utf-8", "replace")


def taken_away(room: Gathering, table: str) -> str:
    return str(from_json(room, table))


def test_what_peers_did_together_names_people_without_the_mode(room: Gathering) -> None:
    live(room)
    room.admit(*crowd(None, 5))
    room.end()
    assert [canary for canary in CANARIES if canary in taken_away(room, "joins")] == [
        "Canary Works",
        "Nightingale Union",
    ]
    assert [canary for canary in CANARIES if canary in taken_away(room, "matches")] == [
        "Canary Works",
        "Nightingale Union",
    ]
    assert [canary for canary in CANARIES if canary in taken_away(room, "voices")] == ["Trade union", "Large employer"]


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_in_the_mode_joins_are_counted_and_nobody_is_named_whenever_it_began(room: Gathering, when: str) -> None:
    if when == "before":
        room.steer(MARIA, "set_chatham", on=True)
    live(room)
    room.admit(*crowd(None, 5))
    if when == "during":
        room.steer(MARIA, "set_chatham", on=True)
    room.end()
    if when == "after":
        room.steer(MARIA, "set_chatham", on=True)
    (row,) = from_json(room, "joins")
    assert (row["offers"], row["wants"], row["offered_by"], row["wanted_by"]) == (1, 1, [], [])
    assert (taken_away(room, "matches"), taken_away(room, "voices")) == ("[]", "[]")
    assert found(room) == set()


def found(room: Gathering) -> set[str]:
    return {canary for _, text in what_comes_out(room) for canary in CANARIES if canary in text}


def test_without_the_mode_all_canaries_sing(room: Gathering) -> None:
    live(room)
    assert found(room) == set(CANARIES)


def test_in_the_mode_none_does(room: Gathering) -> None:
    room.steer(MARIA, "set_chatham", on=True)
    live(room)
    assert found(room) == set()


def test_turned_on_in_the_middle_none_does_any_more(room: Gathering) -> None:
    live(room)
    room.steer(MARIA, "set_chatham", on=True)
    assert found(room) == set()
    room.steer(ANDERS, "send_message", text="Back in five minutes")
    with pytest.raises(Overtaken) as overtaken:
        room.send(MARIA, "send_message", text="Too late", version=0)
    assert overtaken.value.details["by"] == "A host"
    room.end()
    assert found(room) == set()


def test_everybody_is_told(room: Gathering) -> None:
    assert "is_chatham" not in room.state(ELENA)["topics"]["session"]  # type: ignore[operator]
    room.steer(MARIA, "set_chatham", on=True)
    for person in (ELENA, BIG_SCREEN, MARIA):
        topic = room.state(person)["topics"]["session"]
        assert topic is not None
        assert topic.get("is_chatham") is True
    assert room.read(lambda work: joining.look_at_door(work, room.code))["is_chatham"] is True


def test_who_came_in_under_the_rule_is_not_let_out_of_it(room: Gathering) -> None:
    room.steer(MARIA, "set_chatham", on=True)
    with pytest.raises(NotLive, match="stays on"):
        room.steer(MARIA, "set_chatham", on=False)
    with pytest.raises(NotLive, match="already"):
        room.steer(MARIA, "set_chatham", on=True)


def test_before_the_doors_open_it_can_be_turned_off(tmp_path: Path) -> None:
    made = gather(tmp_path)
    made.send(NADIA, "edit_session", is_chatham=True, least_group=7)
    assert (made.session().is_chatham, made.session().least_group) == (True, 7)
    made.steer(MARIA, "set_chatham", on=False)
    assert not made.session().is_chatham


def test_the_least_group_is_settled_once_people_were_told(room: Gathering) -> None:
    with pytest.raises(StillInUse):
        room.send(NADIA, "edit_session", least_group=3)
    with pytest.raises(StillInUse):
        room.send(NADIA, "edit_session", is_chatham=True)
    room.send(NADIA, "edit_session", least_group=5, title="A better title")
    assert room.session().title == "A better title"


def test_groups_are_not_told_in_the_mode(room: Gathering) -> None:
    room.steer(MARIA, "set_chatham", on=True)
    room.steer(MARIA, "open_poll", poll_id=room.poll("way").id)
    way = fill(room)
    topic = room.state(MARIA)["topics"][f"poll:{way}"]
    assert topic is not None
    assert topic.get("may_have_groups") is False
    with pytest.raises(NotLive):
        room.steer(MARIA, "publish_groups", poll_id=way)
