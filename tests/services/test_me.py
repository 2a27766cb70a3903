"""What belongs to one person: nothing is asked for of who has left nothing yet, and nothing is missed of who has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.presenters.payloads import Me
from facilitator.services.state import OWN, read_me
from facilitator.storage import people
from facilitator.storage.database import Work
from facilitator.storage.tables import metadata
from tests.cast import ELENA, GIORGOS, MARIA, Person
from tests.factories import Gathering, gather
from tests.storage.test_queries import statements


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    yield made
    made.database.dispose()


def look_at(room: Gathering, person: Person) -> tuple[Me, int]:
    """A person's own things, and how many statements they took."""
    who = room.actor(person).participant_id or 0
    with statements() as seen:
        me = room.read(lambda work: read_me(work, who))
    return me, len([statement for statement in seen if statement.startswith("SELECT")])


def test_who_has_left_nothing_is_asked_for_in_one_statement(room: Gathering) -> None:
    room.answer(GIORGOS, "barriers", "Care")
    me, number = look_at(room, ELENA)
    assert me == {kind: {} for kind in Me.__annotations__}
    assert number == 1


def test_who_has_left_something_is_asked_for_it_and_for_nothing_else(room: Gathering) -> None:
    room.answer(ELENA, "barriers", "Care")
    me, number = look_at(room, ELENA)
    assert list(me["responses"]) == [str(room.poll("barriers").id)]
    assert {kind for kind, own in me.items() if own} == {"responses"}
    assert number == 3  # what there is, the answers, what was picked


def test_all_that_can_belong_to_a_person_is_read_from_a_table_that_names_people() -> None:
    assert OWN.keys() == Me.__annotations__.keys()
    kept = {table for table, _ in OWN.values()}
    assert kept == {table.name for table in metadata.sorted_tables if "participant_id" in table.columns}


def test_all_that_can_belong_to_a_person_is_looked_for_by_an_index(room: Gathering) -> None:
    with statements() as seen:
        room.read(lambda work: people.tables_of(work, 1))
    asked = seen[-1]

    def explain(work: Work) -> list[str]:
        found = work.orm.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", (1,) * asked.count("?")).all()
        return [str(row[3]) for row in found]

    steps = room.read(explain)
    belonging = {table.name for table in metadata.sorted_tables if "participant_id" in table.columns}
    assert {step.split()[1] for step in steps if step.startswith("SEARCH")} == belonging
    assert [step for step in steps if step.startswith("SCAN") and step != "SCAN CONSTANT ROW"] == []
