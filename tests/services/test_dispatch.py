"""The one command path: what is late, what is repeated, and what is neither."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from facilitator.domain.errors import PollClosed, Superseded
from facilitator.presenters.payloads import Me, MeChange
from facilitator.services import dispatch
from facilitator.services.dispatch import Done
from tests.cast import ELENA, GIORGOS, MARIA, Person
from tests.factories import Gathering, gather

FIRST, SECOND, THIRD = (f"elena-says-it-{number:06d}" for number in (1, 2, 3))


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    """A live session in which it is asked which barriers matter."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    return made


def answer(room: Gathering, op_id: str, label: str, *, by: Person = ELENA, instead_of: Sequence[str] = ()) -> Done:
    """An answer as the wire brings it."""
    poll = room.poll("barriers")
    (chosen,) = [option.id for option in poll.options if option.text == label]
    args = {"poll_id": poll.id, "answer": {"kind": "choice", "option_ids": [chosen], "other_text": None}}
    order = dispatch.parse({"op_id": op_id, "name": "respond", "args": args, "instead_of": list(instead_of)})
    return room.write(lambda work: dispatch.perform(work, room.tickets[by], order))


def own(room: Gathering, me: Me | MeChange | None) -> list[str]:
    """What somebody's own answer says, in words."""
    poll, mine = room.poll("barriers"), cast("Any", me)
    chosen = mine["responses"][str(poll.id)]["option_ids"]
    return [option.text for option in poll.options if option.id in chosen]


def test_a_first_answer_that_comes_after_the_one_that_replaced_it_changes_nothing(room: Gathering) -> None:
    answer(room, SECOND, "Cost", instead_of=[FIRST])
    before = room.state(ELENA)
    for _ in range(2):
        with pytest.raises(Superseded):
            answer(room, FIRST, "Care")
    after = room.state(ELENA)
    assert own(room, after["me"]) == ["Cost"]
    assert (after["rev"], after["topics"], after["me"]) == (before["rev"], before["topics"], before["me"])


def test_a_first_answer_that_nobody_replaced_is_taken_however_late_it_is(room: Gathering) -> None:
    answer(room, SECOND, "Cost")
    answer(room, FIRST, "Care")
    assert own(room, room.state(ELENA)["me"]) == ["Care"]


def test_what_was_carried_out_already_is_acknowledged_again_also_when_it_was_replaced(room: Gathering) -> None:
    first = answer(room, FIRST, "Care")
    answer(room, SECOND, "Cost", instead_of=[FIRST])
    again = answer(room, FIRST, "Care")
    assert (again.is_repeat, again.ack["receipt"], again.ack["rev"]) == (True, first.ack["receipt"], first.ack["rev"])
    assert own(room, room.state(ELENA)["me"]) == ["Cost"]


def test_a_repeated_answer_brings_the_own_things_as_they_are_now(room: Gathering) -> None:
    first = answer(room, FIRST, "Care")
    assert own(room, first.ack["me"]) == ["Care"]
    answer(room, SECOND, "Cost")
    again = answer(room, FIRST, "Care")
    assert own(room, again.ack["me"]) == ["Cost"]
    assert again.ack["me"] == room.state(ELENA)["me"]


def test_a_newer_answer_that_is_refused_puts_nothing_off(room: Gathering) -> None:
    room.steer(MARIA, "close_poll", poll_id=room.poll("barriers").id)
    with pytest.raises(PollClosed):
        answer(room, SECOND, "Cost", instead_of=[FIRST])
    room.steer(MARIA, "reopen_poll", poll_id=room.poll("barriers").id)
    answer(room, FIRST, "Care")
    assert own(room, room.state(ELENA)["me"]) == ["Care"]


def test_nobody_puts_off_what_another_person_sends(room: Gathering) -> None:
    answer(room, SECOND, "Cost", instead_of=[FIRST])
    answer(room, FIRST, "Care", by=GIORGOS)
    assert own(room, room.state(GIORGOS)["me"]) == ["Care"]


def test_several_may_be_replaced_by_one(room: Gathering) -> None:
    answer(room, THIRD, "Shifts", instead_of=[FIRST, SECOND])
    for op_id in (SECOND, FIRST):
        with pytest.raises(Superseded):
            answer(room, op_id, "Care")
    assert own(room, room.state(ELENA)["me"]) == ["Shifts"]
