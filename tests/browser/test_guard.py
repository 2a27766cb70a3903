"""The guard itself: what it must not overlook."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.devices import HANDHELD, Devices
from tests.browser.house import House

Event = Literal["console", "weberror", "response", "requestfailed"]
MISHAPS: dict[str, tuple[Event, Callable[[Page], object]]] = {
    "console error": ("console", lambda page: page.evaluate("console.error('a complaint')")),
    "exception": ("weberror", lambda page: page.evaluate("setTimeout(() => { throw new Error('a mishap') })")),
    "refused: 404": ("response", lambda page: page.goto("/nowhere")),
    "failed": ("requestfailed", lambda page: page.evaluate("fetch('/away').catch(() => 0)")),
    "Content Security Policy": ("console", lambda page: page.evaluate("{ new Image().src = 'https://example.org/' }")),
}
"""What a page may do wrong, and which event of the browser tells of it."""


@pytest.fixture
def others(chromium: Browser, house: House) -> Devices:
    """Devices that are judged by the test instead of after it."""
    return Devices(chromium, house.served.base)


@pytest.mark.parametrize("kind", MISHAPS)
def test_each_mishap_of_a_page_fails_the_test(house: House, others: Devices, kind: str) -> None:
    device = others.new(base_url=house.served.base, **HANDHELD)
    page = device.new_page()
    page.goto("/")
    page.route("**/away", lambda route: route.abort())
    event, happen = MISHAPS[kind]
    with device.expect_event(event):
        happen(page)
    with pytest.raises(pytest.fail.Exception, match=kind):
        others.guard.judge()
    others.put_away()


def test_only_what_the_story_asks_for_is_overlooked(house: House, others: Devices) -> None:
    others.guard.expect("404 ")
    page = others.new(base_url=house.served.base, **HANDHELD).new_page()
    page.goto("/nowhere")
    others.guard.judge()
    page.evaluate("console.warn('a complaint')")
    with pytest.raises(pytest.fail.Exception, match="a complaint"):
        others.guard.judge()
    others.put_away()
