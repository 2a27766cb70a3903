"""The demonstration counts answers a second time, in its own way: both ways must agree on every kind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from facilitator.demo.ledger import Ledger
from facilitator.demo.people import Person as Simulated
from facilitator.demo.recount import answer_row, lines_of
from facilitator.presenters.polls import poll_topic
from facilitator.services.counting import results_of
from tests.cast import MARIA, Person
from tests.factories import Gathering
from tests.kinds import ALL, open_all
from tests.takeaways import Row, from_json

ANSWER = (
    "options",
    "values",
    "seconds",
    "other_text",
    "value",
    "second",
    "not_applicable",
    "text",
    "words",
    "language",
)
LINE = ("part", "line", "count", "share", "average", "second", "firsts", "points", "language")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """Every later kind of question is open."""
    made = open_all(tmp_path)
    yield made
    made.database.dispose()


def asked(room: Gathering, title: str) -> dict[str, Any]:
    """The question as a browser has it."""
    poll = room.poll(title)
    result = room.read(lambda work: results_of(work, [poll]))[poll.id]
    return cast("dict[str, Any]", poll_topic(poll, result, "moderator"))


def frozen(row: Row, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(tuple(row[name]) if isinstance(row[name], list) else row[name] for name in names)


@pytest.mark.parametrize("title", ALL)
def test_what_simulated_people_answer_is_exported_as_they_were_told(room: Gathering, title: str) -> None:
    answers = []
    for number in range(12):
        guest = Person(name=f"Guest {number}")
        room.admit(guest)
        simulated = Simulated("", "", number, Ledger(), seed=len(title))
        answer = simulated._answer(asked(room, title))  # noqa: SLF001  what they would say
        room.send(guest, "respond", poll_id=room.poll(title).id, answer=answer)
        answers.append(answer)
    room.steer(MARIA, "end_session", confirm="END")
    question = asked(room, title)

    exported = [row for row in from_json(room, "answers") if row["poll"] == title]
    assert sorted(map(repr, (frozen(row, ANSWER) for row in exported))) == sorted(
        repr(answer_row(question, answer)) for answer in answers
    )
    lines = [row for row in from_json(room, "polls") if row["poll"] == title]
    counted = [tuple(getattr(line, name) for name in LINE) for line in lines_of(question, answers, len(answers))]
    assert sorted(map(repr, (frozen(row, LINE) for row in lines))) == sorted(map(repr, counted))
