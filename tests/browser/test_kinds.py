"""Places, points, words, two axes and practices, from both sides: who answers, and who shows what came of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.devices import CALM, LAPTOP, Devices
from tests.browser.house import House, Meeting
from tests.browser.keyboard import Keyboard
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA
from tests.kinds import DEFINITION

FIRST, SPEND, FEW, HELPS, MOVE = (
    "What comes first",
    "Where to spend",
    "In few words",
    "What helps",
    "Could it move",
)


def held(house: House) -> Meeting:
    """A live meeting with others in it."""
    return house.live(ELENA, GIORGOS, JURGEN, SIOBHAN, ZOFIA, source=DEFINITION)


def show(meeting: Meeting, poll_id: int) -> None:
    """Results for everybody."""
    for to in ("stage", "phones"):
        meeting.host("show_results", poll_id=poll_id, to=to, shown=True)


def test_an_order_is_tapped_moved_and_sent_and_the_room_sees_the_average_place(house: House, devices: Devices) -> None:
    meeting = held(house)
    poll_id = meeting.ask(FIRST)
    meeting.answer(ELENA, FIRST, "Cost", "Care")
    phone, stage = devices.phone(), devices.projector()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    for label in ("Care", "Shifts"):
        phone.page.get_by_role("button", name=f"{label} Place").click()
    phone.page.get_by_role("button", name="Move up “Shifts”").click()
    expect(phone.said).to_have_text("Shifts is now in place 1 of 2.")
    phone.page.get_by_label("Place of: Shifts").select_option("2")
    phone.send()
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["1. Care", "2. Shifts"])
    expect(stage.body).not_to_contain_text("Average place")
    show(meeting, poll_id)
    for screen in (phone, stage):
        expect(screen.line("Care").get_by_role("cell")).to_have_text(["1.5", "1", "2"])
        expect(screen.line("Cost").get_by_role("cell")).to_have_text(["2.5", "1", "1"])
    expect(phone.line("Shifts")).to_contain_text("You: 2")


def test_points_are_given_by_button_and_by_number_and_never_more_than_there_are(house: House, devices: Devices) -> None:
    meeting = held(house)
    poll_id = meeting.ask(SPEND)
    meeting.answer(ZOFIA, SPEND, "Shifts 5")
    phone, host = devices.phone(), devices.laptop()
    phone.come_in(meeting.code)
    host.open(meeting.link(MARIA))
    for _ in range(2):
        phone.page.get_by_role("button", name="One point more: Care").click()
    phone.page.get_by_label("Cost", exact=True).fill("99")
    phone.page.get_by_label("Cost", exact=True).blur()
    expect(phone.page.get_by_label("Cost", exact=True)).to_have_value("8")
    expect(phone.page.locator(".points-left")).to_have_text("0 of 10 points left")
    phone.page.get_by_role("button", name="One point less: Care").click()
    phone.send()
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["Care: 1 point", "Cost: 8 points"])
    show(meeting, poll_id)
    expect(phone.line("Cost").get_by_role("cell")).to_have_text(["8", "57 %", "1"])
    expect(host.line_of(SPEND, "Shifts").get_by_role("cell")).to_have_text(["5", "36 %", "1"])


def test_the_host_puts_words_together_and_hides_one_and_the_screens_follow(house: House, devices: Devices) -> None:
    meeting = held(house)
    poll_id = meeting.ask(FEW)
    meeting.answer(SIOBHAN, FEW, "Crèche")
    meeting.answer(ZOFIA, FEW, "Brzydkie słowo")
    phone, stage, host = devices.phone(), devices.projector(), devices.laptop()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    host.open(meeting.link(MARIA))
    phone.page.get_by_label("First word").fill("Childcare")
    phone.page.get_by_label("Second word, if you like").fill("Time")
    phone.send()
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["Childcare", "Time"])
    show(meeting, poll_id)
    expect(stage.line("Brzydkie słowo")).to_have_count(1)
    card = host.card(FEW)
    card.get_by_label("Same as: Crèche").select_option(label="Childcare")
    card.get_by_role("button", name="Put together “Crèche”").click()
    expect(host.told).to_have_text("Put the words together.")
    card.get_by_role("button", name="Hide “Brzydkie słowo”").click()
    for screen in (phone, stage):
        expect(screen.line("Childcare").get_by_role("cell")).to_have_text(["2", "67 %"])
        expect(screen.line("Crèche")).to_have_count(0)
        expect(screen.line("Brzydkie słowo")).to_have_count(0)
    host.page.keyboard.press("u")
    expect(stage.line("Brzydkie słowo")).to_have_count(1)


def test_some_options_are_rated_on_two_axes_and_stand_between_them(house: House, devices: Devices) -> None:
    meeting = held(house)
    poll_id = meeting.ask(HELPS)
    meeting.answer(JURGEN, HELPS, "Mentors 4 1")
    phone, stage = devices.phone(), devices.projector()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    helps = phone.page.get_by_role("group", name="How much it helps “Mentors”")
    helps.get_by_role("radio", name="5, A lot").check()
    phone.send()
    expect(phone.alarmed).to_have_text("Rate “Mentors” on both scales, or clear it.")
    hard = phone.page.get_by_role("group", name="How hard to copy “Mentors”")
    hard.get_by_role("radio", name="2", exact=True).check()
    phone.send()
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["Mentors. How much it helps: 5. How hard to copy: 2."])
    show(meeting, poll_id)
    for screen in (phone, stage):
        expect(screen.line("Mentors").get_by_role("cell")).to_have_text(["4.5", "1.5", "2"])
        expect(screen.page.locator(".quadrant__mark")).to_have_count(1)


def test_a_practice_is_judged_and_its_needs_are_read_in_their_own_words(house: House, devices: Devices) -> None:
    meeting = held(house)
    poll_id = meeting.ask(MOVE)
    meeting.answer(ELENA, MOVE, "Yes", "With changes", "Ένας εταίρος στην πόλη")
    phone, stage, host = devices.phone(), devices.projector(), devices.laptop()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    host.open(meeting.link(MARIA))
    phone.page.get_by_role("group", name="Is it relevant for us?").get_by_text("Partly", exact=True).click()
    phone.send()
    expect(phone.alarmed).to_have_text("Answer both questions. What you would need can stay empty.")
    phone.page.get_by_role("group", name="Could we copy it?").get_by_text("With changes", exact=True).click()
    phone.send()
    phone.is_saved()
    show(meeting, poll_id)
    for screen in (phone, stage):
        expect(screen.line("With changes").get_by_role("cell")).to_have_text(["2", "100 %"])
        expect(screen.results.get_by_text("Ένας εταίρος στην πόλη")).to_be_visible()
    host.press_beside("Hide", "Ένας εταίρος στην πόλη")
    for screen in (phone, stage):
        expect(screen.results.get_by_text("Ένας εταίρος στην πόλη")).to_have_count(0)


SIZES = {"a phone with a keyboard": {"width": 390, "height": 600}, "a laptop": LAPTOP["viewport"]}


@pytest.fixture(params=SIZES)
def keyed(request: pytest.FixtureRequest, devices: Devices) -> Page:
    """A page whose owner has no pointer."""
    return devices.new(viewport=SIZES[request.param], **CALM).new_page()


def test_an_order_is_made_with_the_keyboard_alone(house: House, devices: Devices, keyed: Page) -> None:
    meeting = held(house)
    poll_id = meeting.ask(FIRST)
    stage = devices.projector()
    stage.open(meeting.link(BIG_SCREEN))
    keyboard, phone = Keyboard(keyed), Phone(keyed, house.served.base)
    phone.open(meeting.code)
    keyboard.go_to(keyed.get_by_role("radio").first)
    keyboard.press("Space")
    keyboard.go_to(keyed.get_by_role("button", name="Join", exact=True))
    keyboard.press("Enter")
    keyboard.go_to(keyed.get_by_role("button", name="Cost Place 1"))
    keyboard.press("Enter")
    expect(keyed.get_by_role("button", name="Shifts Place 2")).to_be_focused()
    keyboard.press("Enter")
    keyboard.go_to(keyed.get_by_role("button", name="Move up “Shifts”"), "Shift+Tab")
    keyboard.press("Space")
    expect(keyed.get_by_role("button", name="Move up “Shifts”")).to_be_focused()
    keyboard.go_to(keyed.get_by_role("button", name="Move down “Shifts”"))
    keyboard.press("Enter")
    expect(phone.said).to_have_text("Shifts is now in place 2 of 2.")
    keyboard.press("Shift+Tab", "Enter")
    expect(phone.said).to_have_text("Shifts is now in place 1 of 2.")
    keyboard.go_to(keyed.get_by_label("Place of: Cost"))
    keyboard.press("ArrowUp")
    expect(keyed.get_by_label("Place of: Cost")).to_be_focused()
    keyboard.go_to(keyed.get_by_role("button", name="Leave out “Shifts”"))
    keyboard.press("Enter")
    expect(keyed.get_by_role("button", name="Shifts Place 2")).to_be_focused()
    keyboard.go_to(keyed.get_by_role("button", name="Send answer"))
    keyboard.press("Enter")
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["1. Cost"])
    meeting.host("show_results", poll_id=poll_id, to="stage", shown=True)
    expect(stage.line("Cost").get_by_role("cell")).to_have_text(["1.0", "1", "1"])
    expect(stage.line("Shifts").get_by_role("cell")).to_have_text(["4.0", "0", "0"])
    keyboard.used_nothing_else()
