"""A tally is read from indexes alone, so that it takes a moment also when a whole country answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from facilitator.storage import polls
from facilitator.storage.database import Work
from tests.cast import ELENA, GIORGOS, MARIA, SIOBHAN
from tests.factories import Gathering, gather


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    yield made
    made.database.dispose()


def plans_of_tally(room: Gathering) -> list[str]:
    """How SQLite finds what each statement of a tally asks for."""
    poll = room.poll("barriers")
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    def explain(work: Work) -> list[str]:
        event.listen(Engine, "before_cursor_execute", note)
        polls.tallies(work, [poll.id])
        event.remove(Engine, "before_cursor_execute", note)
        connection = work.orm.connection()
        found = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all() for text, values in asked]  # type: ignore[arg-type]
        return ["; ".join(str(row[3]) for row in rows) for rows in found]

    return room.read(explain)


def test_every_count_is_read_from_an_index(room: Gathering) -> None:
    answers, ticks, others, terms, words = plans_of_tally(room)
    assert answers == "SEARCH response USING COVERING INDEX ix_response_tally (poll_id=?)"
    assert ticks == "SEARCH choice USING COVERING INDEX ix_choice_tally (poll_id=?)"
    assert others == "SEARCH response USING INDEX ix_response_other (poll_id=?)"
    assert terms == "SEARCH term USING COVERING INDEX ix_term_tally (poll_id=?)"
    assert words == "SEARCH response USING INDEX ix_response_words (poll_id=?)"


def test_a_tally_counts_people_ticks_and_words_apart(room: Gathering) -> None:
    room.answer(ELENA, "barriers", "Care", other="Nights")
    room.answer(GIORGOS, "barriers", "Care")
    room.answer(SIOBHAN, "barriers", "Care", other="The commute")
    poll = room.poll("barriers")
    tally = room.read(lambda work: polls.tallies(work, [poll.id]))[poll.id]
    assert (tally.answered, tally.not_applicable, tally.other_count, tally.by_value) == (3, 0, 2, {})
    assert sorted(tally.by_option.values()) == [3]
    assert {quote.text for quote in tally.quotes} == {"Nights", "The commute"}


def test_a_question_that_nobody_answered_has_an_empty_tally(room: Gathering) -> None:
    poll = room.poll("barriers")
    tally = room.read(lambda work: polls.tallies(work, [poll.id]))[poll.id]
    assert (tally.answered, tally.by_option, tally.quotes) == (0, {}, ())
