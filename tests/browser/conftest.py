"""What the browser tests stand on: one browser, one served house, and watched devices for each test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import launch
from tests.browser.devices import CALM, PATIENCE_MS, Devices
from tests.browser.house import House, keeping_house
from tests.browser.inspector import Inspector

# Playwright's loop runs in this thread as long as it is open: package scope gives the thread back afterwards.


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A served house; each test has meetings of its own in it."""
    with keeping_house(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def devices(chromium: Browser, house: House) -> Iterator[Devices]:
    """Devices in that house. Whatever their pages complain of fails the test."""
    made = Devices(chromium, house.served.base)
    yield made
    made.put_away()
    made.guard.judge()


@pytest.fixture
def window(devices: Devices, house: House) -> Page:
    """A page of nobody in particular, in which nothing moves."""
    return devices.new(base_url=house.served.base, **CALM).new_page()


@pytest.fixture
def inspector(record_property: Callable[[str, object], None]) -> Iterator[Inspector]:
    """Somebody who looks at pages. What they find fails the test at its end."""
    made = Inspector()
    yield made
    record_property("scans", made.scans)
    made.verdict()
