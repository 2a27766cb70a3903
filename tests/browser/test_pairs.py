"""What answered what, from both sides: people tick it on their phones, hosts pair and show it."""

from playwright.sync_api import expect

from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, GIORGOS, MARIA
from tests.factories import DEFINITION

FACTORS = """
  - kind: poll
    title: Factors
    minutes: 5
    polls:
      - kind: multiple
        title: What helped
        max_choices: 2
        options: [{text: Coaching, type: factor}, {text: Childcare, type: factor}]
pairs:
  - {factor: Childcare, answers: [Shifts]}
"""


def asking(house: House) -> Meeting:
    """Giorgos has chosen two barriers, which the phones have seen; now it is about what helped."""
    meeting = house.live(GIORGOS, source=DEFINITION + FACTORS)
    barriers = meeting.ask("barriers")
    meeting.answer(GIORGOS, "barriers", "Care", "Shifts")
    meeting.host("close_poll", poll_id=barriers)
    for to in ("phones", "stage"):
        meeting.host("show_results", poll_id=barriers, to=to, shown=True)
    meeting.step("Factors")
    meeting.ask("What helped")
    return meeting


def come(meeting: Meeting, devices: Devices) -> Phone:
    phone = devices.phone()
    phone.come_in(meeting.code)
    expect(phone.heading).to_have_text("What helped")
    return phone


def test_a_person_ticks_what_it_answered_by_keyboard_and_the_big_screen_counts_it(
    house: House, devices: Devices
) -> None:
    meeting = asking(house)
    elena, stage, host = come(meeting, devices), devices.projector(), devices.laptop()
    stage.open(meeting.link(BIG_SCREEN))
    host.open(meeting.link(MARIA))
    expect(elena.page.get_by_role("heading", name="Which barriers did it answer for you?")).to_have_count(0)
    elena.answer("Coaching")
    coaching = elena.page.locator("summary", has_text="Coaching")
    expect(coaching).to_contain_text("answered no barrier yet")
    coaching.focus()
    elena.page.keyboard.press("Enter")
    elena.page.keyboard.press("Tab")
    elena.page.keyboard.press("Space")
    expect(coaching).to_contain_text("1 barrier")
    expect(elena.page.get_by_role("checkbox", name="Care")).to_be_checked()
    shown = host.page.get_by_role("region", name="What answered what")
    expect(shown.locator("summary", has_text="Care")).to_contain_text("1")
    expect(shown.locator("summary", has_text="Shifts")).to_contain_text("no answer yet")
    shown.get_by_role("button", name="Pairs on big screen").click()
    expect(stage.heading).to_have_text("What answered what")
    expect(stage.page.get_by_role("row").filter(has_text="Care").get_by_role("cell")).to_contain_text(["1"])
    with elena.big_screen() as same:
        expect(same.get_by_role("row").filter(has_text="Care")).to_contain_text("Coaching 1 person")


def test_a_host_fills_a_gap_and_it_leaves_the_list(house: House, devices: Devices) -> None:
    meeting = asking(house)
    phone, stage, host = come(meeting, devices), devices.projector(), devices.laptop()
    stage.open(meeting.link(BIG_SCREEN))
    host.open(meeting.link(MARIA))
    pairs, gaps = host.page.get_by_role("region", name="What answered what"), stage.page.locator(".stage-gaps__list li")
    pairs.get_by_role("button", name="Gaps on big screen").click()
    expect(gaps).to_contain_text(["Care", "Shifts"])
    pairs.locator("summary", has_text="Shifts").click()
    childcare = pairs.get_by_role("checkbox", name="Childcare")
    expect(pairs.locator("label", has_text="Childcare")).to_contain_text("proposed")
    childcare.check()
    expect(pairs.locator("label", has_text="Childcare")).to_contain_text("a host")
    expect(gaps).to_have_count(1)
    with phone.big_screen() as same:
        expect(same.get_by_role("listitem")).to_have_text(["Care chosen by 1 person"])
    childcare.uncheck()
    expect(gaps).to_have_count(2)


def test_a_tick_without_a_connection_is_kept_and_sent_later(house: House, devices: Devices) -> None:
    devices.guard.expect("ERR_INTERNET_DISCONNECTED")
    meeting = asking(house)
    elena, host = come(meeting, devices), devices.laptop()
    host.open(meeting.link(MARIA))
    elena.answer("Coaching")
    elena.page.locator("summary", has_text="Coaching").click()
    elena.page.context.set_offline(True)
    elena.page.get_by_role("checkbox", name="Cost").check()
    elena.page.context.set_offline(False)
    elena.page.reload()
    elena.is_back()
    coaching = elena.page.locator("summary", has_text="Coaching")
    expect(coaching).to_contain_text("1 barrier")
    at_host = host.page.get_by_role("region", name="What answered what").locator("summary", has_text="Cost")
    expect(at_host).to_contain_text("1 answer")  # the phone says it at once, the server when it has it
    (own,) = [topic for topic in meeting.gathering.state(MARIA)["topics"].values() if topic and "gaps" in topic]
    assert [pair["people"] for pair in own["pairs"] if not pair["is_proposed"]] == [1]  # type: ignore[typeddict-item]
