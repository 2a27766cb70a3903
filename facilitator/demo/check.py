"""Every exported figure and every figure by group, recomputed from what people were acknowledged."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from facilitator.demo import (
    asking,
    bygroup,
    ideas,
    joining,
    meeting,
    pairing,
    promising,
    rounds,
    sorting,
    speaking,
    weighing,
)
from facilitator.demo.recount import Counted, answer_row, lines_of
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences

ANSWER: Final = (
    *("poll_number", "options", "values", "seconds", "other_text", "value", "second", "not_applicable"),
    *("text", "words", "language"),
)
COUNTED: Final = tuple(field.name for field in fields(Counted))
ABOUT: Final = ("poll_number", "answered", "base", "not_applicable", "other_count", "mean")
LINE: Final = (*ABOUT, *COUNTED, *rounds.COLUMNS)


def mismatches(room: Room, taken: Taken | None = None) -> list[str]:
    """What differs between the books and the files, in words; empty when every figure is right."""
    taken = taken or Taken(room.host)
    return [
        *differences("answers", taken.rows("answers", ANSWER), _answers(room)),
        *differences("polls", taken.rows("polls", LINE), _lines(room)),
        *ideas.mismatches(room, taken),
        *weighing.mismatches(room, taken),
        *promising.mismatches(room, taken),
        *asking.mismatches(room, taken),
        *pairing.mismatches(room, taken),
        *joining.mismatches(room),
        *sorting.mismatches(room),
        *meeting.mismatches(room, taken),
        *speaking.turn_mismatches(room, taken),
        *speaking.kept_mismatches(room, taken),
        *bygroup.file_mismatches(room, taken),
        *_people(room, taken),
        *taken.formats(),
    ]


def _people(room: Room, taken: Taken) -> Iterator[str]:
    counted = taken.document["session"][0]["participants"]
    if counted != room.ledger.joined:
        yield f"session: {counted} people are counted, {room.ledger.joined} joined"


def _answers(room: Room) -> Iterator[Row]:
    for number, poll in room.polls():
        for answer in room.ledger.answers_to(poll["id"]):
            yield (number, *answer_row(poll, answer))


def _lines(room: Room) -> Iterator[Row]:
    numbers = {poll["id"]: number for number, poll in room.polls()}
    for number, poll in room.polls():
        answers = room.ledger.answers_to(poll["id"])
        without = sum(answer.get("not_applicable", False) for answer in answers)
        others = sum(answer.get("other_text") is not None for answer in answers)
        base = len(answers) - without
        mean = None
        if poll["kind"] == "scale" and base:
            mean = round(sum(answer["value"] or 0 for answer in answers) / base, 2)
        for line in lines_of(poll, answers, base):
            about = (number, len(answers), base, without, others, mean)
            counted = (getattr(line, name) for name in COUNTED)
            yield (*about, *counted, *rounds.columns_of(room, poll, line, numbers))
