"""The guard itself: what it must not overlook."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.devices import HANDHELD, Devices
from tests.browser.house import House

MISHAPS: dict[str, Callable[[Page], object]] = {
    "console error": lambda page: page.evaluate("console.error('a complaint')"),
    "exception": lambda page: page.evaluate("setTimeout(() => { throw new Error('a mishap') })"),
    "refused: 404": lambda page: page.goto("/nowhere"),
    "failed": lambda page: page.evaluate("fetch('/away').catch(() => 0)"),
    "Content Security Policy": lambda page: page.evaluate("{ new Image().src = 'https://example.org/spy.gif' }"),
}


@pytest.fixture
def others(chromium: Browser, house: House) -> Devices:
    """Devices that are judged by the test instead of after it."""
    return Devices(chromium, house.served.base)


@pytest.mark.parametrize("kind", MISHAPS)
def test_each_mishap_of_a_page_fails_the_test(house: House, others: Devices, kind: str) -> None:
    page = others.new(base_url=house.served.base, **HANDHELD).new_page()
    page.goto("/")
    page.route("**/away", lambda route: route.abort())
    MISHAPS[kind](page)
    page.wait_for_timeout(100)
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
