"""Statements of crowds: the text is made once for each size, whatever is given is found, whatever database it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, make_url, select
from sqlalchemy.exc import IntegrityError

from facilitator.domain.people import Participant
from facilitator.domain.records import Op
from facilitator.storage.database import Work
from facilitator.storage.prepared import Prepared
from tests.cast import ELENA, GIORGOS, SIOBHAN
from tests.factories import Gathering, gather

PEOPLE = select(Participant.name, Participant.id).where(Participant.name.in_(bindparam("names", expanding=True)))


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """An open transaction, with three people who joined."""
    room: Gathering = gather(tmp_path)
    room.go_live()
    with room.database.writing() as opened:
        yield opened
    room.database.dispose()


@pytest.mark.parametrize("people", [(), (ELENA,), (ELENA, GIORGOS), (ELENA, GIORGOS, SIOBHAN)])
def test_it_finds_as_many_as_are_asked_for_and_nobody_twice(work: Work, people: tuple[object, ...]) -> None:
    names = [person.name for person in (ELENA, GIORGOS, SIOBHAN) if person in people]
    found = Prepared(PEOPLE).find(work.connection, {"names": names})
    assert sorted(name for name, _ in found) == sorted(names)


def test_few_texts_are_made_for_lists_of_any_length(work: Work) -> None:
    prepared = Prepared(PEOPLE)
    for number in range(1, 257):
        prepared.find(work.connection, {"names": [f"Number {each}" for each in range(number)]})
    assert [key[1] for key in prepared._texts] == [1, 2, 4, 8, 16, 32, 64, 128, 256]  # noqa: SLF001  what it keeps


def test_what_the_driver_does_not_know_is_told_as_the_mapper_would(work: Work) -> None:
    people = work.orm.scalars(select(Participant)).all()
    shared = {"session_id": people[0].session_id, "fingerprint": "0" * 64, "reply": {"ok": True}, "done_at": work.now}
    rows = [{"actor": f"p{person.id}", "op_id": "the-same-number", **shared} for person in people]
    Prepared(insert(Op)).run(work.connection, rows)
    stored = work.orm.scalars(select(Op).where(Op.op_id == "the-same-number")).all()
    assert [(op.reply, op.done_at) for op in stored] == [({"ok": True}, work.now)] * len(people)


def test_times_are_made_of_what_is_found_for_who_asks(work: Work) -> None:
    joined = Prepared(select(Participant.joined_at, Participant.name).where(Participant.name == bindparam("name")))
    (raw,) = joined.find(work.connection, {"name": ELENA.name})
    (made,) = joined.find(work.connection, {"name": ELENA.name}, is_made=True)
    elena = work.orm.scalars(select(Participant).where(Participant.name == ELENA.name)).one()
    assert isinstance(raw[0], str), "as the driver of SQLite gives it"
    assert list(made) == [elena.joined_at, ELENA.name]


def test_a_row_that_leaves_a_place_empty_is_refused(work: Work) -> None:
    with pytest.raises(KeyError):
        Prepared(insert(Op)).run(work.connection, [{"actor": "p1"}])


def test_a_driver_that_fails_says_so_as_the_library_would_and_tells_nothing_of_what_was_given(work: Work) -> None:
    row = {"actor": "p1", "op_id": "twice", "fingerprint": "Elena", "reply": {"ok": True}, "done_at": work.now}
    with pytest.raises(IntegrityError) as failed:
        Prepared(insert(Op)).run(work.connection, [{**row, "session_id": 1}] * 2)
    assert "UNIQUE constraint failed" in str(failed.value)
    assert "Elena" not in str(failed.value)


def test_postgresql_gets_its_own_text() -> None:
    dialect = make_url("postgresql+psycopg:///").get_dialect()()
    text = Prepared(PEOPLE)._text(dialect, {"names": 2})  # noqa: SLF001  no such server is here
    assert text.sql.endswith("IN (%(names_1)s::VARCHAR, %(names_2)s::VARCHAR)")
    assert text.told({"names": ["Elena", "Giorgos"]}) == {"names_1": "Elena", "names_2": "Giorgos"}
