"""A crowd at the door: everybody gets a ticket, and the database is asked as often as for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import BadShape, DoorsLocked, NotFound, Refusal
from facilitator.services import joining
from facilitator.storage import people
from facilitator.storage.database import Work
from tests.cast import MARIA
from tests.factories import Gathering, gather
from tests.storage.test_queries import statements


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with groups."""
    made = gather(tmp_path)
    made.go_live()
    yield made
    made.database.dispose()


def join_together(room: Gathering, *wishes: dict[str, object]) -> list[str | Refusal]:
    """Come to the door in one transaction, as the writer lets a crowd in; a ticket or a refusal for each."""
    requests = [joining.parse({"code": room.code, **wish}) for wish in wishes]

    def carry_out(work: Work) -> list[str | Refusal]:
        joining.prepare_joins(work, requests)
        return [join(work, request) for request in requests]

    return room.write(carry_out)


def join(work: Work, request: joining.JoinRequest) -> str | Refusal:
    try:
        return joining.join(work, request)["ticket"]
    except Refusal as refusal:
        return refusal


def test_a_crowd_takes_as_many_statements_as_one(room: Gathering) -> None:
    with statements() as of_one:
        join_together(room, {})
    with statements() as of_many:
        join_together(room, *(dict[str, object](name=f"Number {number}") for number in range(40)))
    assert (len(of_one), len(of_many)) == (2, 2), "the door and the newcomers"


def test_everybody_gets_a_ticket_of_their_own_that_is_good(room: Gathering) -> None:
    before = room.read(lambda work: people.count_participants(work, room.session_id))
    tickets = join_together(room, {"name": "Ana"}, {"name": "Bo"}, {})
    assert len({str(ticket) for ticket in tickets}) == 3
    assert room.read(lambda work: people.count_participants(work, room.session_id)) == before + 3


def test_a_group_that_the_session_does_not_have_is_refused_and_keeps_nobody_else_out(room: Gathering) -> None:
    group = room.session().groups[0]
    before = room.read(lambda work: people.count_by_group(work, room.session_id))[group.id]
    right, wrong = join_together(room, {"group_id": group.id}, {"group_id": group.id + 1000})
    assert isinstance(right, str)
    assert isinstance(wrong, NotFound)
    assert room.read(lambda work: people.count_by_group(work, room.session_id))[group.id] == before + 1


def test_nobody_comes_in_while_the_doors_are_locked(room: Gathering) -> None:
    room.steer(MARIA, "lock_doors", locked=True)
    before = room.read(lambda work: people.count_participants(work, room.session_id))
    (refused,) = join_together(room, {})
    assert isinstance(refused, DoorsLocked)
    assert room.read(lambda work: people.count_participants(work, room.session_id)) == before


@pytest.mark.parametrize("group_id", [0, -1, 2**53, 2**63, 10**30, True, "1", 1.0, [1]])
def test_a_group_that_no_number_can_name_is_refused_before_anything_is_read(group_id: object) -> None:
    with pytest.raises(BadShape):
        joining.parse({"code": "K7P4QM", "group_id": group_id})


def test_the_largest_number_is_the_group_of_nobody(room: Gathering) -> None:
    (refused,) = join_together(room, {"group_id": 2**53 - 1})
    assert isinstance(refused, NotFound)
