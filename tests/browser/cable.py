"""The cable between a device and the server: it can be held, so that nothing arrives, or cut."""

from typing import Literal

from playwright.sync_api import BrowserContext, WebSocketRoute

Way = Literal["up", "down"]
Message = str | bytes


class Cable:
    """All WebSockets of a device. `up` leads to the server, `down` to the page. Lay it before a page opens."""

    def __init__(self, device: BrowserContext) -> None:
        self.sent: list[Message] = []
        self.received: list[Message] = []
        self._held: set[Way] = set()
        self._waiting: list[tuple[Way, WebSocketRoute, Message]] = []
        self._open: list[WebSocketRoute] = []
        self._is_cut = False
        device.route_web_socket("**/socket.io/**", self._connect)

    def hold(self, way: Way) -> None:
        """From now on nothing arrives; it waits in the cable."""
        self._held.add(way)

    def release(self) -> None:
        """Let everything arrive that waits."""
        self._held.clear()
        waiting, self._waiting = self._waiting, []
        for way, socket, message in waiting:
            self._pass(way, socket, message)

    def cut(self) -> None:
        """End all connections, with all that waits in them, and let none through."""
        self._is_cut = True
        self._waiting.clear()
        for socket in self._open:
            socket.close()
        self._open.clear()

    def mend(self) -> None:
        """Let new connections through."""
        self._is_cut = False
        self._held.clear()

    def _connect(self, page: WebSocketRoute) -> None:
        if self._is_cut:
            page.close(code=1001)
            return
        server = page.connect_to_server()
        page.on_message(lambda message: self._pass("up", server, message))
        server.on_message(lambda message: self._pass("down", page, message))
        self._open.append(page)

    def _pass(self, way: Way, socket: WebSocketRoute, message: Message) -> None:
        if way in self._held:
            self._waiting.append((way, socket, message))
            return
        (self.sent if way == "up" else self.received).append(message)
        socket.send(message)
