"""The pages of hosts and organisers in their main states, for axe-core and for narrow windows: nothing is found."""

import re

import pytest
from playwright.sync_api import Page, expect

from facilitator.services import accounts
from facilitator.storage import people
from facilitator.storage.database import Work
from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA

PEOPLE = (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)
WAY, BARRIERS = "How do you work", "Which barriers matter"
PASSWORD = "three blue bicycles"

pytestmark = pytest.mark.timeout(300)


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
    expect(host.line_of(WAY, "Alone")).to_contain_text("100 %")
    window.locator("[data-knot]").nth(1).click()
    inspector.scan(window, "live, with an open step")
    collect(meeting)
    meeting.step("Cooperation")
    expect(host.idea("Wir suchen Betriebe")).to_be_visible()
    host.idea("Wir suchen Betriebe").get_by_role("button", name="Move to column…").click()
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
