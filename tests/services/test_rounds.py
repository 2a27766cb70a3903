"""What is asked without preparation, and what is asked twice."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from facilitator.domain.polls.poll import Poll
from facilitator.presenters.rows import PollRow
from facilitator.presenters.tables import TABLES
from facilitator.services.harvest import read_harvest
from facilitator.services.results import read_results
from facilitator.services.rounds import pulses
from facilitator.services.sessions import definition_of
from facilitator.storage import sessions
from facilitator.storage.database import Work
from tests.cast import ANDERS, ELENA, JURGEN, MARIA, ZOFIA
from tests.factories import Gathering, gather


@pytest.fixture
def live(tmp_path: Path) -> Gathering:
    made = gather(tmp_path)
    made.go_live()
    return made


def results(gathering: Gathering, poll_id: int) -> dict[str, object]:
    return gathering.state(MARIA)["topics"][f"poll:{poll_id}"]["results"]  # type: ignore[typeddict-item, index, return-value]


def pulse(gathering: Gathering, preset: str) -> int:
    done = gathering.steer(MARIA, "start_pulse", preset=preset)
    return int(done.ack["made"]["poll_id"])


def twice(gathering: Gathering) -> tuple[int, int]:
    """How people work, asked and answered in two rounds; between them an option was reworded and one added."""
    first = gathering.poll("way")
    gathering.steer(MARIA, "open_poll", poll_id=first.id)
    gathering.answer(ELENA, "way", "Alone")
    gathering.answer(JURGEN, "way", "Alone")
    gathering.answer(ZOFIA, "way", "In a team")
    gathering.steer(MARIA, "count_hands", poll_id=first.id, line_id=first.options[1].id, count=4)
    gathering.steer(MARIA, "close_poll", poll_id=first.id)
    second = int(gathering.steer(ANDERS, "repeat_poll", poll_id=first.id).ack["made"]["poll_id"])
    gathering.steer(ANDERS, "open_poll", poll_id=second)
    team = next(poll for poll in gathering.polls() if poll.id == second).options[1].id
    answer = {"kind": "choice", "option_ids": [team], "other_text": None}
    for person in (ELENA, JURGEN, ZOFIA):
        gathering.send(person, "respond", poll_id=second, answer=answer)
    return first.id, second


@pytest.mark.parametrize(("preset", "lines"), [("yes_no", 2), ("agree", 5), ("pace", 3), ("lost", 1)])
def test_a_pulse_is_open_in_the_same_moment_and_counts_like_any_question(
    live: Gathering, preset: str, lines: int
) -> None:
    poll_id = pulse(live, preset)
    topic = live.state(ELENA)["topics"][f"poll:{poll_id}"]
    assert (topic["state"], topic["is_pulse"], topic["results"]) == ("open", True, None)  # type: ignore[typeddict-item, index]
    assert poll_id in live.state(ELENA)["topics"]["agenda"]["items"][0]["poll_ids"]  # type: ignore[typeddict-item, index]
    assert len(results(live, poll_id)["rows"]) == lines  # type: ignore[arg-type]


def test_in_the_lobby_a_pulse_belongs_to_the_first_step_and_before_that_there_is_none(tmp_path: Path) -> None:
    early = gather(tmp_path)
    with pytest.raises(Refusal) as refused:
        pulse(early, "pace")
    assert refused.value.code == "too_early"
    early.steer(MARIA, "open_doors")
    poll_id = pulse(early, "pace")
    assert next(poll.item_id for poll in early.polls() if poll.id == poll_id) == early.items()[0].id


def test_of_two_hosts_who_press_at_once_one_starts_a_pulse(live: Gathering) -> None:
    version = live.session().version
    live.send(MARIA, "start_pulse", preset="pace", version=version)
    with pytest.raises(Refusal) as refused:
        live.send(ANDERS, "start_pulse", preset="pace", version=version)
    assert refused.value.code == "overtaken"
    assert len(live.polls()) == 5


def test_the_words_of_all_pulses_stand_in_the_library() -> None:
    assert [pulses().get(name).title for name in ("yes_no", "agree", "pace", "lost")] == [
        "Yes or no?",
        "How much do you agree?",
        "How is the pace?",
        "Did you lose the thread?",
    ]


def test_what_was_made_live_is_no_part_of_what_was_prepared(live: Gathering) -> None:
    def prepared(work: Work) -> list[str]:
        session = sessions.find(work, live.session_id)
        assert session is not None
        return [poll.title for item in definition_of(work, session).agenda for poll in item.polls]

    before = live.read(prepared)
    pulse(live, "agree")
    twice(live)
    assert live.read(prepared) == before
    assert len(live.polls()) == len(before) + 2


def test_the_second_round_shows_the_first_beside_it_line_by_line(live: Gathering) -> None:
    _, second = twice(live)
    found = results(live, second)
    after = {row["label"]: (row["id"], row["count"]) for row in found["rows"]}  # type: ignore[attr-defined]
    before = {row["label"]: (row["id"], row["count"], row.get("hands", 0)) for row in found["before"]["rows"]}  # type: ignore[index]
    assert {label: count for label, (_, count) in after.items()} == {"Alone": 0, "In a team": 3}
    assert before == {"Alone": (after["Alone"][0], 2, 0), "In a team": (after["In a team"][0], 1, 4)}
    assert (found["before"]["answered"], found["before"]["hands"]) == (3, 4)  # type: ignore[index]


def test_a_round_that_changes_changes_the_other_rounds_picture(live: Gathering) -> None:
    first, second = twice(live)
    live.steer(MARIA, "reset_poll", poll_id=first, confirm="RESET")
    assert results(live, second)["before"]["answered"] == 0  # type: ignore[index]
    assert results(live, second)["answered"] == 3


def test_people_see_the_first_round_only_when_the_second_is_shown_to_them(live: Gathering) -> None:
    _, second = twice(live)
    assert live.state(ELENA)["topics"][f"poll:{second}"]["results"] is None  # type: ignore[typeddict-item, index]
    live.steer(MARIA, "show_results", poll_id=second, to="phones", shown=True)
    assert live.state(ELENA)["topics"][f"poll:{second}"]["results"]["before"]["answered"] == 3  # type: ignore[typeddict-item, index]


def test_a_question_that_is_open_has_no_second_round_yet(live: Gathering) -> None:
    live.steer(MARIA, "open_poll", poll_id=live.poll("way").id)
    with pytest.raises(Refusal) as refused:
        live.steer(MARIA, "repeat_poll", poll_id=live.poll("way").id)
    assert refused.value.code == "wrong_state"
    assert len(live.polls()) == 4


def test_hands_and_the_first_round_stand_beside_the_answers_in_every_table_and_on_the_results_page(
    live: Gathering,
) -> None:
    first, second = twice(live)
    rows = live.read(lambda work: rows_of(work, live))
    of = {poll.id: number for number, poll in enumerate(live.read(lambda work: in_order(work, live)), start=1)}
    told = {
        (row.poll_number, row.line): (row.count, row.share, row.hands, row.before_count, row.before_share)
        for row in rows
        if row.poll_number in (of[first], of[second])
    }
    assert told == {
        (of[first], "Alone"): (2, 67, 0, None, None),
        (of[first], "In a team"): (1, 33, 4, None, None),
        (of[second], "Alone"): (0, 0, 0, 2, 67),
        (of[second], "In a team"): (3, 100, 0, 1, 33),
    }
    assert {row.again_of for row in rows if row.poll_number == of[second]} == {of[first]}
    page = live.read(lambda work: read_results(work, live.actor(MARIA)))
    notes = [question.note for question in page.steps[0].questions]
    assert notes == [
        "3 answers. 4 hands counted by a host, not in the shares.",
        "3 answers. First round: 3 answers, 4 hands.",
    ]
    assert [line.before for line in page.steps[0].questions[1].figure.lines] == ["1 (33 %)", "2 (67 %)", "0 (0 %)"]  # type: ignore[union-attr]


def rows_of(work: Work, gathering: Gathering) -> list[PollRow]:
    return list(TABLES["polls"].rows(read_harvest(work, gathering.actor(MARIA))))


def in_order(work: Work, gathering: Gathering) -> list[Poll]:
    return list(read_harvest(work, gathering.actor(MARIA)).polls)
