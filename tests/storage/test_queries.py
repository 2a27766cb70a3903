"""What an answer and a snapshot cost in statements: the same for one person and for many."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import PropertyMock, patch

import pytest
from sqlalchemy import Connection, Engine, event

from facilitator.presenters.payloads import Audience
from facilitator.services import dispatch
from facilitator.services.crowds import prepare
from facilitator.services.orders import Order
from facilitator.services.state import shared_state
from facilitator.services.tickets import Ticket
from facilitator.storage import prepared
from facilitator.storage.database import Work
from facilitator.storage.prepared import Cursor
from tests.cast import ELENA, GIORGOS, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import Gathering, gather


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that reaches a database meanwhile."""
    seen: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:  # noqa: ANN401  the event's own
        seen.append(statement)

    def count_prepared(connection: Connection, sql: str) -> AbstractContextManager[Any]:
        seen.append(sql)
        return Cursor(connection, sql)

    event.listen(Engine, "before_cursor_execute", count)
    with patch.object(prepared, "Cursor", count_prepared):  # these go past the library, and so past its events
        yield seen
    event.remove(Engine, "before_cursor_execute", count)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    yield made
    made.database.dispose()


def crowd_of(room: Gathering, *people: Person) -> Callable[[Work], None]:
    """What some people's answers do in one transaction."""
    poll = room.poll("barriers")
    answer = {"kind": "choice", "option_ids": [poll.options[0].id], "other_text": None}
    calls: list[tuple[Ticket, Order]] = []
    for number, person in enumerate(people):
        sent = {"op_id": f"together-{len(people)}-{number:08d}", "name": "respond"}
        order = dispatch.parse({**sent, "args": {"poll_id": poll.id, "answer": answer}})
        calls.append((room.tickets[person], order))

    def carry_out(work: Work) -> None:
        prepare(work, calls)
        for ticket, order in calls:
            dispatch.perform(work, ticket, order)

    return carry_out


def answer_together(room: Gathering, *people: Person) -> int:
    """Answer as a crowd in one transaction; how many statements it took."""
    crowd = crowd_of(room, *people)
    with statements() as seen:
        room.write(crowd)
    return len(seen)


def test_three_answers_take_as_many_statements_as_one(room: Gathering) -> None:
    answer_together(room, ELENA)
    # Who, and how far their session is; sent before, the question, its options; answered before, the answer,
    # what was picked; the session's revision, the topic's, and that it was done.
    one = answer_together(room, ZOFIA)
    assert one == 10
    # One more: Elena answers again, so what she picked before is removed first.
    assert answer_together(room, GIORGOS, SIOBHAN, ELENA) == one + 1


def test_answers_do_without_the_mapper(room: Gathering) -> None:
    answer_together(room, ELENA)
    crowd = crowd_of(room, ZOFIA, GIORGOS)
    with patch.object(Work, "orm", new_callable=PropertyMock) as mapper:
        room.write(crowd)
    assert not mapper.called, "to have one made costs as much as a statement"


def test_a_question_is_made_anew_only_when_it_has_changed(room: Gathering) -> None:
    first = answer_together(room, ELENA)
    assert answer_together(room, ZOFIA) == first - 1
    room.steer(MARIA, "show_results", poll_id=room.poll("barriers").id, to="stage", shown=True)
    assert answer_together(room, GIORGOS) == first


def test_a_snapshot_takes_as_many_statements_for_many_answers_as_for_none(room: Gathering) -> None:
    with statements() as before:
        room.state(MARIA)
    for person in (ELENA, GIORGOS, SIOBHAN):
        room.answer(person, "barriers", "Care", other="Nights")
    with statements() as after:
        room.state(MARIA)
    assert len(after) == len(before)


def test_telling_every_audience_takes_as_many_statements_as_telling_one(room: Gathering) -> None:
    since = room.session().rev
    room.answer(ELENA, "barriers", "Care")

    def tell(*audiences: Audience) -> int:
        with statements() as seen:
            room.read(lambda work: shared_state(work, room.session_id, audiences, since))
        assert not [each for each in seen if "FROM board" in each], "no idea changed"
        return len(seen)

    first = tell("participant")
    assert tell("participant") == first - 1, "the question is at hand, as long as it does not change"
    assert tell("participant", "stage", "moderator") == first - 1
