"""Every page in its main states, for axe-core and for narrow windows: nothing is found."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from facilitator.services import accounts
from facilitator.storage import people
from facilitator.storage.database import Work
from tests.browser.big_screen import BigScreen
from tests.browser.cable import Cable
from tests.browser.control_room import ControlRoom
from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA

PEOPLE = (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)
WAY, BARRIERS = "How do you work", "Which barriers matter"
PASSWORD = "three blue bicycles"
CALM = {"reduced_motion": "reduce"}
"""Colours are measured when they have arrived."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def inspector(record_property: Callable[[str, object], None]) -> Iterator[Inspector]:
    made = Inspector()
    yield made
    record_property("scans", made.scans)
    made.verdict()


@pytest.fixture
def window(devices: Devices, house: House) -> Page:
    return devices.new(base_url=house.served.base, **CALM).new_page()


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
    phone.page.get_by_role("button", name="Try now").click()
    expect(phone.banner).to_contain_text("Voting closed before your answer arrived.")
    inspector.scan(phone.page, "refused")


def test_the_control_room(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.draft()
    host = ControlRoom(window, house.served.base)
    host.open(meeting.link(MARIA))
    inspector.scan(window, "draft")
    meeting.host("open_doors")
    meeting.gathering.admit(*PEOPLE)
    meeting.host("start_session")
    meeting.ask("way")
    meeting.answer(ELENA, "way", "Alone")
    expect(host.line(WAY, "Alone")).to_contain_text("100 %")
    window.locator("[data-knot]").nth(1).click()
    inspector.scan(window, "live, with an open step")
    collect(meeting)
    meeting.step("Cooperation")
    expect(host.idea("Wir suchen Betriebe")).to_be_visible()
    host.idea("Wir suchen Betriebe").get_by_role("button", name="Move to…").click()
    inspector.scan(window, "ideas")
    window.get_by_role("button", name="Keys").click()
    inspector.scan(window, "keys")
    window.keyboard.press("Escape")
    window.get_by_role("button", name="End session…").click()
    inspector.scan(window, "about to end")
    window.keyboard.press("Escape")
    meeting.host("end_session", confirm="END")
    expect(window.get_by_role("heading", name="The session is over")).to_be_visible()
    inspector.scan(window, "over")
    window.get_by_role("link", name="See the results").click()
    inspector.scan(window, "results")


def collect(meeting: Meeting) -> None:
    """One idea waits, one is on the board, which is revealed."""
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    meeting.suggest(GIORGOS, "Offer", "Δίνουμε αίθουσες")
    post_id = meeting.suggest(JURGEN, "Ask", "Wir suchen Betriebe")
    meeting.host("review_post", post_id=post_id, state="approved")
    meeting.host("reveal_board", board_id=board_id, revealed=True)


def test_the_big_screen(house: House, window: Page, inspector: Inspector) -> None:
    meeting = house.lobby()
    meeting.gathering.admit(*PEOPLE)
    stage = BigScreen(window, house.served.base)
    stage.open(meeting.link(BIG_SCREEN))
    expect(window.get_by_role("img", name="QR code to join")).to_be_visible()
    inspector.scan(window, "how to join")
    meeting.host("start_session")
    expect(stage.heading).to_have_text("Welcome")
    inspector.scan(window, "a step")
    way = meeting.ask("way")
    expect(stage.heading).to_have_text(WAY)
    inspector.scan(window, "answers so far")
    meeting.answer(ELENA, "way", "Alone")
    meeting.host("show_results", poll_id=way, to="stage", shown=True)
    expect(stage.line("Alone")).to_contain_text("100 %")
    inspector.scan(window, "results")
    window.keyboard.press("t")
    inspector.scan(window, "results as a table")
    window.keyboard.press("t")
    meeting.ask("progress")
    expect(stage.heading).to_have_text("Welcome")
    inspector.scan(window, "several questions")
    collect(meeting)
    meeting.step("Cooperation")
    expect(stage.column("Ask")).to_contain_text("Wir suchen Betriebe")
    inspector.scan(window, "ideas")
    meeting.host("set_stage", view="blank")
    expect(stage.heading).to_have_text("Balance in training")
    inspector.scan(window, "blank")
    meeting.host("set_stage", view="auto")
    meeting.host("end_session", confirm="END")
    expect(stage.heading).to_have_text("Thank you for thinking together")
    inspector.scan(window, "thanks")


def first_link(meeting: Meeting) -> str:
    """Nadia's first sign-in link."""

    def make(work: Work) -> str:
        nadia = people.find_organiser_by_email(work, "nadia@example.org")
        assert nadia is not None
        return accounts.make_sign_in_link(work, nadia)

    return f"/organise/first/{meeting.gathering.write(make)}"


def organiser_pages(meeting: Meeting) -> list[str]:
    """The organiser's pages about one session."""
    step, poll = meeting.gathering.items()[0].id, meeting.gathering.poll("barriers").id
    parts = ["", "links", "settings", "scales", "take-away", "poster", "delete", "steps/new", f"steps/{step}"]
    parts += [f"steps/{step}/remove", f"steps/{step}/boards/new", f"questions/{poll}", f"questions/{poll}/remove"]
    parts += [f"steps/{step}/questions/new?kind={kind}" for kind in ("single", "multiple", "scale", "text")]
    parts += [f"boards/{meeting.gathering.board().id}"]
    here = f"/organise/{meeting.public_id}"
    return [f"{here}/{part}".rstrip("/") for part in parts]


def test_the_organisers_pages(house: House, devices: Devices, window: Page, inspector: Inspector) -> None:
    devices.guard.expect("400 ")
    meeting = house.draft()
    window.goto("/organise/sign-in")
    inspector.scan(window, "sign-in")
    window.goto(first_link(meeting))
    inspector.scan(window, "first sign-in")
    window.get_by_label("Your name").fill("Nadia")
    window.get_by_label("E-mail address").fill("nadia@example.org")
    window.get_by_label(re.compile("[Pp]assword")).first.fill("short")
    window.get_by_role("button", name="Save and sign in").click()
    inspector.scan(window, "first sign-in with a mistake")
    window.get_by_label(re.compile("[Pp]assword")).first.fill(PASSWORD)
    window.get_by_role("button", name="Save and sign in").click()
    window.wait_for_url(re.compile(r"/organise/(#.*)?$"))
    inspector.scan(window, "sessions")
    for address in ("/organise/new", "/organise/import", *organiser_pages(meeting)):
        window.goto(address)
        inspector.scan(window, address.replace(meeting.public_id, "…"))
