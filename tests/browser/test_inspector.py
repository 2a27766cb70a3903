"""The inspector itself: what it must not overlook, in which look and which width."""

import pytest
from playwright.sync_api import Page

from tests.browser.inspector import Inspector

FAULTS = {
    "light, 320 px: not one h1": "document.querySelector('h1').remove()",
    "dark, 1280 px: not one alert region": "document.getElementById('alert').remove()",
    "light, 320 px: not nothing to scroll sideways": "document.querySelector('main').style.width = '400px'",
    "light, 1280 px: label": "document.querySelector('label').removeAttribute('for')",
    "light, 320 px: color-contrast": "document.querySelector('button').style.color = '#0a6a67'",
    "dark, 320 px: color-contrast": "document.querySelector('.field__hint').style.color = 'rgb(70, 84, 91)'",
}
"""What is wrong, and how it is brought about on the page for a code."""


@pytest.mark.parametrize("finding", FAULTS)
def test_each_fault_is_found_where_it_is(window: Page, finding: str) -> None:
    inspector = Inspector()
    window.goto("/")
    window.evaluate(f"() => {{ {FAULTS[finding]} }}")
    inspector.scan(window, "broken")
    with pytest.raises(pytest.fail.Exception, match=f"broken, {finding}"):
        inspector.verdict()


def test_four_scans_look_at_everything_and_find_nothing_on_a_good_page(window: Page) -> None:
    inspector = Inspector()
    window.goto("/")
    inspector.scan(window, "good")
    inspector.verdict()
    assert inspector.scans == 4


def test_where_there_are_findings_only_in_one_look_they_are_in_no_other(window: Page) -> None:
    inspector = Inspector()
    window.goto("/")
    window.evaluate(f"() => {{ {FAULTS['dark, 320 px: color-contrast']} }}")
    inspector.scan(window, "broken")
    assert [finding for finding in inspector.findings if ", light," in finding] == []
