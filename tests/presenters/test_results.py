"""The words and figures of the results page."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.agenda import AgendaItem, ItemState
from facilitator.domain.errors import NotAllowed
from facilitator.domain.sessions import Session
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.held import held_of, timing_of
from facilitator.presenters.results import Question, ResultsPage
from facilitator.services.results import read_results
from tests.cast import BIG_SCREEN, ELENA, MARIA, NADIA, ZOFIA, Person
from tests.factories import DEFINITION, Gathering, gather
from tests.promising import THEN, come_to_the_step, commit
from tests.stories import hold

START = datetime(2023, 10, 24, 14, 30, tzinfo=ZoneInfo("Europe/Brussels"))


def page_of(gathering: Gathering, person: Person = MARIA) -> ResultsPage:
    return gathering.read(lambda work: read_results(work, gathering.actor(person)))


def question_of(gathering: Gathering, title: str) -> Question:
    asked = [question for step in page_of(gathering).steps for question in step.questions]
    return next(question for question in asked if question.title == title)


def voice(gathering: Gathering, number: int) -> None:
    """One more person answers."""
    person = Person(name=f"Guest {number}")
    gathering.admit(person)
    gathering.answer(person, "way", "Alone")


def planned(minutes: int = 10, *, spent_minutes: float = 0, state: ItemState = "done", added: int = 0) -> Harvest:
    """A session of one step."""
    item = AgendaItem(
        session_id=1,
        position=0,
        kind="talk",
        title="Talk",
        minutes=minutes,
        added_minutes=added,
        state=state,
        spent_ms=int(spent_minutes * 60_000),
        started_at=START + timedelta(minutes=20) if state == "live" else None,
    )
    session = Session(
        public_id="",
        code="",
        title="Balance",
        timezone="Europe/Brussels",
        planned_start_at=START.astimezone(UTC),
        delete_on=START.date() + timedelta(days=180),
        created_at=START,
        state="live" if state == "live" else "ended",
        started_at=START + timedelta(minutes=3),
        ended_at=None if state == "live" else START + timedelta(minutes=15),
    )
    now = START + timedelta(minutes=30)
    return Harvest(session=session, now=now, participants=0, items=[item], polls=[], results={}, boards=[], posts=[])


@pytest.mark.parametrize(
    ("harvest", "actual", "difference"),
    [
        (planned(10, spent_minutes=10.4), "10 minutes", "as planned"),
        (planned(10, spent_minutes=10.5), "11 minutes", "1 minute longer than planned"),
        (planned(10, spent_minutes=7), "7 minutes", "3 minutes shorter than planned"),
        (planned(1, spent_minutes=0.2), "less than a minute", "1 minute shorter than planned"),
        (planned(10, state="skipped"), "", "left out"),
        (planned(10, state="ahead"), "", "not reached"),
        (planned(10, state="live"), "10 minutes", "running now"),
        (planned(10, state="live", spent_minutes=5), "15 minutes", "running now"),
    ],
)
def test_a_step_tells_in_words_how_it_kept_to_the_plan(harvest: Harvest, actual: str, difference: str) -> None:
    timing = timing_of(harvest, harvest.items[0])

    assert (timing.starts, timing.actual, timing.difference) == ("14:30", actual, difference)


def test_minutes_that_were_added_live_stand_beside_the_plan() -> None:
    more, fewer = planned(10, added=5), planned(10, added=-2)

    assert [timing_of(each, each.items[0]).added for each in (more, fewer)] == ["+5", "-2"]


def test_a_session_tells_when_it_was_planned_and_when_it_was_held() -> None:
    held = held_of(planned(10))

    assert held.day == "Tuesday 24 October 2023"
    assert (held.planned, held.actual, held.drift) == (
        "14:30 to 14:40",
        "14:33 to 14:45",
        "2 minutes longer than planned",
    )
    assert (held.timezone, held.delete_on, held.is_running) == ("Europe/Brussels", "21 April 2024", False)


def test_the_planned_end_is_right_in_the_night_in_which_the_clocks_change() -> None:
    harvest = planned(60)
    harvest.session.planned_start_at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)

    assert held_of(harvest).planned == "01:30 to 03:30"


def test_a_session_that_runs_has_no_end_yet() -> None:
    held = held_of(planned(state="live"))

    assert (held.actual, held.drift, held.is_running) == ("", "", True)


def test_the_page_counts_people_questions_answers_and_ideas(gathering: Gathering) -> None:
    hold(gathering)

    assert page_of(gathering).facts == [
        ("5", "people joined"),
        ("4", "questions asked"),
        ("12", "answers"),
        ("2", "ideas"),
    ]


def test_the_questions_to_the_speakers_are_those_that_everybody_saw(gathering: Gathering) -> None:
    hold(gathering)

    asked = page_of(gathering).asked

    assert asked is not None
    assert asked.note == "1 question, 1 answered. 1 more was not shown: only in the exports."
    (seen,) = asked.questions
    assert (seen.text, seen.is_answered, seen.votes) == ("Cé mhéad a chosain sé?", True, "2 people want to know too")


def test_the_commitments_are_counted_and_the_public_ones_can_be_read(gathering: Gathering) -> None:
    gathering.go_live()
    assert page_of(gathering).promised is None
    come_to_the_step(gathering)
    commit(gathering)
    commit(gathering, ZOFIA, is_public=False, then_text="I keep this to myself")

    promised = page_of(gathering).promised

    assert promised is not None
    assert (promised.note, promised.news) == ("2 commitments, 1 of them public.", "")
    (shown,) = promised.commitments
    assert (shown.then_text, shown.about.split(",")[0]) == (THEN, "Chamber of Patras")


def test_a_session_in_which_nobody_asked_says_nothing_of_it(gathering: Gathering) -> None:
    gathering.go_live()

    assert page_of(gathering).asked is None


def test_up_to_sixty_people_are_dots_and_more_are_bars(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("way").id)
    for number in range(60):
        voice(gathering, number)
    sixty = question_of(gathering, "How do you work").figure
    voice(gathering, 60)
    more = question_of(gathering, "How do you work").figure

    assert sixty is not None
    assert more is not None
    assert (sixty.way, sixty.length, len(sixty.lines[0].dots)) == ("dots", 60.0, 60)
    assert more.way == "bars"


def test_one_answer_alone_has_no_share(gathering: Gathering) -> None:
    gathering.go_live()
    poll_id = int(gathering.steer(MARIA, "start_pulse", preset="lost").ack["made"]["poll_id"])
    lost = next(poll for poll in gathering.polls() if poll.id == poll_id)
    gathering.answer(ELENA, lost.title, "I am lost")
    figure = question_of(gathering, lost.title).figure
    assert figure is not None
    assert (figure.heads, figure.length, [line.cells for line in figure.lines]) == (("People",), 60, [("1",)])


def test_each_person_owns_an_equal_part_of_the_thread(gathering: Gathering) -> None:
    hold(gathering)

    figure = question_of(gathering, "Which barriers matter").figure

    assert figure is not None
    assert figure.length == 30.0
    assert [(line.label, line.dots, line.reach) for line in figure.lines] == [
        ("Care", [5.0, 15.0, 25.0], 25.0),
        ("Cost", [5.0], 5.0),
        ("Shifts", [5.0], 5.0),
        ("Something else", [5.0], 5.0),
    ]


def test_of_many_options_those_that_nobody_chose_are_told_in_a_sentence(tmp_path: Path) -> None:
    options = ", ".join(f"Option {n}" for n in range(12))
    crowded = DEFINITION.replace("[Alone, In a team], has_other: true", f"[{options}]")
    many = gather(tmp_path, crowded)
    many.go_live()
    many.steer(MARIA, "open_poll", poll_id=many.poll("way").id)
    many.answer(ELENA, "way", "Option 7")
    few = question_of(many, "How do you work").figure

    assert few is not None
    assert [line.label for line in few.lines] == ["Option 7"]
    assert list(few.unchosen) == [f"Option {n}" for n in range(12) if n != 7]


def test_a_text_that_a_host_hid_is_counted_and_not_shown(gathering: Gathering) -> None:
    gathering.go_live()
    poll = gathering.poll("words")
    gathering.steer(MARIA, "open_poll", poll_id=poll.id)
    gathering.answer(ELENA, "words", "Kept back")
    [quote] = question_of(gathering, "In your own words").quotes
    gathering.steer(MARIA, "hide_quote", poll_id=poll.id, quote_id=quote.id, hidden=True)

    question = question_of(gathering, "In your own words")

    assert (list(question.quotes), question.note) == ([], "1 answer.")
    assert question.kept_back == "1 text that a host hid: only in the exports."


def test_a_question_that_nobody_answered_says_so(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("progress").id)

    question = question_of(gathering, "How far are you")

    assert (question.note, question.figure, question.average) == ("Nobody answered.", None, "")


def test_what_was_never_opened_is_named_and_not_drawn(gathering: Gathering) -> None:
    gathering.go_live()

    page = page_of(gathering)

    assert [step.has_results for step in page.steps] == [False] * 5
    assert len(page.not_asked) == 4


def test_the_results_are_for_hosts_alone(gathering: Gathering) -> None:
    gathering.trust(BIG_SCREEN, role="stage")
    gathering.go_live()

    assert page_of(gathering, NADIA) == page_of(gathering, MARIA)
    for person in (ELENA, BIG_SCREEN):
        with pytest.raises(NotAllowed):
            page_of(gathering, person)
