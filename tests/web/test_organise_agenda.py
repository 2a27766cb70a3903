"""Editing the agenda on its pages: steps, minutes, questions, boards, scales."""

import pytest

from facilitator.services import templates
from facilitator.services.sessions import definition_of
from facilitator.storage import records
from tests.cast import ELENA, GIORGOS, MARIA, NADIA
from tests.edits import edit
from tests.pages import Browser
from tests.web.conftest import Home


@pytest.fixture
def nadia(home: Home) -> Browser:
    browser = home.nadia()
    browser.open(f"/organise/{home.gathering.public_id}")
    return browser


def titles(home: Home) -> list[str]:
    return [item.title for item in home.gathering.items()]


def test_the_agenda_shows_when_each_step_begins_and_what_it_owns(home: Home, nadia: Browser) -> None:
    edit(home.gathering, "edit_session", start="2030-10-24T12:30:00+00:00", delete_on="2031-01-01")
    text = nadia.open(nadia.at).text
    assert "40 minutes 80 minutes less than two hours." in text
    for words in ("14:30 · Welcome", "14:35 · Questions", "14:45 · Break", "14:50 · Ideas", "15:05 · Close"):
        assert words in text
    assert "Which barriers matter Multiple choice, 3 options" in text
    assert "How can we work together Board: Offer, Ask, Idea" in text


def test_a_step_is_added_at_its_place(home: Home, nadia: Browser) -> None:
    nadia.follow("Add a step")
    page = nadia.press("Add the step", title="Talk", kind="talk", minutes="12", position="1", notes="Slides")
    assert titles(home) == ["Welcome", "Talk", "Barriers", "Break", "Cooperation", "Close"]
    item = home.gathering.items()[1]
    assert (item.kind, item.minutes, item.notes) == ("talk", 12, "Slides")
    assert f"step-{item.id}" in page.ids
    assert "Added." in page.text


def test_what_is_wrong_with_a_step_stands_beside_the_field_with_what_was_typed(home: Home, nadia: Browser) -> None:
    nadia.follow("Add a step")
    page = nadia.press("Add the step", title=" ", minutes="soon", notes="Kept as typed")
    assert nadia.status == 400
    assert page.problems == ["The title must not be empty.", "The minutes must be a whole number."]
    assert "Kept as typed" in page.html
    assert 'value="soon"' in page.html
    assert nadia.press("Add the step", title="x", minutes="601").problems == ["The minutes must be at most 600."]
    assert len(titles(home)) == 5


def test_a_step_is_changed_field_by_field(home: Home, nadia: Browser) -> None:
    nadia.follow("Welcome")
    edit(home.gathering, "edit_item", item_id=home.gathering.items()[0].id, notes="Written elsewhere meanwhile")
    page = nadia.press("Save the step", title="A warm welcome")
    assert "Saved." in page.text
    item = home.gathering.items()[0]
    assert (item.title, item.notes) == ("A warm welcome", "Written elsewhere meanwhile")


def test_a_step_can_open_and_close_what_it_owns_and_show_it_on_one_page(home: Home, nadia: Browser) -> None:
    def marks() -> tuple[bool, bool, bool]:
        item = home.gathering.items()[1]
        return item.opens_own, item.closes_own, item.is_form

    for sent, stored in (({"opens_own": "on", "is_form": "on"}, (True, False, True)), ({}, (True, False, True))):
        nadia.open(f"/organise/{home.gathering.public_id}")
        nadia.follow("Barriers")
        nadia.press("Save the step", **sent)
        assert marks() == stored
    definition = home.gathering.read(lambda work: definition_of(work, home.gathering.session()))
    assert [(step.opens_own, step.closes_own, step.is_form) for step in definition.agenda[:2]] == [
        (False, False, False),
        (True, False, True),
    ]
    assert templates.load(templates.dump(definition)) == definition


def test_saving_without_a_change_changes_nothing(home: Home, nadia: Browser) -> None:
    before = home.gathering.session().rev
    for way, button in (("Welcome", "Save the step"), ("How far are you", "Save the question")):
        nadia.open(f"/organise/{home.gathering.public_id}")
        nadia.follow(way)
        nadia.press(button)
    assert home.gathering.session().rev == before


def test_steps_move_and_the_focus_stays_on_the_button(home: Home, nadia: Browser) -> None:
    barriers = home.gathering.items()[1]
    page = nadia.press("Up: move the step Barriers")
    assert titles(home)[:2] == ["Barriers", "Welcome"]
    assert "Moved to place 1." in page.text
    assert f"step-{barriers.id}-down" in page.ids
    assert f"step-{barriers.id}-up" not in page.ids
    nadia.press("Down: move the step Barriers")
    assert titles(home)[:2] == ["Welcome", "Barriers"]


def test_minutes_of_several_steps_are_saved_at_once(home: Home, nadia: Browser) -> None:
    first, second, *_ = home.gathering.items()
    page = nadia.press("Save the minutes", **{f"minutes-{first.id}": "60", f"minutes-{second.id}": "35"})
    assert "120 minutes This is two hours exactly." in page.text
    assert [item.minutes for item in home.gathering.items()] == [60, 35, 5, 15, 5]
    page = nadia.press("Save the minutes", **{f"minutes-{first.id}": "7", f"minutes-{second.id}": "none"})
    assert page.problems == ["The minutes must be a whole number: Barriers."]
    assert [item.minutes for item in home.gathering.items()] == [60, 35, 5, 15, 5]


def test_a_step_is_removed_after_a_look_at_what_goes_with_it(home: Home, nadia: Browser) -> None:
    nadia.follow("Barriers")
    page = nadia.follow("Remove the step")
    assert "Which barriers matter" in page.text
    nadia.press("Remove the step")
    assert titles(home) == ["Welcome", "Break", "Cooperation", "Close"]


def test_a_step_that_has_begun_says_why_it_stays(home: Home, nadia: Browser) -> None:
    home.gathering.go_live()
    nadia.open(nadia.at)
    nadia.follow("Welcome")
    nadia.follow("Remove the step")
    page = nadia.press("Remove the step")
    assert "This step has begun. Nothing was changed." in page.text
    assert len(titles(home)) == 5


def test_a_question_of_each_kind_is_added(home: Home, nadia: Browser) -> None:
    typed: dict[str, dict[str, str]] = {
        "Single choice": {"title": "One of them", "more": "Red\n\n  Blue  ", "more_type": "factor", "has_other": "on"},
        "Multiple choice": {"title": "Some of them", "more": "Red\nBlue\nGreen", "max_choices": "2"},
        "Scale": {"title": "How much", "labels": "progress", "not_applicable": "Not for me"},
        "Open text": {"title": "In words", "max_length": "99"},
    }
    for kind, fields in typed.items():
        nadia.open(f"/organise/{home.gathering.public_id}")
        nadia.follow("Add a question to Break")
        nadia.follow(kind)
        page = nadia.press("Add the question", **fields)
        assert page.problems == []
    one, scale = home.gathering.poll("One of them"), home.gathering.poll("How much")
    assert [(option.text, option.type) for option in one.options] == [("Red", "factor"), ("Blue", "factor")]
    assert (one.has_other, scale.labels[0], scale.not_applicable) == (True, "Not yet", "Not for me")
    assert home.gathering.poll("Some of them").max_choices == 2
    assert home.gathering.poll("In words").max_length == 99


def test_what_is_wrong_with_a_question_is_said_in_the_words_of_the_page(home: Home, nadia: Browser) -> None:
    nadia.open(f"/organise/{home.gathering.public_id}/steps/{home.gathering.items()[0].id}/questions/new?kind=multiple")
    page = nadia.press("Add the question", title="", more="Same\nsame", max_choices="9", min_choices="x")
    assert page.problems == [
        "The question must not be empty.",
        "The fewest choices must be a whole number.",
        "Answer 2 stands further up already.",
        "The most choices must be at most 2, because there is no more to choose.",
    ]
    assert [link for link in page.links.values() if link.startswith("#")][1:] == [
        "#title",
        "#min_choices",
        "#more",
        "#max_choices",
    ]
    nadia.open(f"/organise/{home.gathering.public_id}/steps/{home.gathering.items()[0].id}/questions/new?kind=scale")
    assert nadia.press("Add the question", title="x").problems == ["The scale must name one of the “Scales”."]


def test_answers_are_arranged_before_anything_is_saved(home: Home, nadia: Browser) -> None:
    nadia.follow("Which barriers matter")
    nadia.press("Down: answer 1")
    page = nadia.press("Remove: answer 3")
    assert [value for name, value in page.form("Save the question")[0].fields if name.endswith("-text")] == [
        "Cost",
        "Care",
    ]
    assert [option.text for option in home.gathering.poll("barriers").options] == ["Care", "Cost", "Shifts"]
    nadia.press("Save the question", more="Distance", **{"option-0-text": "Costs"})
    options = home.gathering.poll("barriers").options
    assert [(option.text, option.type) for option in options] == [
        ("Costs", "challenge"),
        ("Care", "challenge"),
        ("Distance", None),
    ]


def test_a_question_is_asked_in_another_way(home: Home, nadia: Browser) -> None:
    nadia.follow("In your own words")
    page = nadia.press("Show its fields", kind="scale")
    assert nadia.status == 200
    assert {"labels", "not_applicable"} <= page.ids
    nadia.press("Save the question", labels="progress")
    poll = home.gathering.poll("words")
    assert (poll.kind, poll.labels) == ("scale", ["Not yet", "Talked about", "Planned", "Done"])


def test_a_question_moves_up_and_to_another_step(home: Home, nadia: Browser) -> None:
    nadia.press("Up: move the question How far are you")
    assert [home.gathering.poll(name).position for name in ("progress", "way")] == [0, 1]
    nadia.follow("How far are you")
    nadia.press("Save the question", item_id=str(home.gathering.items()[4].id))
    assert home.gathering.poll("progress").item_id == home.gathering.items()[4].id


def test_an_answered_question_can_be_corrected_and_not_narrowed(home: Home, nadia: Browser) -> None:
    gathering = home.gathering
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("way").id)
    gathering.answer(ELENA, "way", "Alone")
    nadia.open(nadia.at)
    assert "How do you work Single choice, 2 options · 1 answer" in nadia.page.text
    page = nadia.follow("How do you work")
    assert "nothing can be taken away" in page.text
    buttons = [button.words for form in page.forms for button in form.buttons]
    assert not any(words.startswith(("Remove", "Show its fields")) for words in buttons)
    nadia.press("Save the question", **{"option-0-text": "On my own"})
    assert [option.text for option in gathering.poll("way").options] == ["On my own", "In a team"]
    nadia.follow("How do you work")
    page = nadia.press("Save the question", has_other=None)
    assert page.problems == ["People have already answered. Texts can be corrected, but nothing can be removed."]


def test_a_question_without_answers_is_removed(home: Home, nadia: Browser) -> None:
    nadia.follow("In your own words")
    nadia.follow("Remove the question")
    nadia.press("Remove the question")
    assert "In your own words" not in nadia.open(nadia.at).links


def test_a_board_is_added_changed_and_removed(home: Home, nadia: Browser) -> None:
    nadia.follow("Add a board to Close")
    nadia.press("Remove: column 2")
    nadia.press("Add the board", title="Next steps", more="Date\nPlace", needs_approval=None)
    board = home.gathering.board("Next steps")
    assert [(column.title, column.type) for column in board.columns] == [
        ("Offer", "offer"),
        ("Idea", "idea"),
        ("Date", None),
        ("Place", None),
    ]
    assert board.needs_approval is False
    nadia.follow("Next steps")
    nadia.press("Save the board", title="Next", **{"column-3-title": "Where"})
    assert [column.title for column in home.gathering.board("Next").columns] == ["Offer", "Idea", "Date", "Where"]
    nadia.follow("Next")
    assert nadia.press("Save the board", **{"column-0-title": ""}).problems == ["Column 1 must not be empty."]
    nadia.follow("Remove the board")
    assert "“Next” was removed." in nadia.press("Remove the board").text


def test_a_board_with_ideas_says_why_it_stays(home: Home, nadia: Browser) -> None:
    gathering = home.gathering
    gathering.go_live()
    gathering.steer(MARIA, "open_board", board_id=gathering.board().id)
    gathering.suggest(GIORGOS, "Offer", "Evening courses")
    nadia.open(f"/organise/{gathering.public_id}/boards/{gathering.board().id}/remove")
    assert "Ideas were sent to this board. Nothing was removed." in nadia.press("Remove the board").text


def test_the_words_of_scales_are_changed_added_and_removed(home: Home, nadia: Browser) -> None:
    nadia.follow("Words of the scales")
    new = {"name": "Ἀγάπη & more!", "labels": "Low\nHigh", "labels-progress": "Not yet\nSoon\nPlanned\nDone"}
    page = nadia.press("Save the scales", **new)
    assert home.gathering.session().label_sets == {
        "progress": ["Not yet", "Soon", "Planned", "Done"],
        "more": ["Low", "High"],
    }
    assert home.gathering.poll("progress").labels[1] == "Soon"
    assert "labels-more" in page.ids
    nadia.press("Save the scales", **{"labels-more": ""})
    assert list(home.gathering.session().label_sets) == ["progress"]
    page = nadia.press("Save the scales", **{"labels-progress": ""})
    assert "names a set that is not in label_sets" in page.problems[0]


def test_edits_on_pages_stand_in_the_log_of_acts(home: Home, nadia: Browser) -> None:
    nadia.press("Down: move the step Welcome")
    act = home.gathering.read(lambda work: records.latest_acts(work, home.gathering.session_id, 1))[0]
    assert (act.by, act.act, act.what) == ("Nadia", "move_item", "Welcome")
    assert NADIA.name != act.by


def test_after_the_end_texts_are_corrected_and_nothing_is_added(home: Home, nadia: Browser) -> None:
    home.gathering.go_live()
    home.gathering.end()
    page = nadia.open(nadia.at)
    assert not any(link.startswith("Add a") for link in page.links)
    nadia.follow("Break")
    assert "Saved." in nadia.press("Save the step", title="A long break").text


def test_a_form_that_was_open_when_the_session_ended_says_so_and_keeps_what_was_typed(
    home: Home, nadia: Browser
) -> None:
    home.gathering.go_live()
    nadia.open(nadia.at)
    nadia.follow("Add a step")
    home.gathering.end()
    page = nadia.press("Add the step", title="Too late")
    assert page.problems[0].startswith("The session has ended. Nothing was changed.")
    assert 'value="Too late"' in page.html
    assert "Too late" not in titles(home)


def test_a_form_that_was_open_when_the_sign_in_ended_saves_nothing(home: Home, nadia: Browser) -> None:
    nadia.follow("Welcome")
    home.nadia()
    page = nadia.press("Save the step", title="Written by nobody")
    assert nadia.at == "/organise/sign-in"
    assert "The form was open while you were signed out. Nothing was saved." in page.text
    assert titles(home)[0] == "Welcome"
