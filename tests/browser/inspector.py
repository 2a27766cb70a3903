"""Looks at pages as people with different eyes, windows and aids do; axe-core does a part of the looking."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.devices import Look

AXE: Final = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW, WIDE = 320, 1280
EVERYWHERE: Final[Sequence[tuple[Look, int]]] = [("light", NARROW), ("light", WIDE), ("dark", WIDE), ("dark", NARROW)]

RUN = """
(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`)))
"""
SETTLED = """
() => Promise.allSettled(document.getAnimations()
  .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime)).map((each) => each.finished))
"""
FACTS = """
() => ({
  "one h1": document.querySelectorAll("h1:not(dialog *)").length === 1,
  "one main": document.querySelectorAll("main").length === 1,
  "one status region": document.querySelectorAll("[role=status]").length === 1,
  "one alert region": document.querySelectorAll("[role=alert]").length === 1,
  "a title": document.title.trim() !== "",
  "nothing to scroll sideways": document.documentElement.scrollWidth <= innerWidth,
})
"""


@cache
def _axe() -> str:
    if not AXE.exists():
        pytest.fail("axe-core is not installed. Run ./dev setup, which installs it.", pytrace=False)
    return AXE.read_text("utf-8")


class Inspector:
    """Scans pages and writes down what is wrong; the test fails at its end with all of it."""

    def __init__(self) -> None:
        self.scans = 0
        self.findings: list[str] = []

    def scan(self, page: Page, state: str) -> None:
        """Look at a page in a state, in each look and width. The stage theme has one look for all."""
        size = page.viewport_size or {"width": WIDE, "height": 800}
        for look, width in _views(page):
            page.emulate_media(color_scheme=look)
            page.set_viewport_size({"width": width, "height": 800})
            self._scan_once(page, f"{state}, {look}, {width} px")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(size)

    def verdict(self) -> None:
        """Fail with everything that was found."""
        if self.findings:
            pytest.fail(f"{len(self.findings)} findings in {self.scans} scans:\n" + "\n".join(self.findings))

    def _scan_once(self, page: Page, where: str) -> None:
        self.scans += 1
        page.evaluate(SETTLED)  # a colour on its way from one look to the other is nobody's choice
        facts: dict[str, bool] = page.evaluate(FACTS)
        self.findings += [f"{where}: not {fact}" for fact, is_so in facts.items() if not is_so]
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(_axe())
        found: list[Any] = page.evaluate(RUN, TAGS)
        self.findings += [f"{where}: {finding}" for finding in found]


def _views(page: Page) -> Sequence[tuple[Look, int]]:
    has_one_look = page.locator("html[data-theme=stage]").count() == 1
    return [view for view in EVERYWHERE if view[0] == "light" or not has_one_look]
