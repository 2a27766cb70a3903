"""Times of the session on devices whose own clock is an hour wrong: the server's, within half a second."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from facilitator.presenters.payloads import AgendaTopic
from tests.browser.devices import HANDHELD, LAPTOP, Devices
from tests.browser.house import House, Meeting
from tests.cast import MARIA
from tests.factories import DEFINITION

HOUR_MS = 3_600_000
ENOUGH_MS = 500
BRUSSELS = ZoneInfo("Europe/Brussels")

SHIFTED = """
globalThis.shift_ms = %d;
globalThis.Date = class extends Date {
  constructor(...parts) { parts.length ? super(...parts) : super(Date.now()); }
  static now() { return super.now() + globalThis.shift_ms; }
};
"""
"""A device with a wrong clock. `performance` still counts rightly, as it does on a real one."""

WATCH = """
() => new Promise((resolve) => {
  const seen = [];
  const watcher = new MutationObserver(() => {
    const said = document.querySelector(".clock").textContent;
    if (said === seen.at(-1)?.said) return;
    seen.push({ said, at_ms: performance.timeOrigin + performance.now() });
    if (seen.length > 3) { watcher.disconnect(); resolve(seen.slice(1)); }
  });
  watcher.observe(document.querySelector(".region--live"), { subtree: true, childList: true, characterData: true });
})
"""
"""What the clock of the live step says from its next change but one on, and at which moments."""


def wrong_device(devices: Devices, shift_ms: int, **shape: Any) -> BrowserContext:  # noqa: ANN401  as Playwright
    """A device whose clock is wrong by so much."""
    device = devices.new(**shape)
    device.add_init_script(SHIFTED % shift_ms)
    return device


def left_s(said: str) -> int:
    """The seconds in "4:05 left"."""
    minutes, seconds = said.removesuffix(" left").split(":")
    return 60 * int(minutes) + int(seconds)


def errors_ms(page: Page, meeting: Meeting) -> list[float]:
    """How far from its moment each of the next three seconds began on the screen."""
    agenda = cast("AgendaTopic", meeting.gathering.state(MARIA)["topics"]["agenda"])
    end_ms = (agenda["items"][0]["started_at_ms"] or 0) + agenda["items"][0]["minutes"] * 60_000
    return [abs(end_ms - 1000 * left_s(one["said"]) - one["at_ms"]) for one in page.evaluate(WATCH)]


def starting(start: datetime) -> str:
    """The definition of a session that is planned for this moment."""
    zone = "timezone: Europe/Brussels"
    return DEFINITION.replace(zone, f"{zone}\nstart: {start.isoformat()}")


@pytest.mark.parametrize("shift_ms", [HOUR_MS, -HOUR_MS])
def test_the_step_clock_of_the_control_room_is_the_servers(house: House, devices: Devices, shift_ms: int) -> None:
    meeting = house.live()
    laptop = wrong_device(devices, shift_ms, **LAPTOP)
    host = devices.laptop(laptop)
    host.open(meeting.link(MARIA))
    assert abs(host.page.evaluate("Date.now()") - 1000 * datetime.now(UTC).timestamp()) > HOUR_MS - 60_000
    assert max(errors_ms(host.page, meeting)) <= ENOUGH_MS
    now = datetime.now(BRUSSELS)
    minutes = {f"{moment:%H:%M}" for moment in (now, now - timedelta(seconds=2))}
    assert (host.page.locator(".bar__clock").text_content() or "").removeprefix("Time of the session: ")[:5] in minutes


def test_a_clock_that_is_set_right_while_the_page_is_open_changes_nothing(house: House, devices: Devices) -> None:
    meeting = house.live()
    laptop = wrong_device(devices, HOUR_MS, **LAPTOP)
    host = devices.laptop(laptop)
    host.open(meeting.link(MARIA))
    host.page.evaluate("globalThis.shift_ms = 0")
    assert max(errors_ms(host.page, meeting)) <= ENOUGH_MS


def test_a_phone_says_when_it_starts_and_when_an_answer_was_saved(house: House, devices: Devices) -> None:
    start = datetime.now(UTC) + timedelta(minutes=20, seconds=30)
    meeting = house.draft(starting(start))
    device = wrong_device(devices, HOUR_MS, **HANDHELD)
    phone = devices.phone(device)
    phone.open(meeting.code)
    expect(phone.body).to_contain_text(f"Opens at {start.astimezone(BRUSSELS):%H:%M}, in 21 minutes.")
    meeting.host("open_doors")
    phone.open(meeting.code)
    phone.join()
    expect(phone.body).to_contain_text(f"The session starts at {start.astimezone(BRUSSELS):%H:%M}, in 21 minutes.")
    meeting.host("start_session")
    meeting.ask("way")
    before = datetime.now(BRUSSELS)
    phone.answer("Alone")
    phone.is_saved()
    said = phone.mark.text_content()
    assert said in {f"Saved {moment:%H:%M}" for moment in (before, datetime.now(BRUSSELS))}
