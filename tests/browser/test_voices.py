"""Who is being heard, in the control room: by group, in words, and counted with two keys."""

from playwright.sync_api import expect

from tests.browser.devices import Devices
from tests.browser.house import House
from tests.cast import MARIA, Person


def test_a_turn_is_counted_with_two_keys_and_small_groups_are_not_told_of(house: House, devices: Devices) -> None:
    people = [Person(name=f"Union {n}", group="trade-union") for n in range(6)]
    people += [Person(name=f"Service {n}", group="employment-service") for n in range(6)]
    meeting = house.live(*people)
    host = devices.laptop()
    host.open(meeting.link(MARIA))
    heard = host.page.locator(".voices li")
    expect(heard).to_have_count(2)
    expect(heard.filter(has_text="Trade union")).to_contain_text("not heard yet")
    host.page.keyboard.press("t")
    expect(host.page.get_by_role("button", name="Somebody spoke…")).to_have_attribute("aria-expanded", "true")
    host.page.keyboard.press("1")
    expect(host.told).to_contain_text("Counted a turn: Trade union.")
    expect(heard.filter(has_text="Trade union")).to_contain_text("more than its share", timeout=30_000)
    host.page.get_by_role("button", name="Take it back").click()
    expect(host.told).to_contain_text("Took the turn back.")
    expect(heard.filter(has_text="Trade union")).to_contain_text("not heard yet", timeout=30_000)
