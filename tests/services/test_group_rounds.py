"""Results by group over time: rounds of one question, and every kind that can be told by group."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import NotLive, SessionEnded, StillInUse
from tests.cast import ELENA, MARIA, Person
from tests.edits import edit, options_of
from tests.factories import DEFINITION, Gathering, gather
from tests.grouping import EMPLOYERS, UNION, crowd, fill, say, table_of, view_of
from tests.rounds import later

KINDS = """
      - {kind: ranking, title: What comes first, max_choices: 2, options: [Time, Money]}
      - {kind: points, title: Where to put points, budget: 5, options: [Train, Hire]}
      - kind: axes
        title: What helps
        options: [Mentors, Quotas]
        axes:
          - {title: Helps, low: Little, high: Much}
          - {title: Hard, low: Easy, high: Hard}
      - {kind: transfer, title: A practice from Lisbon}
"""


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    made = gather(tmp_path, DEFINITION.replace("  - {kind: break", f"{KINDS}  - {{kind: break", 1))
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("way").id)
    return made


def again(room: Gathering, first: int, **alone: int) -> int:
    """The second round, in which so many of each group's twenty people work alone. Returns its id."""
    poll_id = int(room.steer(MARIA, "repeat_poll", poll_id=first).ack["made"]["poll_id"])
    return answered(room, poll_id, **alone)


def answered(room: Gathering, poll_id: int, **alone: int) -> int:
    """A question is opened, answered by each group's twenty people, and closed."""
    room.steer(MARIA, "open_poll", poll_id=poll_id)
    options = next(poll for poll in room.polls() if poll.id == poll_id).options
    for group, many in alone.items():
        for number, person in enumerate(crowd(group, 20)):
            answer = {"kind": "choice", "option_ids": [options[number >= many].id], "other_text": None}
            room.send(person, "respond", poll_id=poll_id, answer=answer)
    room.steer(MARIA, "close_poll", poll_id=poll_id)
    return poll_id


def counts(room: Gathering, poll_id: int) -> list[list[int | None]]:
    return [[cell.count for cell in row.cells] for row in table_of(room, poll_id).rows]


def test_large_groups_are_told_in_numbers(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    assert sorted(map(str, counts(room, way))) == ["[11, 9, 0]", "[8, 12, 0]"]


def test_a_second_round_does_not_tell_that_one_person_moved(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    second = again(room, way, **{UNION: 9, EMPLOYERS: 11})
    room.steer(MARIA, "publish_groups", poll_id=second)
    assert [row[:2] for row in counts(room, second)] == [[None, None], [None, None]]


def test_a_corrected_word_does_not_make_a_second_round_another_question(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    second = int(room.steer(MARIA, "repeat_poll", poll_id=way).ack["made"]["poll_id"])
    options = next(poll for poll in room.polls() if poll.id == second).options
    corrected = [{"id": each.id, "text": f"{each.text}, mostly", "type": each.type} for each in options]
    edit(room, "edit_poll", poll_id=second, options=corrected)
    answered(room, second, **{UNION: 9, EMPLOYERS: 11})
    room.steer(MARIA, "publish_groups", poll_id=second)
    assert [row[:2] for row in counts(room, second)] == [[None, None], [None, None]]


def without_the_first(room: Gathering, first: int) -> int:
    """A second round in which one of the union is replaced by somebody new. Returns its id."""
    second = int(room.steer(MARIA, "repeat_poll", poll_id=first).ack["made"]["poll_id"])
    room.steer(MARIA, "open_poll", poll_id=second)
    options = next(poll for poll in room.polls() if poll.id == second).options
    newcomer = Person(name="A late unionist", group=UNION)
    room.admit(newcomer)
    for number, person in enumerate((*crowd(UNION, 20)[1:], newcomer, *crowd(EMPLOYERS, 20))):
        answer = {"kind": "choice", "option_ids": [options[number % 2].id], "other_text": None}
        room.send(person, "respond", poll_id=second, answer=answer)
    room.steer(MARIA, "close_poll", poll_id=second)
    return second


@pytest.mark.parametrize("is_started_over", [False, True])
def test_a_group_of_nearly_the_same_people_is_not_told_again(room: Gathering, *, is_started_over: bool) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    if is_started_over:
        room.steer(MARIA, "reset_poll", poll_id=way, confirm="RESET")
    second = without_the_first(room, way)
    room.steer(MARIA, "publish_groups", poll_id=second)
    (row,) = table_of(room, second).rows
    assert row.answered == 20


def test_a_question_that_was_told_by_group_cannot_be_taken_away_and_asked_anew(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    room.steer(MARIA, "reset_poll", poll_id=way, confirm="RESET")
    later(room, hours=25)
    with pytest.raises(StillInUse):
        edit(room, "remove_poll", poll_id=way)
    with pytest.raises(StillInUse):
        edit(room, "edit_poll", poll_id=way, options=[*options_of(room, "way")[1:], {"text": "Neither"}])


def test_who_was_told_of_by_group_is_forgotten_with_the_end(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    assert sorted(map(len, view_of(room, way).crowds.values())) == [20, 20]
    room.end()
    assert view_of(room, way).crowds == {}


def test_a_room_without_large_groups_publishes_nothing(room: Gathering) -> None:
    way = room.poll("way").id
    room.answer(ELENA, "way", "Alone")
    room.steer(MARIA, "close_poll", poll_id=way)
    with pytest.raises(NotLive, match="No group can be shown"):
        room.steer(MARIA, "publish_groups", poll_id=way)
    with pytest.raises(NotLive, match="not made yet"):
        room.steer(MARIA, "show_groups", poll_id=way, to="stage", shown=True)


def test_a_table_that_would_tell_nothing_is_not_made_and_can_be_made_later(room: Gathering) -> None:
    say(room, "way", UNION, alone=3, **{"in": 3})
    say(room, "way", EMPLOYERS, alone=3, **{"in": 3})
    way = room.poll("way").id
    room.steer(MARIA, "close_poll", poll_id=way)
    with pytest.raises(NotLive, match="too small to be told apart"):
        room.steer(MARIA, "publish_groups", poll_id=way)
    fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    assert len(table_of(room, way).rows) == 2


def test_a_table_is_not_shown_while_people_answer(room: Gathering) -> None:
    way = fill(room)
    room.steer(MARIA, "publish_groups", poll_id=way)
    room.steer(MARIA, "show_groups", poll_id=way, to="stage", shown=True)
    room.steer(MARIA, "reopen_poll", poll_id=way)
    assert not room.poll("way").are_groups_on_stage
    with pytest.raises(NotLive, match="may still answer"):
        room.steer(MARIA, "show_groups", poll_id=way, to="stage", shown=True)


def test_after_the_end_nobody_knows_the_groups_any_more(room: Gathering) -> None:
    way = fill(room)
    room.end()
    with pytest.raises(SessionEnded):
        room.steer(MARIA, "publish_groups", poll_id=way)


def test_places_points_and_ratings_are_told_by_group(room: Gathering) -> None:
    for group in (UNION, EMPLOYERS):
        room.admit(*crowd(group, 20))
    said: dict[str, Any] = {
        "What comes first": lambda ids, n: {"kind": "ranking", "option_ids": ids if n < 8 else ids[::-1]},
        "Where to put points": lambda ids, n: {
            "kind": "points",
            "picks": [{"option_id": each, "value": 1, "second": None} for each in (ids[:1] if n < 8 else ids)],
        },
        "What helps": lambda ids, n: {
            "kind": "axes",
            "picks": [{"option_id": each, "value": 5 if n < 8 else 1, "second": 3} for each in ids],
        },
        "A practice from Lisbon": lambda _, n: {
            "kind": "transfer",
            "value": 1,
            "second": 1 if n < 8 else 3,
            "text": "",
            "language": "en",
        },
    }
    for title, answer in said.items():
        poll = room.poll(title)
        room.steer(MARIA, "open_poll", poll_id=poll.id)
        for group in (UNION, EMPLOYERS):
            for number, person in enumerate(crowd(group, 20)):
                picked = answer([option.id for option in poll.options], number)
                room.send(person, "respond", poll_id=poll.id, answer=picked)
        room.steer(MARIA, "close_poll", poll_id=poll.id)
        room.steer(MARIA, "publish_groups", poll_id=poll.id)
    totals = {title: list(table_of(room, room.poll(title).id).totals) for title in said}
    assert totals == {
        "What comes first": [16, 24],
        "Where to put points": [40, 24],
        "What helps": [16, 16],
        "A practice from Lisbon": [16, 0, 24],
    }
