"""What is kept at the end of a session: the links to people go, what may be told of them stays the same."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.closing import Closing, contacts_told
from facilitator.storage import closings, joins
from tests.cast import ELENA, GIORGOS, MARIA, SIOBHAN
from tests.cooperating import make, meet, shake, speak
from tests.factories import Gathering
from tests.takeaways import from_json


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    made = make(tmp_path)
    meet(made)
    return made


def kept(room: Gathering) -> Closing:
    found = room.read(lambda work: closings.find(work, room.session_id))
    assert found is not None
    return found


def matches(room: Gathering) -> Any:  # noqa: ANN401  a topic
    return room.state(MARIA)["topics"]["matches"]


@pytest.mark.parametrize(
    ("agreed", "possible", "told"),
    [
        (0, 4, (0, 4)),
        (4, 4, (0, 4)),
        (9, 9, (0, 9)),
        (0, 10, (0, 4)),
        (4, 10, (0, 4)),
        (5, 10, (5, 5)),
        (6, 10, (6, 10)),
        (10, 10, (6, 10)),
        (7, 40, (7, 7)),
    ],
)
def test_a_few_handshakes_are_not_told_from_none_nor_all_from_nearly_all(
    agreed: int, possible: int, told: tuple[int, int]
) -> None:
    found = contacts_told(agreed, possible, least=5)
    assert (found.low, found.high) == told


def test_nothing_is_kept_before_the_end(room: Gathering) -> None:
    assert room.read(lambda work: closings.find(work, room.session_id)) is None
    assert from_json(room, "session")[0]["contacts_exchanged"] is None


def test_handshakes_are_counted_and_forgotten(room: Gathering) -> None:
    shake(room, ELENA, GIORGOS)
    _half(room)
    assert room.read(lambda work: joins.count_handshakes(work, room.session_id)) == (1, 2)
    room.end()
    assert room.read(lambda work: joins.count_handshakes(work, room.session_id)) == (0, 2)
    assert (kept(room).contacts_possible, kept(room).contacts_low, kept(room).contacts_high) == (2, 0, 2)
    assert from_json(room, "session")[0]["contacts_exchanged"] == "not told"


def test_suggestions_and_their_reasons_are_the_same_after_the_end(room: Gathering) -> None:
    before, rows = matches(room), (from_json(room, "matches"), from_json(room, "joins"))
    assert [match["is_across_groups"] for match in before["matches"]] == [True, True, False]
    room.end()
    assert matches(room) == before
    assert (from_json(room, "matches"), from_json(room, "joins")) == rows


def test_how_groups_were_heard_is_told_once_at_the_end(room: Gathering) -> None:
    speak(room)
    assert from_json(room, "voices") == []
    room.end()
    told = [(row["group"], row["heard"]) for row in from_json(room, "voices")]
    assert told == [("Trade union", "fair"), ("Large employer", "less")]
    assert from_json(room, "voices")[0]["made_at"] == from_json(room, "session")[0]["ended_at"]


def test_nothing_is_told_of_groups_when_little_came_in_beside_answers(room: Gathering) -> None:
    speak(room, turns=0)
    room.end()
    assert kept(room).voices == []


def test_in_chatham_house_mode_no_group_and_no_pair_is_kept(room: Gathering) -> None:
    speak(room)
    room.steer(MARIA, "set_chatham", on=True)
    room.end()
    assert (kept(room).voices, kept(room).across) == ([], [])


def test_chatham_house_mode_forgets_what_was_kept_before(room: Gathering) -> None:
    speak(room)
    room.end()
    assert len(kept(room).voices) == 2
    room.steer(MARIA, "set_chatham", on=True)
    assert (kept(room).voices, kept(room).across) == ([], [])
    assert from_json(room, "voices") == []


def _half(room: Gathering) -> None:
    """Siobhán agrees, and the other side does not."""
    me: Any = room.state(SIOBHAN)["me"]
    ((post_id, own),) = me["joins"].items()
    with_join_id = own["partners"][0]["join_id"]
    room.send(SIOBHAN, "agree_contact", post_id=int(post_id), with_join_id=with_join_id, agreed=True)
