"""What participants see, in its main states, for axe-core and for narrow windows: nothing is found."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cable import Cable
from tests.browser.devices import CALM, Devices
from tests.browser.house import House
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import ELENA, GIORGOS, JURGEN, SIOBHAN, ZOFIA

PEOPLE = (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)
WAY = "How do you work"

pytestmark = pytest.mark.timeout(300)


def test_before_the_door(house: House, devices: Devices, window: Page, inspector: Inspector) -> None:
    devices.guard.expect("404 ")
    window.goto("/")
    inspector.scan(window, "code")
    window.get_by_role("button", name="Continue").click()
    inspector.scan(window, "code missing")
    window.goto("/j/ZZZZZZ")
    inspector.scan(window, "wrong code")
    window.goto("/nowhere")
    inspector.scan(window, "no such page")
    window.goto("/enter")
    expect(window.get_by_role("main")).to_contain_text("This link is not complete.")
    inspector.scan(window, "incomplete link")
    for about in ("accessibility", "privacy"):
        window.goto(f"/{about}")
        inspector.scan(window, about)


def test_at_the_door(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.draft()
    window.goto(f"/j/{meeting.code}")
    inspector.scan(window, "too early")
    meeting.host("open_doors")
    window.reload()
    inspector.scan(window, "joining")
    window.get_by_role("button", name="Join", exact=True).click()
    inspector.scan(window, "joining without a group")
    meeting.host("lock_doors", locked=True)
    window.reload()
    inspector.scan(window, "locked")
    meeting.host("lock_doors", locked=False)
    meeting.host("start_session")
    meeting.host("end_session", confirm="END")
    window.reload()
    inspector.scan(window, "ended")


def test_a_phone_with_questions(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.lobby()
    meeting.gathering.admit(*PEOPLE)
    phone = Phone(window, house.served.base)
    phone.come_in(meeting.code)
    inspector.scan(window, "lobby")
    meeting.host("start_session")
    expect(phone.heading).to_have_text("Welcome")
    inspector.scan(window, "step without a question")
    poll_id = meeting.ask("way")
    expect(phone.heading).to_have_text(WAY)
    phone.send()
    inspector.scan(window, "nothing chosen")
    phone.answer(own_words="Night shifts")
    phone.is_saved()
    inspector.scan(window, "saved")
    phone.change()
    inspector.scan(window, "changing")
    meeting.answer(ELENA, "way", "Alone")
    meeting.host("close_poll", poll_id=poll_id)
    expect(phone.body).to_contain_text("Voting is closed.")
    inspector.scan(window, "closed")
    meeting.host("show_results", poll_id=poll_id, to="phones", shown=True)
    expect(phone.line("Alone")).to_contain_text("50 %")
    inspector.scan(window, "results")
    window.get_by_role("button", name="Table").click()
    with phone.big_screen():
        inspector.scan(window, "results as a table")


def test_a_phone_with_scale_several_and_text(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.live(*PEOPLE)
    phone = Phone(window, house.served.base)
    phone.come_in(meeting.code)
    poll_id = meeting.ask("progress")
    phone.choose("Not for us")
    inspector.scan(window, "scale")
    phone.send()
    phone.is_saved()
    meeting.answer(ELENA, "progress", "Planned")
    meeting.host("show_results", poll_id=poll_id, to="phones", shown=True)
    expect(phone.line("Planned")).to_contain_text("100 %")
    inspector.scan(window, "live results of a scale")
    meeting.step("Barriers")
    meeting.ask("barriers")
    phone.choose("Care", "Cost", own_words="Night shifts")
    inspector.scan(window, "several")
    poll_id = meeting.ask("words")
    expect(phone.banner).to_contain_text("A new question is open")
    inspector.scan(window, "a new question for somebody who is busy")
    phone.go_to_it()
    window.get_by_label("Your answer", exact=True).fill("x" * 201)
    phone.send()
    inspector.scan(window, "text that is too long")
    meeting.answer(ELENA, "words", "Οι βάρδιες αλλάζουν")
    meeting.host("show_results", poll_id=poll_id, to="phones", shown=True)
    meeting.host("send_message", text="We go on at three.")
    expect(phone.body).to_contain_text("We go on at three.")
    inspector.scan(window, "texts and a note")


def test_a_phone_with_ideas_and_the_end(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.live(*PEOPLE)
    phone = Phone(window, house.served.base)
    phone.come_in(meeting.code)
    meeting.step("Cooperation")
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    expect(phone.heading).to_have_text("How can we work together")
    window.get_by_role("button", name="Send idea").click()
    inspector.scan(window, "an idea without anything")
    phone.suggest("Offer", "We lend mentors")
    expect(phone.my_ideas).to_contain_text(["Waiting for the host"])
    inspector.scan(window, "my idea")
    window.get_by_role("button", name="Edit").click()
    inspector.scan(window, "editing my idea")
    post_id = meeting.suggest(JURGEN, "Ask", "Wir suchen Betriebe")
    meeting.host("review_post", post_id=post_id, state="approved")
    meeting.host("pin_post", post_id=post_id, pinned=True)
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    expect(phone.idea("Wir suchen Betriebe")).to_be_visible()
    inspector.scan(window, "everybody's ideas")
    meeting.host("end_session", confirm="END")
    expect(phone.heading).to_have_text("Thank you")
    inspector.scan(window, "the end")


def test_a_phone_in_trouble(house: House, devices: Devices, inspector: Inspector) -> None:
    devices.guard.expect("ERR_FAILED", "409 ")
    meeting = house.live()
    device = devices.new(base_url=house.served.base, **CALM)
    cable = Cable(device)
    phone = devices.phone(device)
    phone.page.clock.install()
    phone.come_in(meeting.code)
    second = devices.phone(device)
    second.open(meeting.code)
    expect(second.heading).to_have_text("This session is open in another tab")
    inspector.scan(second.page, "another tab")
    second.page.close()
    poll_id = meeting.ask("way")
    expect(phone.heading).to_have_text(WAY)
    device.route("**/api/**", lambda route: route.abort())
    cable.cut()
    phone.answer("Alone")
    phone.page.clock.fast_forward(31_000)
    expect(phone.banner).to_contain_text("You are offline.")
    inspector.scan(phone.page, "offline, not sent")
    meeting.host("close_poll", poll_id=poll_id)
    device.unroute("**/api/**")
    cable.mend()
    phone.page.clock.fast_forward(6_000)
    expect(phone.banner).to_contain_text("Voting closed before your answer arrived.")
    inspector.scan(phone.page, "refused")
