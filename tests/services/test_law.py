"""The snapshot law, for every command and every audience: old snapshot + change = fresh snapshot.

A browser that merges what it is sent holds exactly what a fresh page would show.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from facilitator.presenters.payloads import Ack
from facilitator.services.registry import COMMANDS
from tests.asking import STORIES as ASKING
from tests.asking import ask_the_speakers
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, NADIA, OSKAR, ZOFIA, Person
from tests.edits import STORIES as EDITS
from tests.factories import Gathering, gather
from tests.grouping import STORIES as GROUPING
from tests.grouping import fill
from tests.joining_stories import STORIES as JOINING
from tests.kinds import STORIES as WORDING
from tests.law import Held, merge
from tests.pairing import STORIES as PAIRING
from tests.promising import STORIES as PROMISING
from tests.rounds import STORIES as ROUNDS
from tests.services.board_stories import STORIES as BOARD

AUDIENCES = (MARIA, BIG_SCREEN, ELENA, GIORGOS)
Act = Callable[[Gathering], Ack]


@pytest.fixture
def gathering(tmp_path: Path, request: pytest.FixtureRequest) -> Gathering:
    """A live session in which much has happened, so that a wrong change has something to spoil."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    for name in ("way", "progress", "words"):
        made.steer(MARIA, "open_poll", poll_id=made.poll(name).id)
    made.answer(ELENA, "way", "Alone")
    made.answer(ZOFIA, "words", "Więcej czasu")
    made.steer(MARIA, "close_poll", poll_id=made.poll("way").id)
    made.steer(MARIA, "open_board", board_id=made.board().id)
    made.suggest(ELENA, "Offer", "Waiting for review")
    seen = made.suggest(GIORGOS, "Ask", "Approved and seen")
    made.steer(MARIA, "review_post", post_id=seen.id, state="approved")
    made.steer(MARIA, "reveal_board", board_id=made.board().id, revealed=True)
    made.send(ELENA, "support_post", post_id=seen.id, supported=True)
    ask_the_speakers(made)
    if request.node.name.partition("[")[2].removesuffix("]") in GROUPING:
        fill(made)
    return made


def barriers_opened(g: Gathering) -> Ack:
    return g.steer(MARIA, "open_poll", poll_id=g.poll("barriers").id).ack


def showing(to: str, *, shown: bool) -> Act:
    return lambda g: g.steer(MARIA, "show_results", poll_id=g.poll("words").id, to=to, shown=shown).ack


def reviewing(state: str) -> Act:
    return lambda g: g.steer(MARIA, "review_post", post_id=g.post("Waiting for review").id, state=state).ack


STORIES: dict[str, tuple[Act, ...]] = {
    **EDITS,
    **ROUNDS,
    **ASKING,
    **PROMISING,
    "count_turn": (
        lambda g: g.send(MARIA, "count_turn", group_id=g.session().groups[0].id).ack,
        lambda g: g.send(MARIA, "count_turn", group_id=g.session().groups[0].id, taken_back=True).ack,
    ),
    **GROUPING,
    **JOINING,
    **PAIRING,
    **BOARD,
    **WORDING,
    "respond": (
        lambda g: g.answer(ELENA, "progress", "Planned").ack,
        lambda g: g.answer(ELENA, "progress", "Not for us").ack,
        lambda g: g.answer(GIORGOS, "words", "Χρόνος").ack,
    ),
    "send_post": (
        lambda g: (
            g.send(
                ELENA,
                "send_post",
                board_id=g.board().id,
                column_id=g.board().columns[2].id,
                text="Something new",
                language="el",
            ).ack
        ),
    ),
    "edit_post": (
        lambda g: (
            g.send(ELENA, "edit_post", post_id=g.post("Waiting for review").id, text="Better said", language="en").ack
        ),
    ),
    "withdraw_post": (lambda g: g.send(ELENA, "withdraw_post", post_id=g.post("Waiting for review").id).ack,),
    "support_post": (
        lambda g: g.send(GIORGOS, "support_post", post_id=g.post("Approved and seen").id, supported=True).ack,
        lambda g: g.send(ELENA, "support_post", post_id=g.post("Approved and seen").id, supported=False).ack,
    ),
    "open_doors": (),
    "start_session": (),
    "end_session": (lambda g: g.steer(MARIA, "end_session", confirm="END").ack,),
    "lock_doors": (lambda g: g.steer(MARIA, "lock_doors", locked=True).ack,),
    "set_stage": (lambda g: g.steer(MARIA, "set_stage", view="blank").ack,),
    "send_message": (
        lambda g: g.steer(MARIA, "send_message", text="Five more minutes").ack,
        lambda g: g.steer(MARIA, "send_message", text="").ack,
    ),
    "go_to_item": (
        lambda g: g.steer(MARIA, "go_to_item", item_id=g.items()[1].id).ack,
        lambda g: g.steer(MARIA, "go_to_item", item_id=g.items()[0].id).ack,
        lambda g: g.send(NADIA, "edit_item", item_id=g.items()[1].id, opens_own=True).ack,
        lambda g: g.steer(MARIA, "go_to_item", item_id=g.items()[1].id).ack,
        lambda g: g.steer(MARIA, "go_to_item", item_id=g.items()[0].id, taken_back=True).ack,
    ),
    "skip_item": (
        lambda g: g.steer(MARIA, "skip_item", item_id=g.items()[2].id).ack,
        lambda g: g.steer(MARIA, "skip_item", item_id=g.items()[0].id).ack,
        lambda g: g.steer(MARIA, "skip_item", item_id=g.items()[2].id).ack,
    ),
    "add_minutes": (lambda g: g.steer(MARIA, "add_minutes", item_id=g.items()[0].id, minutes=3).ack,),
    "open_poll": (barriers_opened,),
    "close_poll": (lambda g: g.steer(MARIA, "close_poll", poll_id=g.poll("progress").id).ack,),
    "reopen_poll": (lambda g: g.steer(MARIA, "reopen_poll", poll_id=g.poll("way").id).ack,),
    "show_results": tuple(showing(to, shown=shown) for shown in (True, False) for to in ("stage", "phones")),
    "hide_quote": (
        lambda g: g.steer(MARIA, "show_results", poll_id=g.poll("words").id, to="phones", shown=True).ack,
        lambda g: (
            g.steer(
                MARIA,
                "hide_quote",
                poll_id=g.poll("words").id,
                quote_id=_quote(g),
                hidden=True,
            ).ack
        ),
    ),
    "open_board": (
        lambda g: g.steer(MARIA, "close_board", board_id=g.board().id).ack,
        lambda g: g.steer(MARIA, "open_board", board_id=g.board().id).ack,
    ),
    "close_board": (lambda g: g.steer(MARIA, "close_board", board_id=g.board().id).ack,),
    "reveal_board": (
        lambda g: g.steer(MARIA, "reveal_board", board_id=g.board().id, revealed=False).ack,
        lambda g: g.steer(MARIA, "reveal_board", board_id=g.board().id, revealed=True).ack,
    ),
    "review_post": tuple(reviewing(state) for state in ("approved", "hidden", "declined", "waiting")),
    "pin_post": (lambda g: g.steer(ANDERS, "pin_post", post_id=g.post("Approved and seen").id, pinned=True).ack,),
    "move_post": (
        lambda g: (
            g.steer(ANDERS, "move_post", post_id=g.post("Approved and seen").id, column_id=g.board().columns[0].id).ack
        ),
    ),
}


def _quote(g: Gathering) -> int:
    results = g.state(MARIA)["topics"][f"poll:{g.poll('words').id}"]["results"]  # type: ignore[typeddict-item, index]
    return int(results["quotes"][0]["id"])  # type: ignore[index]


def hold(gathering: Gathering, person: Person) -> Held:
    """What the person's browser holds after a fresh load."""
    return Held(gathering.state(person))


def test_every_command_has_a_story() -> None:
    assert set(STORIES) == set(COMMANDS)


@pytest.mark.parametrize("name", [name for name, acts in STORIES.items() if acts])
def test_a_browser_that_merges_holds_what_a_fresh_page_shows(gathering: Gathering, name: str) -> None:
    held = {person: hold(gathering, person) for person in AUDIENCES}
    for act in STORIES[name]:
        before = gathering.session().rev
        ack = act(gathering)
        assert ack["rev"] == before + 1
        for person, browser in held.items():
            browser.merge(gathering.state(person, since=browser.rev))
            assert browser.state == Held(gathering.state(person)).state


@pytest.mark.parametrize("name", [name for name, acts in STORIES.items() if acts])
def test_all_changes_at_once_give_the_same_as_one_by_one(gathering: Gathering, name: str) -> None:
    held = {person: hold(gathering, person) for person in AUDIENCES}
    for act in STORIES[name]:
        act(gathering)
    for person, browser in held.items():
        browser.merge(gathering.state(person, since=browser.rev))
        assert browser.state == Held(gathering.state(person)).state


def test_the_doors_and_the_start_obey_the_law_too(tmp_path: Path) -> None:
    gathering = gather(tmp_path)
    browser = hold(gathering, MARIA)
    for name in ("open_doors", "start_session"):
        gathering.steer(MARIA, name)
        browser.merge(gathering.state(MARIA, since=browser.rev))
        assert browser.state == Held(gathering.state(MARIA)).state
    assert browser.state["topics"]["session"]["state"] == "live"


def test_the_acknowledgement_alone_keeps_own_things_true(gathering: Gathering) -> None:
    browser = hold(gathering, ELENA)
    ack = gathering.answer(ELENA, "progress", "Done").ack
    assert browser.state["me"] != gathering.state(ELENA)["me"]
    assert merge(browser.state["me"], ack["me"]) == gathering.state(ELENA)["me"]


def test_a_refused_command_changes_nothing_for_anybody(gathering: Gathering, tmp_path: Path) -> None:
    elsewhere = gather(tmp_path, database=gathering.database)
    elsewhere.steer(MARIA, "open_doors")
    elsewhere.admit(OSKAR)
    before = {person: Held(gathering.state(person)).state for person in AUDIENCES}
    with pytest.raises(Refusal) as refused:
        elsewhere.send(OSKAR, "respond", poll_id=gathering.poll("progress").id, answer={})
    assert refused.value.code == "not_found"
    with pytest.raises(Refusal) as refused:
        gathering.answer(ELENA, "way", "In a team")
    assert refused.value.code == "poll_closed"
    assert {person: Held(gathering.state(person)).state for person in AUDIENCES} == before
