"""Results by group: made once, the same for every screen and file, and never telling of a few people."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import NotAllowed, NotLive
from facilitator.presenters.results import results_page
from facilitator.presenters.tables import tables_of
from facilitator.services.harvest import read_harvest
from tests.cast import BIG_SCREEN, ELENA, MARIA, NADIA, Person
from tests.factories import DEFINITION, Gathering, gather
from tests.law import Held

UNIONS = [Person(name=f"Union {n}", group="trade-union") for n in range(12)]
SERVICES = [Person(name=f"Service {n}", group="employment-service") for n in range(12)]
EMPLOYERS = [Person(name=f"Employer {n}", group="large-employer") for n in range(3)]
TRAINERS = [Person(name=f"Trainer {n}", group="training-provider") for n in range(4)]
WATCHER = Person(name="Watcher")


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    """Two large groups and two small ones have answered; the question is closed."""
    made = gather(tmp_path, DEFINITION)
    made.trust(BIG_SCREEN, role="stage")
    made.steer(MARIA, "open_doors")
    made.admit(*UNIONS, *SERVICES, *EMPLOYERS, *TRAINERS, WATCHER)
    made.steer(MARIA, "start_session")
    made.steer(MARIA, "open_poll", poll_id=made.poll("way").id)
    for number, person in enumerate((*UNIONS, *SERVICES, *EMPLOYERS, *TRAINERS)):
        made.answer(person, "way", "Alone" if number % 2 and person.group != "employment-service" else "In a team")
    made.steer(MARIA, "close_poll", poll_id=made.poll("way").id)
    return made


def publish(room: Gathering) -> None:
    room.steer(MARIA, "publish_groups", poll_id=room.poll("way").id)


def told(room: Gathering, person: Person) -> Any:  # noqa: ANN401  a payload of many shapes
    topic: Any = room.state(person)["topics"][f"poll:{room.poll('way').id}"]
    return topic.get("groups")


def test_large_groups_are_shown_and_small_ones_are_others(room: Gathering) -> None:
    publish(room)
    found = told(room, MARIA)
    assert {row["title"] for row in found["groups"]} == {"Trade union", "Employment service"}
    assert (found["answered"], found["others"], found["least"]) == (31, 7, 5)


def test_what_all_of_a_group_said_is_not_told_as_a_number(room: Gathering) -> None:
    publish(room)
    (services,) = [row for row in told(room, MARIA)["groups"] if row["title"] == "Employment service"]
    assert "exact" not in {cell["how"] for cell in services["cells"] if cell["high"] > 0 and cell["low"] < 12}
    assert all(cell["count"] in (None, 0) or cell["count"] >= 5 for cell in services["cells"])


def test_others_see_it_when_it_is_shown_to_them(room: Gathering) -> None:
    publish(room)
    assert (told(room, WATCHER), told(room, BIG_SCREEN)) == (None, None)
    poll_id = room.poll("way").id
    held = {person: Held(room.state(person)) for person in (WATCHER, BIG_SCREEN, MARIA)}
    room.steer(MARIA, "show_groups", poll_id=poll_id, to="phones", shown=True)
    room.steer(MARIA, "show_groups", poll_id=poll_id, to="stage", shown=True)
    assert told(room, WATCHER) == told(room, BIG_SCREEN) == told(room, MARIA)
    room.steer(MARIA, "show_groups", poll_id=poll_id, to="phones", shown=False)
    assert told(room, WATCHER) is None
    for person, browser in held.items():
        browser.merge(room.state(person, since=browser.rev))
        assert browser.state == Held(room.state(person)).state


def test_it_is_made_once_and_stands_still_whatever_comes_after(room: Gathering) -> None:
    publish(room)
    before = told(room, MARIA)
    poll_id = room.poll("way").id
    with pytest.raises(NotLive):
        publish(room)
    room.steer(MARIA, "reopen_poll", poll_id=poll_id)
    room.answer(UNIONS[0], "way", "In a team" if before else "Alone")
    room.answer(WATCHER, "way", "Alone")
    room.steer(MARIA, "close_poll", poll_id=poll_id)
    assert told(room, MARIA) == before
    with pytest.raises(NotLive):
        publish(room)


def test_while_people_answer_there_is_nothing_by_group(room: Gathering) -> None:
    room.steer(MARIA, "reopen_poll", poll_id=room.poll("way").id)
    with pytest.raises(NotLive):
        publish(room)
    with pytest.raises(NotLive):
        room.steer(MARIA, "show_groups", poll_id=room.poll("way").id, to="stage", shown=True)
    assert told(room, MARIA) is None


def test_own_words_are_never_told_by_group(room: Gathering) -> None:
    words = room.poll("words").id
    room.steer(MARIA, "open_poll", poll_id=words)
    room.steer(MARIA, "close_poll", poll_id=words)
    with pytest.raises(NotLive):
        room.steer(MARIA, "publish_groups", poll_id=words)


def test_only_hosts_make_it(room: Gathering) -> None:
    room.admit(ELENA)
    with pytest.raises(NotAllowed):
        room.send(ELENA, "publish_groups", poll_id=room.poll("way").id, version=room.poll("way").version)


def test_files_tell_what_the_screen_tells_and_stay_after_the_end(room: Gathering) -> None:
    publish(room)
    shown = told(room, MARIA)
    room.end()
    harvest = room.read(lambda work: read_harvest(work, room.actor(NADIA), with_rows=True))
    (table,) = [table for table in tables_of(harvest) if table.name == "groups"]
    rows = {(row[2], row[4]): (row[6], row[7]) for row in table.rows}
    assert rows == {
        (group["title"], line["label"]): (cell["count"], cell["share"])
        for group in shown["groups"]
        for line, cell in zip(shown["lines"], group["cells"], strict=True)
    }


def test_the_results_page_tells_what_the_screen_tells(room: Gathering) -> None:
    publish(room)
    page = results_page(room.read(lambda work: read_harvest(work, room.actor(NADIA))))
    (shown,) = [question.by_group for step in page.steps for question in step.questions if question.by_group]
    assert shown.heads == ["All (31)", "Trade union (12)", "Employment service (12)"]
    (alone,) = [list(cells) for label, cells in shown.rows if label == "Alone"]
    assert alone[1:] == ["6 (50 %)", "fewer than 5"]
    assert "7 people answered in no group that is shown." in shown.note
