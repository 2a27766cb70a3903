"""The devices of the people in a test: each has a browser of its own, and every page is watched."""

from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext

from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.guard import Guard
from tests.browser.phone import Phone

PATIENCE_MS = 15_000
Look = Literal["light", "dark"]
HANDHELD: Final[dict[str, Any]] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP: Final[dict[str, Any]] = {"viewport": {"width": 1440, "height": 900}}
PROJECTOR: Final[dict[str, Any]] = {"viewport": {"width": 1920, "height": 1080}}
CALM: Final[dict[str, Any]] = {"reduced_motion": "reduce"}
"""Nothing moves, so that colours and places are as they will stay."""


class Devices:
    """Hands out devices, and puts them away at the end."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.guard = Guard()
        self._browser = browser
        self.base = base
        self._contexts: list[BrowserContext] = []

    def phone(self, device: BrowserContext | None = None) -> Phone:
        """A phone; or another tab on one."""
        return Phone((device or self.new(**HANDHELD)).new_page(), self.base)

    def laptop(self, device: BrowserContext | None = None) -> ControlRoom:
        """A moderator's laptop."""
        return ControlRoom((device or self.new(**LAPTOP)).new_page(), self.base)

    def projector(self, device: BrowserContext | None = None) -> BigScreen:
        """The computer at the projector."""
        return BigScreen((device or self.new(**PROJECTOR)).new_page(), self.base)

    def new(self, **options: Any) -> BrowserContext:  # noqa: ANN401  what Playwright takes
        """Any device."""
        shape = {"locale": "en-GB", "timezone_id": "Europe/Brussels", **options}
        context = self._browser.new_context(**shape)
        context.set_default_timeout(PATIENCE_MS)
        self.guard.watch(context)
        self._contexts.append(context)
        return context

    def put_away(self) -> None:
        """Close all of them."""
        for context in self._contexts:
            context.close()
