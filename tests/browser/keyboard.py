"""Somebody who uses the keyboard alone."""

from playwright.sync_api import Locator, Page

MOST_PRESSES = 60
NO_POINTER = """
globalThis.touched = 0;
for (const kind of ["pointerdown", "mousedown", "touchstart"]) addEventListener(kind, () => touched++, true);
"""
IS_IN_SIGHT = """
(element) => {
  const box = element.getBoundingClientRect();
  const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
  const around = element.closest("label") ?? element;
  const ring = [element, element.nextElementSibling, around]
    .filter((one) => one !== null)
    .map((one) => getComputedStyle(one));
  return {
    "in the window": inside || box.height > innerHeight,
    "not covered": around.contains(hit),
    "with a ring": ring.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
  };
}
"""
"""What must be so for the element that has the focus."""


class Keyboard:
    """Tab, Enter, Space, arrows and letters; every stop on the way is looked at."""

    def __init__(self, page: Page) -> None:
        self.presses = 0
        self.findings: list[str] = []
        self._page = page
        page.add_init_script(NO_POINTER)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.presses += 1
            self._page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Write into what has the focus."""
        self._page.keyboard.type(text)

    def go_to(self, target: Locator, key: str = "Tab") -> None:
        """Press Tab until the target has the focus."""
        target.wait_for()
        for _ in range(MOST_PRESSES):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press(key)
            self._look()
        message = f"{target} was not reached with {MOST_PRESSES} presses of {key}"
        raise AssertionError(message)

    def used_nothing_else(self) -> None:
        """No pointer was used, and the focus could always be seen."""
        assert self._page.evaluate("touched") == 0
        assert self.findings == []

    def _look(self) -> None:
        focus = self._page.locator(":focus")
        if focus.count() == 0:
            return
        facts: dict[str, bool] = focus.evaluate(IS_IN_SIGHT)
        name = focus.evaluate("(element) => element.outerHTML.slice(0, 120)")
        self.findings += [f"not {fact}: {name}" for fact, is_so in facts.items() if not is_so]
