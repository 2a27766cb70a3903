"""Who is being heard: in words, by group, never by person, and not at all of a small group."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.domain.errors import NotAllowed, NotFound, SessionEnded
from facilitator.domain.voice import Heard, voices
from facilitator.presenters.payloads import VoicePayload
from facilitator.services.voice import read_voices
from tests.cast import MARIA, Person
from tests.factories import DEFINITION, Gathering, gather

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def hearing(*groups: Heard, now: datetime = NOON) -> list[tuple[str, bool]]:
    told = voices(groups, since=NOON - timedelta(hours=1), now=now, silent_after=QUARTER)
    return [(each.heard, each.is_silent) for each in told]


def test_a_group_is_heard_beside_its_share_of_the_people() -> None:
    just_now = NOON - timedelta(minutes=1)
    assert hearing(
        Heard(group_id=1, people=10, contributions=40, heard_at=just_now),
        Heard(group_id=2, people=10, contributions=4, heard_at=just_now),
        Heard(group_id=3, people=5, contributions=10, heard_at=just_now),
        Heard(group_id=4, people=5, contributions=0, heard_at=None),
    ) == [("more", False), ("less", False), ("fair", False), ("not_yet", True)]


def test_a_moment_is_told_in_steps_and_silence_is_counted_from_the_step() -> None:
    (told,) = voices(
        [Heard(group_id=1, people=5, contributions=1, heard_at=NOON + timedelta(minutes=7, seconds=31))],
        since=NOON,
        now=NOON + timedelta(minutes=19),
        silent_after=QUARTER,
    )
    assert (told.heard_at, told.is_silent) == (NOON + timedelta(minutes=5), False)


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    """Six people of unions, six of employment services, two of large employers."""
    made = gather(tmp_path, DEFINITION)
    made.steer(MARIA, "open_doors")
    made.steer(MARIA, "start_session")
    for number, group in enumerate(["trade-union"] * 6 + ["employment-service"] * 6 + ["large-employer"] * 2):
        made.admit(Person(name=f"Guest {number}", group=group))
    return made


def heard(room: Gathering) -> dict[str, VoicePayload]:
    return {each["title"]: each for each in room.read(lambda work: read_voices(work, room.session_id))}


def group(room: Gathering, title: str) -> int:
    return next(each.id for each in room.session().groups if each.title == title)


def guests(room: Gathering, key: str) -> list[Person]:
    return [person for person in room.tickets if person.group == key]


def test_a_small_group_is_not_told_of_nor_can_it_be_told_by_subtraction(room: Gathering) -> None:
    shown = set(heard(room))
    assert "Large employer" not in shown
    assert len(shown) == 1, "two employers alone would be known from the rest"


def test_answers_count_once_their_question_is_closed(room: Gathering) -> None:
    for number in range(5):
        room.admit(Person(name=f"Boss {number}", group="large-employer"))
    room.steer(MARIA, "open_poll", poll_id=room.poll("way").id)
    for person in guests(room, "trade-union"):
        room.answer(person, "way", "Alone")
    assert {each["heard"] for each in heard(room).values()} == {"not_yet"}
    room.steer(MARIA, "close_poll", poll_id=room.poll("way").id)
    assert {title: each["heard"] for title, each in heard(room).items()} == {
        "Trade union": "more",
        "Employment service": "not_yet",
        "Large employer": "not_yet",
    }


def test_a_turn_is_counted_with_one_act_and_can_be_taken_back(room: Gathering) -> None:
    for number in range(5):
        room.admit(Person(name=f"Boss {number}", group="large-employer"))
    boss = group(room, "Large employer")
    room.send(MARIA, "count_turn", group_id=boss)
    assert heard(room)["Large employer"]["heard"] == "more"
    room.send(MARIA, "count_turn", group_id=boss, taken_back=True)
    assert heard(room)["Large employer"]["heard"] == "not_yet"
    with pytest.raises(NotFound):
        room.send(MARIA, "count_turn", group_id=boss, taken_back=True)


def test_the_log_does_not_say_who_spoke(room: Gathering) -> None:
    room.send(MARIA, "count_turn", group_id=group(room, "Trade union"))
    (said, *_) = room.state(MARIA)["topics"]["acts"]["acts"]  # type: ignore[typeddict-item, index]
    assert (said["act"], said["what"]) == ("count_turn", "")


def test_turns_are_the_hosts_to_count_while_the_session_is_live(room: Gathering) -> None:
    with pytest.raises(NotAllowed):
        room.send(guests(room, "trade-union")[0], "count_turn", group_id=None)
    with pytest.raises(NotFound):
        room.send(MARIA, "count_turn", group_id=999_999)
    room.end()
    with pytest.raises(SessionEnded):
        room.send(MARIA, "count_turn", group_id=None)
