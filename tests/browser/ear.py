"""Listens to everything that a device is told: every body over HTTP, every frame of a WebSocket."""

import contextlib

from playwright.sync_api import BrowserContext, Error, Page, Request, WebSocket


class Ear:
    """What reached one device. Put it on before a page opens."""

    def __init__(self, device: BrowserContext) -> None:
        self.heard: list[str] = []
        device.on("page", self._watch)
        device.on("requestfinished", self._read)

    def has_heard(self, words: str) -> bool:
        """Whether these words came in, over any way, at any time."""
        return any(words in text for text in self.heard)

    def _watch(self, page: Page) -> None:
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)

    def _read(self, request: Request) -> None:
        with contextlib.suppress(Error):  # the body went with a page that was left in this moment
            response = request.response()
            self._hear(response.body() if response else "")

    def _hear(self, said: str | bytes) -> None:
        self.heard.append(said if isinstance(said, str) else said.decode("utf-8", "replace"))
