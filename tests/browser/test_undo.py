"""The way back: what a host did a moment ago is undone with one key, and the session is as it was."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, expect
from sqlalchemy import select

from facilitator.domain.turns import Turn
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, LAPTOP, Devices
from tests.browser.house import House, Meeting
from tests.cast import ELENA, GIORGOS, JURGEN, MARIA
from tests.factories import DEFINITION, POLLS

WAY, BARRIERS, WORDS = POLLS["way"], POLLS["barriers"], POLLS["words"]
BOARD = "How can we work together"
FACTORS = """
  - kind: poll
    title: Factors
    minutes: 5
    polls:
      - kind: multiple
        title: What helped
        max_choices: 2
        options: [{text: Coaching, type: factor}, {text: Childcare, type: factor}]
"""
SOURCE = DEFINITION + FACTORS
STEERS = {"rev", "since", "now_ms", "version", "last", "acts", "started_at_ms", "closed_at_ms", "spent_ms"}
"""What tells how often and when something was done, not what is."""


def bare(thing: object) -> object:
    """A state without what only tells of acts."""
    if isinstance(thing, dict):
        return {key: bare(value) for key, value in thing.items() if key not in STEERS}
    return [bare(each) for each in thing] if isinstance(thing, list) else thing


def host_of(meeting: Meeting, devices: Devices) -> ControlRoom:
    """Maria's control room."""
    host = devices.laptop(devices.new(**LAPTOP, **CALM))
    host.open(meeting.link(MARIA))
    return host


@contextmanager
def undone(meeting: Meeting, host: ControlRoom) -> Iterator[None]:
    """What is done within changes something; then one key brings all of it back."""
    before = bare(meeting.gathering.state(MARIA))
    yield
    expect(host.page.get_by_role("button", name="Undo (nothing to undo)")).to_have_count(0)
    done = host.told.text_content()
    assert bare(meeting.gathering.state(MARIA)) != before, done
    host.page.keyboard.press("u")
    expect(host.told).to_contain_text("Undone.")
    assert bare(meeting.gathering.state(MARIA)) == before, done


def press(host: ControlRoom, button: Locator) -> None:
    """Press a button that afterwards says something else, or stays down."""
    pressed = button.get_attribute("aria-pressed")
    button.click()
    if pressed is None:
        expect(button).to_have_count(0)
    else:
        expect(button).to_have_attribute("aria-pressed", "false" if pressed == "true" else "true")


def each_is_undone(meeting: Meeting, host: ControlRoom, *buttons: Locator) -> None:
    """Every one of these buttons is pressed, and its act undone."""
    for button in buttons:
        with undone(meeting, host):
            press(host, button)
        expect(button).to_be_visible()


def test_the_big_screen_the_doors_and_the_steps(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, source=SOURCE)
    host = host_of(meeting, devices)
    named = host.page.get_by_role
    each_is_undone(
        meeting,
        host,
        *(
            named("button", name=re.compile(f"^{name}"))
            for name in ("Blank big screen", "Show how to join", "Lock doors")
        ),
        host.page.locator(".launch", has_text="Launch next: Barriers"),
    )
    with undone(meeting, host):
        host.page.get_by_label("Note to the room").fill("A short break")
        host.page.get_by_role("button", name="Show note on every screen").click()
        expect(host.page.get_by_role("button", name="Take the note away")).to_be_visible()
    host.run.get_by_role("button", name="Break").click()
    each_is_undone(meeting, host, host.run.get_by_role("button", name="Skip “Break”"))
    with undone(meeting, host):
        host.run.get_by_role("button", name="+5 min “Break”").click()
        expect(host.run).to_contain_text("10 minutes")


def test_a_question_and_what_is_shown_of_it(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, GIORGOS, source=SOURCE)
    meeting.step("Barriers")
    meeting.ask("words")
    meeting.answer(ELENA, "words", "Night shifts")
    host = host_of(meeting, devices)
    about = host.card(WORDS).get_by_role
    each_is_undone(
        meeting,
        host,
        *(about("button", name=f"{says} “{WORDS}”") for says in ("Show results on phones", "Close voting")),
        host.page.get_by_role("button", name="Hide “Night shifts”"),
        host.card(BARRIERS).get_by_role("button", name=f"Leave it out “{BARRIERS}”"),
    )
    host.press("Open voting", BARRIERS)
    host.page.keyboard.press("u")
    expect(host.card(BARRIERS)).to_contain_text("Closed")


@pytest.fixture
def board(house: House) -> Meeting:
    """Three ideas, of which one waits; one barrier was chosen; the speakers were asked something."""
    made = house.live(ELENA, GIORGOS, JURGEN, source=SOURCE)
    made.ask("barriers")
    made.answer(ELENA, "barriers", "Care")
    made.host("open_questions")
    made.act(ELENA, "ask_question", text="What did it cost?", language="en")
    made.step("Cooperation")
    made.host("open_board", board_id=made.gathering.board().id)
    for person, text in ((ELENA, "Lend mentors"), (GIORGOS, "Share rooms")):
        made.host("review_post", post_id=made.suggest(person, "Offer", text), state="approved")
    made.suggest(JURGEN, "Ask", "Buy our software")
    return made


def test_ideas_and_their_board(board: Meeting, devices: Devices) -> None:
    host = host_of(board, devices)
    named = host.page.get_by_role
    each_is_undone(
        board,
        host,
        named("button", name="Approve “Buy our software”"),
        named("button", name="Decline “Buy our software”"),
        named("button", name="Pin “Lend mentors”"),
        named("button", name="Hide “Share rooms”"),
        host.card(BOARD).get_by_role("button", name=f"Stop taking ideas “{BOARD}”"),
        host.card(BOARD).get_by_role("button", name=f"Reveal ideas to everybody “{BOARD}”"),
    )
    board.host("reveal_board", board_id=board.gathering.board().id, revealed=True)
    vote = host.card(BOARD).get_by_role("button", name=f"Let people give points “{BOARD}”")
    expect(vote).to_be_visible()
    each_is_undone(board, host, vote)
    with undone(board, host):
        host.idea("Lend mentors").get_by_role("button", name="Move to column…").click()
        host.idea("Lend mentors").get_by_role("button", name="Idea", exact=True).click()
        expect(host.page.get_by_role("region", name="Idea, 1 idea")).to_contain_text("Lend mentors")


def test_questions_to_the_speakers(board: Meeting, devices: Devices) -> None:
    host = host_of(board, devices)
    named = host.page.get_by_role
    each_is_undone(
        board,
        host,
        named("button", name="Approve “What did it cost?”"),
        named("button", name="Review first", exact=True),
        named("button", name="Close questions", exact=True),
        named("button", name="On the big screen", exact=True),
    )
    board.host("review_question", question_id=board.gathering.question("What did it cost?").id, state="approved")
    answered = named("button", name="Answered “What did it cost?”")
    expect(answered).to_be_visible()
    each_is_undone(
        board, host, answered, *(named("button", name=f"{says} “What did it cost?”") for says in ("Pin", "Hide"))
    )


def test_what_answered_what_and_who_spoke_and_nothing_older(board: Meeting, devices: Devices) -> None:
    host = host_of(board, devices)
    press(host, host.page.get_by_role("button", name="Show how to join"))
    pairs = host.page.get_by_role("region", name="What answered what")
    pairs.locator("summary", has_text="Care").click()
    with undone(board, host):
        pairs.get_by_role("checkbox", name="Coaching").check()
        expect(host.told).to_have_text("Put the two together.")
    expect(pairs.get_by_role("checkbox", name="Coaching")).not_to_be_checked()
    host.page.keyboard.press("t")
    expect(host.page.get_by_role("button", name="Somebody spoke…")).to_have_attribute("aria-expanded", "true")
    host.page.keyboard.press("1")
    expect(host.told).to_have_text("Counted a turn: Trade union.")
    host.page.keyboard.press("u")
    expect(host.told).to_have_text("Undone. Took the turn back.")
    assert board.gathering.read(lambda work: work.orm.scalars(select(Turn)).all()) == []
    expect(host.page.get_by_role("button", name="Show how to join")).to_have_attribute("aria-pressed", "true")
