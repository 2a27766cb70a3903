"""Counting by leaps finds what counting one by one would, whatever was answered, and where there is none."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select
from sqlalchemy.orm import Session

from facilitator.domain.base import random_id
from facilitator.domain.polls.poll import Response
from facilitator.storage import tallies
from facilitator.storage.counts import count_by
from facilitator.storage.database import Work
from tests.factories import Gathering, gather

Answer = tuple[bool, int | None, int | None]
ANSWERS = st.tuples(st.booleans(), st.none() | st.integers(-2, 2), st.none() | st.integers(0, 2))
WHO, WHAT = Column("who", Integer, nullable=False), Column("what", Integer)
SHOPPING = Table("shopping", MetaData(), WHO, WHAT)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session."""
    made = gather(tmp_path)
    made.go_live()
    yield made
    made.database.dispose()


def fill(work: Work, poll_id: int, answers: list[Answer]) -> None:
    """Answers of people whose names were forgotten."""
    common = {"poll_id": poll_id, "participant_id": None, "saved_at": work.now, "receipt": "NOBODY", "is_hidden": False}
    rows = [
        {"id": random_id(), "is_not_applicable": without, "value": value, "second": second, **common}
        for without, value, second in answers
    ]
    if rows:
        work.orm.execute(insert(Response), rows)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=st.lists(ANSWERS, max_size=30), other=st.lists(ANSWERS, max_size=5))
def test_every_combination_is_counted_and_none_is_made_up(
    room: Gathering, one: list[Answer], other: list[Answer]
) -> None:
    first, second, *_ = room.polls()

    def count(work: Work) -> dict[int, tallies.Answers]:
        trial = work.orm.begin_nested()
        fill(work, first.id, one)
        fill(work, second.id, other)
        counted = tallies.answers_of(work, [first.id, second.id])
        trial.rollback()
        return counted

    assert room.write(count) == {first.id: dict(Counter(one)), second.id: dict(Counter(other))}


def test_what_nobody_has_is_counted_as_none() -> None:
    engine = create_engine("sqlite://")
    SHOPPING.metadata.create_all(engine)
    with Session(engine) as work:
        work.execute(insert(SHOPPING), [{"who": 1, "what": 7}, {"who": 1, "what": None}, {"who": 1, "what": 7}])
        known = select(SHOPPING.c.who).distinct()
        found = cast("list[Any]", work.execute(count_by(known, (SHOPPING.c.who, SHOPPING.c.what))).all())
    assert sorted(found, key=str) == [(1, 7, 2), (1, None, 1)]
