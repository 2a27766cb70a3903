"""Watches every page: what a browser complains of fails the test, unless the story asked for it."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

LEFT_BEHIND = "net::ERR_ABORTED"
"""What becomes of a request when its page is left before the answer."""


@dataclass
class Guard:
    """Collects console errors and warnings, exceptions, requests that failed and refused ones."""

    troubles: list[str] = field(default_factory=list)
    _expected: list[re.Pattern[str]] = field(default_factory=list)

    def watch(self, device: BrowserContext) -> None:
        """Watch all pages of a device."""
        device.on("console", self._hear)
        device.on("weberror", self._see_error)
        device.on("requestfailed", self._see_failure)
        device.on("response", self._see_refusal)

    def expect(self, *patterns: str) -> None:
        """The story brings this trouble about, from the beginning of the test or from now on."""
        self._expected += [re.compile(pattern) for pattern in patterns]

    def judge(self) -> None:
        """Fail when there was trouble that nobody expected."""
        bad = [line for line in self.troubles if not any(each.search(line) for each in self._expected)]
        if bad:
            pytest.fail("The browser complained:\n" + "\n".join(dict.fromkeys(bad)), pytrace=False)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def _see_error(self, error: WebError) -> None:
        self.troubles.append(f"exception: {error.error}")

    def _see_failure(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.troubles.append(f"failed: {request.method} {request.url}: {request.failure}")

    def _see_refusal(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"refused: {response.status} {response.request.method} {response.url}")
