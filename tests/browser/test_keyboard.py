"""Joining, answering and moderating with a keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, LAPTOP, PROJECTOR, Devices
from tests.browser.house import House
from tests.browser.keyboard import Keyboard
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, JURGEN, MARIA

WAY = "How do you work"
SIZES = {"a phone with a keyboard": {"width": 390, "height": 600}, "a laptop": LAPTOP["viewport"]}


@pytest.fixture(params=SIZES)
def window(request: pytest.FixtureRequest, devices: Devices) -> Page:
    return devices.new(viewport=SIZES[request.param], **CALM).new_page()


def test_a_participant_joins_answers_and_changes_the_answer(house: House, window: Page) -> None:
    meeting = house.live()
    poll_id = meeting.ask("way")
    keyboard, phone = Keyboard(window), Phone(window, house.served.base)
    window.goto(house.served.base)
    keyboard.go_to(window.get_by_label("Enter the session code"))
    keyboard.write(meeting.code.lower())
    keyboard.press("Enter")
    keyboard.go_to(window.get_by_role("radio").first)
    keyboard.press("Space", "ArrowDown")
    expect(window.get_by_role("radio", name="Employment service")).to_be_checked()
    keyboard.go_to(window.get_by_role("button", name="Join", exact=True))
    keyboard.press("Enter")
    expect(phone.heading).to_have_text(WAY)
    keyboard.go_to(window.get_by_role("radio", name="Alone"))
    keyboard.press("Space", "ArrowDown", "ArrowDown")
    keyboard.go_to(window.get_by_label("In my own words", exact=True))
    keyboard.write("Night shifts")
    keyboard.press("Enter")
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["Night shifts"])
    keyboard.go_to(window.get_by_role("button", name="Change my answer"))
    keyboard.press("Enter")
    keyboard.go_to(window.get_by_role("radio", name="Something else"), "Shift+Tab")
    keyboard.press("ArrowUp")
    keyboard.go_to(window.get_by_role("button", name="Send answer"))
    keyboard.press("Enter")
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["In a team"])
    meeting.host("show_results", poll_id=poll_id, to="phones", shown=True)
    keyboard.go_to(window.get_by_role("button", name="Table"))
    keyboard.press("Space")
    expect(phone.line("In a team")).to_be_visible()
    keyboard.used_nothing_else()


def test_a_participant_writes_an_idea_and_supports_another(house: House, window: Page) -> None:
    meeting = house.live(ELENA)
    meeting.step("Cooperation")
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    post_id = meeting.suggest(ELENA, "Ask", "Who has rooms")
    keyboard, phone = Keyboard(window), Phone(window, house.served.base)
    phone.open(meeting.code)
    keyboard.go_to(window.get_by_role("radio").first)
    keyboard.press("Space")
    keyboard.go_to(window.get_by_role("button", name="Join", exact=True))
    keyboard.press("Enter")
    keyboard.go_to(window.get_by_role("radio", name="Offer"))
    keyboard.press("Space")
    keyboard.go_to(window.get_by_label("Your idea", exact=True))
    keyboard.write("We lend mentors")
    keyboard.go_to(window.get_by_role("button", name="Send idea"))
    keyboard.press("Enter")
    expect(phone.my_ideas).to_contain_text(["We lend mentors"])
    meeting.host("review_post", post_id=post_id, state="approved")
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    support = phone.idea("Who has rooms").get_by_role("button", name="Support")
    keyboard.go_to(support)
    keyboard.press("Space")
    expect(support).to_have_attribute("aria-pressed", "true")
    expect(support).to_have_text("Support, 1 person")
    keyboard.used_nothing_else()


def test_a_moderator_launches_opens_closes_and_shows_with_single_keys(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    meeting.gathering.admit(ELENA, JURGEN)
    page = devices.new(**LAPTOP, **CALM).new_page()
    keyboard, host = Keyboard(page), ControlRoom(page, house.served.base)
    host.open(meeting.link(MARIA))
    keyboard.press("l")
    expect(host.live.locator(".live__title")).to_have_text("Welcome")
    keyboard.press("o")
    expect(host.card(WAY)).to_contain_text("Open")
    meeting.answer(ELENA, "way", "Alone")
    expect(host.card(WAY)).to_contain_text("1 answer")
    for key, says in (
        ("c", "Closed"),
        ("r", "Results are on the big screen."),
        ("Shift+R", "Results are on the big screen and phones."),
        ("u", "Results are on the big screen."),
        ("r", "Results are hidden from everybody."),
        ("c", "Open"),
    ):
        keyboard.press(key)
        expect(host.card(WAY)).to_contain_text(says)
    keyboard.press("l")
    expect(host.live.locator(".live__title")).to_have_text("Barriers")
    keyboard.used_nothing_else()


def test_a_moderator_does_the_same_with_tab_and_enter_alone(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    meeting.gathering.admit(ELENA, JURGEN)
    page = devices.new(**LAPTOP, **CALM).new_page()
    keyboard, host = Keyboard(page), ControlRoom(page, house.served.base)
    host.open(meeting.link(MARIA))
    keyboard.go_to(page.get_by_role("button", name="Keys"))
    keyboard.press("Enter")
    keyboard.go_to(page.get_by_role("checkbox", name=re.compile("Single keys act")))
    keyboard.press("Space", "Escape")
    expect(page.get_by_role("button", name="Keys")).to_be_focused()
    keyboard.press("l")
    keyboard.go_to(host.next.get_by_role("button", name="Start the session: Welcome"))
    keyboard.press("Enter")
    for button, says in (
        ("Open voting", "Open"),
        ("Close voting", "Closed"),
        ("Show results on big screen", "Results are on the big screen."),
        ("Show results on phones", "Results are on the big screen and phones."),
    ):
        keyboard.go_to(host.card(WAY).get_by_role("button", name=f"{button} “{WAY}”"))
        keyboard.press("Enter")
        expect(host.card(WAY)).to_contain_text(says)
    keyboard.go_to(host.next.get_by_role("button", name="Launch next: Barriers"), "Shift+Tab")
    keyboard.press("Enter")
    expect(host.live.locator(".live__title")).to_have_text("Barriers")
    keyboard.used_nothing_else()


def test_a_moderator_reviews_pins_and_moves_ideas(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, JURGEN)
    meeting.step("Cooperation")
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    meeting.suggest(ELENA, "Ask", "Who has rooms")
    meeting.suggest(JURGEN, "Offer", "Buy our software")
    page = devices.new(**LAPTOP, **CALM).new_page()
    keyboard, host = Keyboard(page), ControlRoom(page, house.served.base)
    host.open(meeting.link(MARIA))
    keyboard.go_to(page.get_by_role("button", name="Approve “Who has rooms”"))
    keyboard.press("Enter")
    keyboard.go_to(page.get_by_role("button", name="Decline “Buy our software”"))
    keyboard.press("Enter")
    expect(host.idea("Buy our software").last).to_contain_text("declined")
    pin = page.get_by_role("button", name="Pin “Who has rooms”", exact=True)
    keyboard.go_to(pin)
    keyboard.press("Enter")
    expect(page.get_by_role("button", name="Unpin “Who has rooms”")).to_be_focused()
    keyboard.go_to(page.get_by_role("button", name="Move to column… “Who has rooms”"))
    keyboard.press("Enter")
    keyboard.go_to(page.get_by_role("list", name="Columns").get_by_role("button", name="Idea"))
    keyboard.press("Enter")
    expect(page.get_by_role("region", name="Idea, 1 idea")).to_contain_text("Who has rooms")
    keyboard.used_nothing_else()


def test_the_person_at_the_big_screen_pauses_it_and_asks_for_the_table(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, JURGEN)
    poll_id = meeting.ask("way")
    meeting.answer(ELENA, "way", "Alone")
    meeting.host("show_results", poll_id=poll_id, to="stage", shown=True)
    page = devices.new(**PROJECTOR, **CALM).new_page()
    keyboard, stage = Keyboard(page), BigScreen(page, house.served.base)
    stage.open(meeting.link(BIG_SCREEN))
    pause = page.get_by_role("button", name="Pause updates")
    keyboard.go_to(pause)
    keyboard.press("Enter")
    expect(stage.body).to_contain_text("Updates paused")
    meeting.answer(JURGEN, "way", "In a team")
    keyboard.go_to(page.get_by_role("button", name="Table"))
    keyboard.press("Enter")
    expect(stage.line("Alone").get_by_role("cell").first).to_be_visible()
    expect(stage.line("Alone")).to_contain_text("100 %")
    keyboard.press("p")
    expect(stage.line("Alone")).to_contain_text("50 %")
    keyboard.used_nothing_else()


@pytest.mark.parametrize(
    ("spoilt", "finding"),
    [
        ("for (const one of document.querySelectorAll('*')) one.style.outline = 'none'", "not with a ring"),
        ("document.querySelector('.page-footer').style.pointerEvents = 'none'", "not not covered"),
    ],
)
def test_a_focus_that_cannot_be_seen_is_found(house: House, window: Page, spoilt: str, finding: str) -> None:
    keyboard = Keyboard(window)
    window.goto(house.served.base)
    window.evaluate(f"() => {{ {spoilt} }}")
    keyboard.go_to(window.get_by_role("link", name="Privacy"))
    assert any(finding in each for each in keyboard.findings)


def test_a_pointer_is_found(house: House, window: Page) -> None:
    keyboard = Keyboard(window)
    window.goto(house.served.base)
    window.get_by_label("Enter the session code").click()
    with pytest.raises(AssertionError):
        keyboard.used_nothing_else()
