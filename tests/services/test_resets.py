"""Starting a question over: nothing counts, nobody is lost, and for a day it can be turned back."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal, StillInUse
from facilitator.domain.polls.shelf import Shelf
from facilitator.storage.database import Work
from tests.cast import ANDERS, ELENA, GIORGOS, JURGEN, MARIA
from tests.edits import edit, options_of
from tests.factories import Gathering, gather
from tests.law import Held
from tests.rounds import later


@pytest.fixture
def asked(tmp_path: Path) -> Gathering:
    """Elena and Jürgen said how they work, Giorgos what hinders him; five hands were counted."""
    made = gather(tmp_path)
    made.go_live()
    for name in ("way", "barriers"):
        made.steer(MARIA, "open_poll", poll_id=made.poll(name).id)
    made.answer(ELENA, "way", "Alone")
    made.answer(JURGEN, "way", "In a team")
    made.answer(GIORGOS, "barriers", "Care", other="Night shifts")
    line = made.poll("way").options[1].id
    made.steer(ANDERS, "count_hands", poll_id=made.poll("way").id, line_id=line, count=5)
    return made


def reset(gathering: Gathering, poll: str) -> None:
    gathering.steer(MARIA, "reset_poll", poll_id=gathering.poll(poll).id, confirm="RESET")


def restore(gathering: Gathering, poll: str) -> None:
    gathering.steer(ANDERS, "restore_poll", poll_id=gathering.poll(poll).id)


def results(gathering: Gathering, poll: str) -> tuple[int, list[int], int]:
    """How many answered, how many picked each line, how many hands."""
    topic = gathering.state(MARIA)["topics"][f"poll:{gathering.poll(poll).id}"]
    found = topic["results"]  # type: ignore[typeddict-item, index]
    return found["answered"], [row["count"] for row in found["rows"]], found.get("hands", 0)  # type: ignore[index, union-attr]


def shelved(work: Work) -> list[dict[str, object]]:
    return [entry for shelf in work.orm.query(Shelf).all() for entry in shelf.answers]


def test_a_reset_takes_the_answers_and_the_hands_out_of_every_count_and_out_of_peoples_hands(asked: Gathering) -> None:
    way = asked.poll("way").id
    asked.steer(MARIA, "show_results", poll_id=way, to="phones", shown=True)
    assert results(asked, "way") == (2, [1, 1], 5)
    done = asked.steer(MARIA, "reset_poll", poll_id=way, confirm="RESET")
    assert results(asked, "way") == (0, [0, 0], 0)
    assert results(asked, "barriers") == (1, [1, 0, 0], 0)
    assert str(way) not in asked.state(ELENA)["me"]["responses"]  # type: ignore[index]
    assert len(done.people) == 2
    topic = asked.state(ELENA)["topics"][f"poll:{way}"]
    assert topic["restarted_at_ms"] == done.ack["at_ms"]  # type: ignore[typeddict-item, index]
    assert topic["results"] is None  # type: ignore[typeddict-item, index]


def test_it_asks_for_a_word_and_for_something_to_put_aside(asked: Gathering) -> None:
    with pytest.raises(Refusal) as refused:
        asked.steer(MARIA, "reset_poll", poll_id=asked.poll("way").id, confirm="yes")
    assert refused.value.code == "bad_shape"
    with pytest.raises(Refusal) as refused:
        reset(asked, "words")
    assert refused.value.message == "Nobody has answered this question. Nothing was changed."
    with pytest.raises(Refusal) as refused:
        asked.send(ELENA, "reset_poll", poll_id=asked.poll("way").id, version=3, confirm="RESET")
    assert refused.value.code == "not_allowed"
    assert results(asked, "way") == (2, [1, 1], 5)


def test_what_was_put_aside_comes_back_whole(asked: Gathering) -> None:
    for poll in ("way", "barriers"):
        before, mine = asked.state(MARIA)["topics"][f"poll:{asked.poll(poll).id}"], asked.state(GIORGOS)["me"]
        reset(asked, poll)
        restore(asked, poll)
        after = asked.state(MARIA)["topics"][f"poll:{asked.poll(poll).id}"]
        assert after["results"] == before["results"]  # type: ignore[typeddict-item, index]
        assert "restarted_at_ms" not in after  # type: ignore[operator]
        assert asked.state(GIORGOS)["me"] == mine
    with pytest.raises(Refusal) as refused:
        restore(asked, "way")
    assert refused.value.code == "wrong_state"


def test_who_answered_anew_keeps_the_newer_answer(asked: Gathering) -> None:
    reset(asked, "way")
    asked.answer(ELENA, "way", "In a team")
    line = asked.poll("way").options[1].id
    asked.steer(ANDERS, "count_hands", poll_id=asked.poll("way").id, line_id=line, count=2)
    assert results(asked, "way") == (1, [0, 1], 2)
    restore(asked, "way")
    assert results(asked, "way") == (2, [0, 2], 2)


def test_an_answer_that_was_on_its_way_in_the_same_batch_is_put_aside_with_the_others(asked: Gathering) -> None:
    asked.answer(GIORGOS, "way", "Alone")
    reset(asked, "way")
    assert results(asked, "way") == (0, [0, 0], 0)
    restore(asked, "way")
    assert results(asked, "way") == (3, [2, 1], 5)


def test_after_a_day_it_is_gone_and_every_browser_learns_it(asked: Gathering) -> None:
    reset(asked, "way")
    phone = Held(asked.state(ELENA))
    later(asked, 23)
    assert len(asked.read(shelved)) == 3
    later(asked, 24)
    assert asked.read(shelved) == []
    phone.merge(asked.state(ELENA, since=phone.rev))
    assert phone.state == Held(asked.state(ELENA)).state
    assert "restarted_at_ms" not in phone.state["topics"][f"poll:{asked.poll('way').id}"]
    with pytest.raises(Refusal) as refused:
        restore(asked, "way")
    assert refused.value.code == "wrong_state"


def test_at_the_end_nobody_knows_whose_answers_lie_on_the_shelf(asked: Gathering) -> None:
    reset(asked, "way")
    people = [entry["response"]["participant_id"] for entry in asked.read(shelved) if "response" in entry]  # type: ignore[index]
    assert len(people) == 2
    assert None not in people
    asked.end()
    kept = [entry["response"]["participant_id"] for entry in asked.read(shelved) if "response" in entry]  # type: ignore[index]
    assert kept == [None, None]
    with pytest.raises(Refusal) as refused:
        restore(asked, "way")
    assert refused.value.code == "session_ended"


def test_hands_are_counted_for_lines_that_exist_and_only_where_they_mean_an_answer(asked: Gathering) -> None:
    for poll, line_id, code in (("way", 999_999, "not_found"), ("words", 1, "poll_not_open")):
        with pytest.raises(Refusal) as refused:
            asked.steer(MARIA, "count_hands", poll_id=asked.poll(poll).id, line_id=line_id, count=3)
        assert refused.value.code == code
    asked.steer(MARIA, "open_poll", poll_id=asked.poll("words").id)
    with pytest.raises(Refusal) as refused:
        asked.steer(MARIA, "count_hands", poll_id=asked.poll("words").id, line_id=1, count=3)
    assert refused.value.code == "wrong_answer"
    assert results(asked, "way") == (2, [1, 1], 5)


def test_what_can_be_brought_back_still_fits_its_question(asked: Gathering) -> None:
    way = asked.poll("way").id
    reset(asked, "way")
    asked.steer(MARIA, "close_poll", poll_id=way)
    for name, changes in (
        ("edit_poll", {"options": [*options_of(asked, "way")[1:], {"text": "Neither"}]}),
        ("remove_poll", {}),
    ):
        with pytest.raises(StillInUse):
            edit(asked, name, poll_id=way, **changes)
    restore(asked, "way")
    assert results(asked, "way") == (2, [1, 1], 5)
