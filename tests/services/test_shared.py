"""A snapshot that many share: read once, written once, and never older than what was sent."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.presenters.payloads import State
from facilitator.realtime.packets import StrictJson
from facilitator.services.shared import APART, Common, SharedStates
from facilitator.services.state import read_state
from tests.cast import ELENA, GIORGOS, MARIA
from tests.factories import Gathering, gather
from tests.storage.test_queries import statements

TIGHT = (",", ":")
EMPTY: State = {
    "rev": 1,
    "since": None,
    "now_ms": 0,
    "topics": {},
    "posts": {},
    "questions": {},
    "joins": {},
    "me": None,
}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question and an answer in words that need care in writing."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    made.steer(MARIA, "send_message", text='Wir fangen an: „gleich", <jetzt> \\ now')
    yield made
    made.database.dispose()


def look(room: Gathering, shared: SharedStates) -> State:
    return room.read(lambda work: shared.get(work, room.session_id, "participant"))


def test_what_is_shared_is_what_everybody_would_read_alone(room: Gathering) -> None:
    state = look(room, SharedStates())
    alone = room.read(lambda work: read_state(work, room.actor(ELENA), None))
    assert {**state, "now_ms": 0, "me": None} == {**alone, "now_ms": 0, "me": None}


def test_a_crowd_reads_once(room: Gathering) -> None:
    shared = SharedStates()
    look(room, shared)
    with statements() as seen:
        for _ in range(20):
            look(room, shared)
    assert [statement for statement in seen if statement.startswith("SELECT")] == []


def test_a_snapshot_is_not_older_than_what_was_sent(room: Gathering) -> None:
    shared = SharedStates()
    before = look(room, shared)
    room.answer(ELENA, "barriers", "Care")
    assert look(room, shared)["rev"] == before["rev"]
    shared.sent(room.session_id, "participant", before["rev"] + 1)
    assert look(room, shared)["rev"] == before["rev"] + 1


def test_with_what_is_ones_own_it_reads_as_if_it_were_written_whole(room: Gathering) -> None:
    shared = SharedStates()
    room.answer(ELENA, "barriers", "Care")
    for person in (ELENA, GIORGOS):
        state = look(room, shared)
        state["me"] = room.state(person)["me"]
        text = StrictJson.dumps(["snapshot", state], TIGHT)
        assert json.loads(text) == ["snapshot", state]
        assert text.count('"me":') == text.count('"now_ms":') == text.count('"topics":') == 1


def test_what_is_common_is_written_once() -> None:
    common, written = Common(EMPTY), []

    def write(part: object) -> str:
        written.append(part)
        return "text"

    assert [common.text(write), common.text(write)] == ["text", "text"]
    assert written == [{key: part for key, part in EMPTY.items() if key not in APART}]
