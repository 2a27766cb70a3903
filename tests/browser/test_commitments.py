"""Commitments, from who makes one, the big screen, the hosts, and the link that answers one later."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.devices import CALM, HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.ear import Ear
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, MARIA
from tests.factories import DEFINITION
from tests.promising import promise

SOURCE = DEFINITION + "  - {kind: commitments, title: What I take on, minutes: 7, instruction: Make it small.}\n"
WHEN, THEN = "our next call opens", "we ask for childcare in it"
DAY = (date.today() + timedelta(days=40)).isoformat()  # noqa: DTZ011  the day of the browser's own clock
pytestmark = pytest.mark.timeout(300)


def fill(phone: Phone, *, then: str = THEN, public: bool = True) -> Locator:
    """Write a commitment, without saving it."""
    form = phone.page.locator("main form").first
    form.get_by_label("If …").fill(WHEN)
    form.get_by_label("… then").fill(then)
    form.get_by_text("My organisation", exact=True).click()
    form.get_by_label("Name of the organisation").fill("Chamber of Patras")
    form.get_by_label("By which day").fill(DAY)
    if public:
        form.get_by_text("Everybody may read it, without my name").click()
    return form


def save(form: Locator) -> None:
    form.get_by_role("button", name="Save my commitment").click()


def mine(phone: Phone) -> Locator:
    return phone.page.get_by_role("region", name="My commitments").get_by_role("listitem")


def at_the_step(house: House) -> Meeting:
    meeting = house.live(source=SOURCE)
    meeting.step("What I take on")
    return meeting


def test_a_commitment_goes_from_a_phone_to_the_big_screen_and_a_host_can_hide_it(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = at_the_step(house)
    phone = devices.phone(devices.new(**HANDHELD, **CALM))
    host, stage = devices.laptop(devices.new(**LAPTOP, **CALM)), devices.projector(devices.new(**PROJECTOR, **CALM))
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    phone.come_in(meeting.code)
    expect(phone.heading).to_have_text("What I take on")
    expect(stage.body).to_contain_text("0 commitments so far")
    inspector.scan(phone.page, "the form for a commitment")
    save(fill(phone))
    expect(mine(phone)).to_contain_text("Chamber of Patras")
    expect(phone.said).to_have_text("Commitment saved.")
    expect(mine(phone).get_by_label("Your personal link")).to_have_value(
        re.compile(rf"{re.escape(devices.base)}/commitment#[\w-]{{22}}$")
    )
    inspector.scan(phone.page, "a saved commitment")
    expect(stage.body).to_contain_text("1 commitment so far")
    expect(stage.page.locator(".stage-asked li")).to_have_text(f"If {WHEN}, then {THEN}. Chamber of Patras")
    inspector.scan(stage.page, "commitments on the big screen")
    inspector.scan(host.page, "commitments in the control room")
    host.page.get_by_role("button", name=re.compile("^Hide “If our next call")).click()
    expect(stage.page.locator(".stage-asked li")).to_have_count(0)
    expect(stage.body).to_contain_text("1 commitment so far")
    host.page.keyboard.press("u")
    expect(stage.page.locator(".stage-asked li")).to_have_count(1)
    meeting.step("Welcome")
    expect(host.live.locator(".live__title")).to_have_text("Welcome")
    host.page.get_by_text("1 commitment", exact=True).click()
    host.page.get_by_role("button", name="Commitments on the big screen").click()
    expect(stage.heading).to_have_text("What we take on")


def test_what_its_author_did_not_tick_is_counted_on_the_big_screen_and_not_told(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    shapes = {"phone": HANDHELD, "stage": PROJECTOR, "host": LAPTOP}
    made = {who: devices.new(**shape) for who, shape in shapes.items()}
    ears = {who: Ear(device) for who, device in made.items()}
    elena = devices.phone()
    other, stage, host = devices.phone(made["phone"]), devices.projector(made["stage"]), devices.laptop(made["host"])
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    for phone in (other, elena):
        phone.come_in(meeting.code)
    save(fill(elena, public=False))
    expect(mine(elena)).to_contain_text("Chamber of Patras")
    expect(stage.body).to_contain_text("1 commitment so far")
    expect(other.body).to_contain_text("1 commitment so far.")
    expect(host.live).to_contain_text("None of them is public yet.")
    assert [who for who, ear in ears.items() if ear.has_heard(THEN) or ear.has_heard("Patras")] == []
    mine(elena).get_by_role("button", name="Edit").click()
    mine(elena).get_by_text("Everybody may read it, without my name").click()
    mine(elena).get_by_role("button", name="Save changes").click()
    expect(stage.page.locator(".stage-asked li")).to_have_text(f"If {WHEN}, then {THEN}. Chamber of Patras")


def test_what_is_missing_is_said_beside_its_field(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    phone = devices.phone()
    phone.come_in(meeting.code)
    form = phone.page.locator("main form").first
    save(form)
    expect(phone.alarmed).to_have_text("Write something first.")
    expect(form.get_by_label("If …")).to_be_focused()
    form.get_by_label("If …").fill(WHEN)
    form.get_by_label("… then").fill(THEN)
    save(form)
    expect(form).to_contain_text("Choose whose commitment it is.")
    form.get_by_text("I, in my own name", exact=True).click()
    save(form)
    expect(form.get_by_label("By which day")).to_be_focused()
    form.get_by_label("By which day").fill(DAY)
    form.get_by_label("E-mail address").fill("elena at home")
    save(form)
    expect(form).to_contain_text("This is no e-mail address.")
    form.get_by_label("E-mail address").fill("")
    save(form)
    expect(mine(phone)).to_contain_text("In your own name")


def test_who_writes_is_not_moved_and_finds_the_form_again(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    phone = devices.phone()
    phone.come_in(meeting.code)
    form = fill(phone)
    meeting.step("Welcome")
    expect(phone.banner).to_contain_text("The session has moved on")
    expect(form.get_by_label("… then")).to_have_value(THEN)
    phone.page.reload()
    expect(phone.page.locator("main form").first.get_by_label("… then")).to_have_value(THEN)
    save(phone.page.locator("main form").first)
    expect(mine(phone)).to_have_count(1)
    phone.page.reload()
    phone.page.get_by_role("button", name="What I take on").click()
    expect(mine(phone).get_by_label("Your personal link")).to_be_visible()


def test_without_a_connection_it_is_kept_and_saved_once(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    device = devices.new(**HANDHELD)
    phone = devices.phone(device)
    phone.come_in(meeting.code)
    devices.guard.expect("ERR_INTERNET_DISCONNECTED")
    device.set_offline(True)
    save(fill(phone))
    expect(mine(phone)).to_contain_text("Not sent yet. Your commitment is kept on this device. We keep trying.")
    device.set_offline(False)
    expect(mine(phone).get_by_label("Your personal link")).to_be_visible(timeout=40_000)
    expect(phone.body).to_contain_text("1 commitment so far.")


def test_an_own_commitment_is_changed_and_withdrawn(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    phone = devices.phone()
    phone.come_in(meeting.code)
    save(fill(phone))
    mine(phone).get_by_role("button", name="Edit").click()
    mine(phone).get_by_label("… then").fill("we ask for it, and pay for it")
    mine(phone).get_by_role("button", name="Save changes").click()
    expect(mine(phone).locator(".quote").first).to_have_text(f"If {WHEN}, then we ask for it, and pay for it")
    mine(phone).get_by_role("button", name="Withdraw", exact=True).click()
    mine(phone).get_by_role("button", name="Withdraw this commitment").click()
    expect(phone.said).to_have_text("Commitment withdrawn.")
    expect(mine(phone)).to_have_count(0)


def open_link(devices: Devices, token: str) -> Page:
    page = devices.new(**HANDHELD, **CALM).new_page()
    page.goto(f"{devices.base}/commitment#{token}")
    return page


def test_by_its_link_a_commitment_is_answered_after_the_session_and_the_address_erased(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = at_the_step(house)
    meeting.gathering.admit(ELENA)
    wish = promise(meeting.gathering, email="elena@example.org", then_text=THEN)
    meeting.act(ELENA, "make_commitment", **wish)
    meeting.host("end_session", confirm="END")
    page = open_link(devices, wish["token"])
    main = page.locator("main")
    expect(main).to_contain_text(THEN)
    assert page.url == f"{devices.base}/commitment"
    assert "elena@example.org" not in page.content()
    main.get_by_role("button", name="Save").click()
    expect(main).to_contain_text("Choose one of the four.")
    main.get_by_text("Begun", exact=True).click()
    main.get_by_label("Note (optional)").fill("The call is drafted.")
    main.get_by_role("button", name="Save").click()
    expect(main.get_by_role("region", name="What you said")).to_contain_text("The call is drafted.")
    inspector.scan(page, "a commitment by link")
    main.get_by_role("button", name="Erase my e-mail address").click()
    expect(main).to_contain_text("Your e-mail address was erased.")
    expect(main).to_contain_text("No e-mail address is kept.")
    again = open_link(devices, wish["token"])
    expect(again.locator("main")).to_contain_text("The call is drafted.")


def test_a_link_that_is_not_known_says_so(house: House, devices: Devices, inspector: Inspector) -> None:
    del house
    devices.guard.expect("403", "Forbidden")
    page = open_link(devices, "nobody-made-this-token")
    expect(page.locator("main")).to_contain_text("This link is not known here, or its session was erased.")
    inspector.scan(page, "an unknown link")
    nothing = open_link(devices, "")
    expect(nothing.locator("main")).to_contain_text("This address holds no link.")


def test_at_the_end_the_phone_still_shows_its_links(house: House, devices: Devices) -> None:
    meeting = at_the_step(house)
    phone = devices.phone()
    phone.come_in(meeting.code)
    save(fill(phone))
    link = mine(phone).get_by_label("Your personal link")
    expect(link).to_be_visible()
    meeting.host("end_session", confirm="END")
    expect(phone.heading).to_have_text("Thank you")
    expect(mine(phone).get_by_label("Your personal link")).to_have_value(re.compile(r"/commitment#[\w-]{22}$"))
