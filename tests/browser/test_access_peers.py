"""What people do with each other, in its states, for axe-core and for narrow windows: nothing is found."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.browser.pictures_kinds import SESSION, fill, gather
from tests.browser.test_joins import IDEA, join, revealed
from tests.browser.test_pairs import asking
from tests.cast import BIG_SCREEN, GIORGOS, MARIA, Person

pytestmark = pytest.mark.timeout(300)
CROWD = [Person(name=f"Union {n}", group="trade-union") for n in range(9)]
CROWD += [Person(name=f"Service {n}", group="employment-service") for n in range(9)]


def calm(devices: Devices) -> Page:
    """A page in which nothing moves."""
    return devices.new(base_url=devices.base, **CALM).new_page()


def on_phone(meeting: Meeting, devices: Devices) -> Phone:
    phone = Phone(calm(devices), devices.base)
    phone.come_in(meeting.code)
    return phone


def on_stage(meeting: Meeting, devices: Devices) -> BigScreen:
    stage = BigScreen(calm(devices), devices.base)
    stage.open(meeting.link(BIG_SCREEN))
    return stage


def at_desk(meeting: Meeting, devices: Devices) -> ControlRoom:
    host = ControlRoom(calm(devices), devices.base)
    host.open(meeting.link(MARIA))
    return host


LONG = "Weiterbildungsförderungsberatung Kinderbetreuungskostenerstattungsformulare"


def test_words_that_are_longer_than_a_phone_is_wide(house: House, devices: Devices, inspector: Inspector) -> None:
    short = ("What do you want to take home today?", "Learning in paid hours", "Taster days", "Where should we put")
    source = SESSION
    for place, words in enumerate((*short, "New partners", "First practice:")):
        source = source.replace(words, f"{LONG} {place}")
    meeting = house.live(source=source)
    phone = on_phone(meeting, devices)
    for poll in meeting.gathering.polls():
        poll_id = meeting.ask(poll.title)
        expect(phone.heading).to_have_text(poll.title)
        inspector.scan(phone.page, f"{poll.kind}, with long words")
        meeting.host("close_poll", poll_id=poll_id)
        meeting.host("show_results", poll_id=poll_id, to="phones", shown=True)
    expect(phone.page.get_by_role("heading", name="Also here")).to_be_visible()


def test_every_way_to_ask(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = gather(house)
    phone, stage = on_phone(meeting, devices), on_stage(meeting, devices)
    for poll in meeting.gathering.polls():
        meeting.host("reopen_poll", poll_id=poll.id)
        expect(phone.heading).to_have_text(poll.title)
        phone.send()
        inspector.scan(phone.page, f"{poll.kind}, nothing chosen")
        fill(phone, poll.kind)
        phone.send()
        phone.is_saved()
        meeting.host("close_poll", poll_id=poll.id)
        for to in ("stage", "phones"):
            meeting.host("show_results", poll_id=poll.id, to=to, shown=True)
        expect(stage.results).to_be_visible()
        expect(phone.results.first).to_be_visible()
        inspector.scan(stage.page, f"{poll.kind}, on the big screen")
        inspector.scan(phone.page, f"{poll.kind}, on the phone")
        meeting.host("show_results", poll_id=poll.id, to="stage", shown=False)
    inspector.scan(at_desk(meeting, devices).page, "every way to ask")


def test_results_by_group(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = house.live(*CROWD)
    way = meeting.ask("way")
    for number, person in enumerate(CROWD):
        meeting.answer(person, "way", "Alone" if number % 3 else "In a team")
    meeting.host("close_poll", poll_id=way)
    host, stage, phone = at_desk(meeting, devices), on_stage(meeting, devices), on_phone(meeting, devices)
    inspector.scan(host.page, "groups can be made")
    host.page.get_by_role("button", name="Make results by group, once and for all").click()
    expect(host.page.get_by_role("button", name="Show groups on phones")).to_be_visible()
    for to in ("stage", "phones"):
        meeting.host("show_results", poll_id=way, to=to, shown=True)
        meeting.host("show_groups", poll_id=way, to=to, shown=True)
    for page in (host.page, stage.page, phone.page):
        expect(page.get_by_role("figure", name="By group: How do you work")).to_be_visible()
    inspector.scan(host.page, "groups are made")
    inspector.scan(stage.page, "groups on the big screen")
    inspector.scan(phone.page, "groups on the phone")
    spoke = host.page.get_by_role("button", name="Somebody spoke…")
    spoke.click()
    expect(spoke).to_have_attribute("aria-expanded", "true")
    inspector.scan(host.page, "who is being heard")
    meeting.host("end_session", confirm="END")
    host.page.get_by_role("link", name="See the results").click()
    inspector.scan(host.page, "groups on the results page")


def test_pairs_the_matrix_and_gaps(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = asking(house)
    host, stage, phone = at_desk(meeting, devices), on_stage(meeting, devices), on_phone(meeting, devices)
    meeting.host("set_stage", view="matrix")
    expect(stage.heading).to_have_text("What answered what")
    inspector.scan(stage.page, "an empty matrix")
    phone.answer("Coaching")
    phone.page.locator("summary", has_text="Coaching").click()
    phone.page.get_by_role("checkbox", name="Care").check()
    expect(stage.page.get_by_role("row").filter(has_text="Care")).to_be_visible()
    inspector.scan(phone.page, "pairing")
    inspector.scan(stage.page, "the matrix")
    meeting.host("set_stage", view="gaps")
    expect(stage.page.locator(".stage-gaps__list li")).to_have_count(1)
    inspector.scan(stage.page, "gaps")
    with phone.big_screen():
        inspector.scan(phone.page, "gaps as text")
    host.page.get_by_role("region", name="What answered what").locator("summary", has_text="Care").click()
    inspector.scan(host.page, "pairs in the control room")


def test_organisations_at_an_idea(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = revealed(house)
    host, stage, phone = at_desk(meeting, devices), on_stage(meeting, devices), on_phone(meeting, devices)
    meeting.host("set_stage", view="matches")
    expect(stage.heading).to_have_text("Who could work together")
    inspector.scan(stage.page, "nobody matches yet")
    idea = phone.page.get_by_role("listitem").filter(has_text=IDEA).first
    idea.get_by_role("button", name="My organisation can offer this").click()
    idea.get_by_role("button", name="My organisation can offer this").click()
    inspector.scan(phone.page, "joining without a name")
    idea.get_by_role("button", name="Cancel").click()
    join(idea, "can offer this", "Praca dla wszystkich", "elena@example.org")
    words = {"organisation": "Szkoła", "country": "EL", "contact": "zofia@example.org"}
    meeting.act(GIORGOS, "join_post", post_id=meeting.gathering.post(IDEA).id, side="want", **words)
    idea.get_by_role("button", name="Exchange contacts with Szkoła").click()
    expect(idea).to_contain_text("Their contact comes when they agree too.")
    inspector.scan(phone.page, "joined, and agreed")
    expect(stage.body).to_contain_text("Praca dla wszystkich with Szkoła")
    inspector.scan(stage.page, "who could work together")
    inspector.scan(host.page, "suggestions in the control room")


def test_chatham_house_mode(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = house.live(*CROWD)
    host, stage = at_desk(meeting, devices), on_stage(meeting, devices)
    host.page.get_by_role("button", name="Chatham House…").click()
    inspector.scan(host.page, "about to turn Chatham House mode on")
    host.page.get_by_role("button", name="Turn Chatham House mode on").click()
    expect(stage.body).to_contain_text("Chatham House mode: nobody is named")
    inspector.scan(host.page, "Chatham House mode in the control room")
    inspector.scan(stage.page, "Chatham House mode on the big screen")
    phone = Phone(calm(devices), devices.base)
    phone.open(meeting.code)
    inspector.scan(phone.page, "Chatham House mode at the door")
    phone.page.get_by_role("button", name="Join").click()
    phone.is_in()
    inspector.scan(phone.page, "Chatham House mode on the phone")
