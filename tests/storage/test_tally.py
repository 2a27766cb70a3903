"""A tally is read from indexes alone, so that it takes a moment also when a whole country answered."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from facilitator.storage import prepared, tallies
from facilitator.storage.prepared import Cursor
from tests.cast import ELENA, GIORGOS, MARIA, SIOBHAN
from tests.factories import Gathering, gather

FULL_SCANS = {f"SCAN {table}" for table in ("poll", "option", "response", "choice", "term")}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    yield made
    made.database.dispose()


def plans_of_tally(room: Gathering, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """How SQLite finds what each statement of a tally asks for: the steps in which it looks into a table."""
    poll = room.poll("barriers")
    plans: list[list[str]] = []

    def explain(connection: Connection, sql: str) -> AbstractContextManager[Any]:
        nothing = (None,) * sql.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", nothing).all()
        plans.append([row[3] for row in rows if row[3].startswith("SEARCH") or row[3] in FULL_SCANS])
        return Cursor(connection, sql)

    monkeypatch.setattr(prepared, "Cursor", explain)
    room.read(lambda work: tallies.of_polls(work, [poll.id]))
    return plans


def test_every_count_is_read_from_an_index(room: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    answers, ticks, others, terms, words = plans_of_tally(room, monkeypatch)
    leap = "SEARCH response USING COVERING INDEX ix_response_tally (poll_id=? AND is_not_applicable=?"
    assert answers == [
        "SEARCH poll USING INTEGER PRIMARY KEY (rowid=?)",
        f"{leap})",
        f"{leap} AND value>?)",
        f"{leap} AND value=?)",
        f"{leap} AND value=? AND second>?)",
        f"{leap} AND value=? AND second=?)",
    ]
    leap = "SEARCH choice USING COVERING INDEX ix_choice_tally (poll_id=? AND option_id=?"
    assert ticks == [
        "SEARCH option USING COVERING INDEX ix_option_poll_id (poll_id=?)",
        f"{leap})",
        f"{leap} AND value>?)",
        f"{leap} AND value=?)",
        f"{leap} AND value=? AND second>?)",
        f"{leap} AND value=? AND second=?)",
    ]
    assert others == ["SEARCH response USING INDEX ix_response_other (poll_id=?)"]
    assert terms == ["SEARCH term USING COVERING INDEX ix_term_tally (poll_id=?)"]
    assert words == ["SEARCH response USING INDEX ix_response_words (poll_id=?)"]


def test_a_tally_counts_people_ticks_and_words_apart(room: Gathering) -> None:
    room.answer(ELENA, "barriers", "Care", other="Nights")
    room.answer(GIORGOS, "barriers", "Care")
    room.answer(SIOBHAN, "barriers", "Care", other="The commute")
    poll = room.poll("barriers")
    tally = room.read(lambda work: tallies.of_polls(work, [poll.id]))[poll.id]
    assert (tally.answered, tally.not_applicable, tally.other_count, tally.by_value) == (3, 0, 2, {})
    assert sorted(tally.by_option.values()) == [3]
    assert {quote.text for quote in tally.quotes} == {"Nights", "The commute"}


def test_a_question_that_nobody_answered_has_an_empty_tally(room: Gathering) -> None:
    poll = room.poll("barriers")
    tally = room.read(lambda work: tallies.of_polls(work, [poll.id]))[poll.id]
    assert (tally.answered, tally.by_option, tally.quotes) == (0, {}, ())
