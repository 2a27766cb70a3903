"""A step that owns its questions and boards: it opens and closes them, all on one page, or leaves one out."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from tests.cast import ANDERS, ELENA, MARIA, NADIA, ZOFIA
from tests.factories import DEFINITION, Gathering, gather

BARRIERS = "    title: Barriers\n    minutes: 10\n"
COOPERATION = "    title: Cooperation\n    minutes: 15\n"
BY_ITSELF = "    opens_own: true\n    closes_own: true\n"
OWNING = DEFINITION.replace(BARRIERS, BARRIERS + BY_ITSELF).replace(COOPERATION, COOPERATION + BY_ITSELF)
"""The session in which the steps Barriers and Cooperation open and close what they own."""
FORM = DEFINITION.replace(BARRIERS, BARRIERS + "    is_form: true\n")
"""The session in which the questions of the step Barriers stand on one page."""


def go(gathering: Gathering, title: str) -> None:
    item = next(item for item in gathering.items() if item.title == title)
    gathering.steer(MARIA, "go_to_item", item_id=item.id)


def states(gathering: Gathering) -> list[str]:
    """Which questions and boards are at which point, in the order of the agenda."""
    return [*(poll.state for poll in gathering.polls()), gathering.board().state]


def counts(gathering: Gathering) -> list[int]:
    topics = gathering.state(MARIA)["topics"]
    return [topics[f"poll:{poll.id}"]["answered"] for poll in gathering.polls()]  # type: ignore[typeddict-item, index]


@pytest.fixture
def owning(tmp_path: Path) -> Gathering:
    made = gather(tmp_path, OWNING)
    made.go_live()
    return made


@pytest.fixture
def form(tmp_path: Path) -> Gathering:
    made = gather(tmp_path, FORM)
    made.go_live()
    return made


def test_a_step_opens_what_it_owns_and_closes_it_when_it_is_left(owning: Gathering) -> None:
    assert states(owning) == ["ready", "ready", "ready", "ready", "ready"]
    go(owning, "Barriers")
    assert states(owning) == ["ready", "ready", "open", "open", "ready"]
    go(owning, "Cooperation")
    assert states(owning) == ["ready", "ready", "closed", "closed", "open"]
    go(owning, "Close")
    assert states(owning) == ["ready", "ready", "closed", "closed", "closed"]


def test_a_step_without_the_wish_leaves_everything_to_the_hosts(owning: Gathering) -> None:
    owning.steer(MARIA, "open_poll", poll_id=owning.poll("way").id)
    go(owning, "Barriers")
    assert states(owning)[:2] == ["open", "ready"]


def test_going_back_reopens_nothing_and_loses_nothing(owning: Gathering) -> None:
    go(owning, "Barriers")
    owning.answer(ELENA, "barriers", "Care")
    owning.answer(ZOFIA, "words", "Brak czasu")
    go(owning, "Cooperation")
    owning.suggest(ELENA, "Offer", "Our course catalogue")
    go(owning, "Barriers")
    assert states(owning) == ["ready", "ready", "closed", "closed", "closed"]
    assert counts(owning) == [0, 0, 1, 1]
    assert owning.post("Our course catalogue").state == "waiting"


def back(gathering: Gathering, title: str) -> None:
    item = next(item for item in gathering.items() if item.title == title)
    gathering.steer(MARIA, "go_to_item", item_id=item.id, taken_back=True)


def test_a_launch_that_is_taken_back_has_opened_and_closed_nothing(owning: Gathering) -> None:
    go(owning, "Barriers")
    owning.answer(ELENA, "barriers", "Care")
    before = states(owning)
    go(owning, "Cooperation")
    back(owning, "Barriers")
    assert states(owning) == before == ["ready", "ready", "open", "open", "ready"]
    owning.answer(ZOFIA, "barriers", "Cost")
    assert counts(owning) == [0, 0, 2, 0]
    go(owning, "Cooperation")
    assert states(owning) == ["ready", "ready", "closed", "closed", "open"]


def test_what_was_answered_or_steered_meanwhile_stays_when_a_launch_is_taken_back(owning: Gathering) -> None:
    go(owning, "Barriers")
    owning.steer(ANDERS, "close_poll", poll_id=owning.poll("words").id)
    owning.answer(ELENA, "barriers", "Care")
    back(owning, "Welcome")
    assert states(owning) == ["ready", "ready", "closed", "closed", "ready"]
    assert counts(owning) == [0, 0, 1, 0]
    go(owning, "Cooperation")
    owning.suggest(ELENA, "Offer", "Our course catalogue")
    back(owning, "Welcome")
    assert states(owning)[-1] == "closed"


def test_skipping_the_current_step_closes_what_it_owns_and_loses_nothing(owning: Gathering) -> None:
    go(owning, "Barriers")
    owning.answer(ELENA, "barriers", "Care")
    owning.steer(MARIA, "skip_item", item_id=owning.items()[1].id)
    assert states(owning) == ["ready", "ready", "closed", "closed", "ready"]
    assert counts(owning) == [0, 0, 1, 0]


def test_a_question_that_was_left_out_stays_shut_and_comes_back_with_its_minutes(owning: Gathering) -> None:
    words = owning.poll("words").id
    owning.steer(MARIA, "leave_out_poll", poll_id=words, minutes=4)
    assert owning.items()[1].added_minutes == -4
    go(owning, "Barriers")
    assert states(owning)[2:4] == ["open", "ready"]
    with pytest.raises(Refusal) as refused:
        owning.steer(MARIA, "open_poll", poll_id=words)
    assert refused.value.message == "This question was left out. Nothing was changed. Put it back first."
    assert owning.state(MARIA)["topics"][f"poll:{words}"]["left_out_minutes"] == 4  # type: ignore[typeddict-item, index]
    owning.steer(ANDERS, "put_back_poll", poll_id=words)
    assert owning.items()[1].added_minutes == 0
    owning.steer(ANDERS, "open_poll", poll_id=words)
    assert states(owning)[2:4] == ["open", "open"]


def test_what_people_have_seen_cannot_be_left_out(owning: Gathering) -> None:
    go(owning, "Barriers")
    for name in ("leave_out_poll", "put_back_poll"):
        extra = {"minutes": 0} if name == "leave_out_poll" else {}
        with pytest.raises(Refusal) as refused:
            owning.steer(MARIA, name, poll_id=owning.poll("barriers").id, **extra)
        assert refused.value.code == "wrong_state"
    with pytest.raises(Refusal) as refused:
        owning.steer(MARIA, "leave_out_poll", poll_id=owning.poll("way").id, minutes=5)
    assert refused.value.message == "A step needs at least one minute. Nothing was changed. Skip it instead."
    assert owning.items()[0].added_minutes == 0


def test_a_form_opens_and_closes_all_its_questions_in_one_act(form: Gathering) -> None:
    barriers = form.items()[1].id
    before = form.session().rev
    form.steer(MARIA, "open_form", item_id=barriers)
    assert form.session().rev == before + 1
    assert states(form) == ["ready", "ready", "open", "open", "ready"]
    form.answer(ELENA, "words", "Shifts")
    form.steer(ANDERS, "close_form", item_id=barriers)
    assert states(form) == ["ready", "ready", "closed", "closed", "ready"]
    form.steer(MARIA, "open_form", item_id=barriers)
    assert states(form) == ["ready", "ready", "open", "open", "ready"]
    assert counts(form) == [0, 0, 0, 1]


def test_a_form_that_is_no_form_or_at_that_point_already_is_refused(form: Gathering) -> None:
    for title, name, says in (
        ("Welcome", "open_form", "The questions of this step do not stand on one page."),
        ("Barriers", "close_form", "The questions of this form are at that point already."),
    ):
        item = next(item for item in form.items() if item.title == title)
        with pytest.raises(Refusal) as refused:
            form.steer(MARIA, name, item_id=item.id)
        assert refused.value.message.startswith(says)


def test_phones_learn_which_questions_stand_on_one_page(form: Gathering) -> None:
    items = form.state(ELENA)["topics"]["agenda"]["items"]  # type: ignore[typeddict-item, index]
    assert [item["is_form"] for item in items] == [False, True, False, False, False]
    assert "opens_own" not in items[1]
    assert form.state(MARIA)["topics"]["agenda"]["items"][1]["opens_own"] is False  # type: ignore[typeddict-item, index]


def test_an_organiser_marks_a_step_and_finds_the_marks_in_the_definition(form: Gathering) -> None:
    item = form.items()[0]
    form.send(NADIA, "edit_item", item_id=item.id, opens_own=True, is_form=True)
    marked = form.items()[0]
    assert (marked.opens_own, marked.closes_own, marked.is_form) == (True, False, True)
