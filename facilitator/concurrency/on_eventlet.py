"""Eventlet: the default. In retirement, so nothing outside this folder names it."""

import contextlib
import errno
import os
import socket
import warnings
from collections.abc import Callable
from typing import Any, ClassVar

from facilitator.concurrency.doors import (
    HEADER_DEADLINE_S,
    KEEP_ALIVE_S,
    LOBBY_PLACES,
    MANY_REQUESTS,
    Lobby,
    Patience,
    allow_files,
    read_body,
)
from facilitator.concurrency.loop import SOCKET, Inbox, Loop, Reply

os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")  # nobody asks for names here, and to load it takes a while
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it says at each import that it retires
    import eventlet
    import eventlet.event
    import eventlet.greenio
    import eventlet.hubs
    import eventlet.wsgi

_PAUSE_S = 0.05
_GLANCE_S = 0.005
_BREATH = 8
_NO_ROOM = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class _Late(Exception):  # noqa: N818  not an error: time is up
    """Raised where somebody waited for a socket."""


class EventletReply(Reply):
    """A reply that a greenlet of eventlet waits for."""

    def __init__(self) -> None:
        super().__init__()
        self._event = eventlet.event.Event()

    def _wake(self) -> None:
        self._event.send(None)

    def _sleep(self) -> None:
        self._event.wait()


class EventletLoop(Loop):
    """See Loop."""

    socketio_mode = "eventlet"

    def __init__(self) -> None:
        self._inbox = Inbox()
        eventlet.spawn(self._inbox.listen, self)

    def reply(self) -> Reply:
        """See Loop."""
        return EventletReply()

    def call_soon(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._inbox.put(function)

    def spawn(self, function: Callable[[], None]) -> None:
        """See Loop."""
        eventlet.spawn(function)

    def sleep(self, seconds: float) -> None:
        """See Loop."""
        eventlet.sleep(seconds)

    def wait_readable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        try:
            eventlet.hubs.trampoline(sock, read=True, timeout=seconds, timeout_exc=_Late)
        except _Late:
            return False
        return True

    def wait_writable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        try:
            eventlet.hubs.trampoline(sock, write=True, timeout=seconds, timeout_exc=_Late)
        except _Late:
            return False
        return True

    def take_over(self, environ: dict[str, Any]) -> socket.socket:
        """See Loop. The server keeps an empty shell, and can forget all it knew of the request."""
        sock = socket.socket(fileno=environ[SOCKET].detach())
        sock.setblocking(False)
        return sock

    def hand_over(self, conversation: Callable[[], None]) -> list[bytes]:
        """See Loop."""
        eventlet.spawn(conversation)
        eventlet.wsgi.WSGI_LOCAL.already_handled = True
        return []

    def serve(
        self,
        listener: socket.socket,
        app: Any,  # noqa: ANN401  a WSGI app, which has no type
        max_connections: int,
        *,
        at_once: float = MANY_REQUESTS,
    ) -> Callable[[], None]:
        """See Loop. The library's own limit of 1,024 connections would stop the whole server."""
        self.max_connections = max_connections
        allow_files(max_connections)
        lobby = Lobby()
        server = eventlet.spawn(
            eventlet.wsgi.server,
            Door(listener, lobby),
            app,
            protocol=type("Visitor", (_Visitor,), {"lobby": lobby, "at_once": at_once}),
            max_size=max_connections + LOBBY_PLACES,
            keepalive=KEEP_ALIVE_S,
            log_output=False,
            debug=False,
            socket_timeout=HEADER_DEADLINE_S,
        )
        stop: Callable[[], None] = server.kill
        return stop


class Door:
    """The listening socket, which goes on when the system has no room for one more connection.

    After a few it lets those in speak, lest a crowd at the door fill the lobby and nobody else be served.
    """

    def __init__(self, listener: socket.socket, lobby: Lobby) -> None:
        self._green = eventlet.greenio.GreenSocket(listener)
        self._lobby = lobby
        self._let_in = 0

    def accept(self) -> Any:  # noqa: ANN401  the library's own pair
        """The next one at the door."""
        self._let_in += 1
        if not self._let_in % _BREATH:
            eventlet.sleep(0)
        while self._lobby.is_rushed:
            eventlet.sleep(_GLANCE_S)
        while True:
            try:
                return self._green.accept()
            except OSError as error:
                if error.errno not in _NO_ROOM:
                    raise
            self._lobby.make_room()
            eventlet.sleep(_PAUSE_S)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  everything else is the socket's
        return getattr(self._green, name)


class _Visitor(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """A connection that must bring its whole request, head and body, before the deadline."""

    lobby: ClassVar[Lobby]
    at_once: ClassVar[float]
    rbufsize = 4096  # both are kept as long as a WebSocket lives
    wbufsize = 4096

    def setup(self) -> None:
        """Somebody came."""
        self._patience = Patience(self.at_once)
        super().setup()

    def handle_one_request(self) -> None:
        """One request, or silence until the deadline."""
        is_first = not hasattr(self, "requestline")
        self._deadline = eventlet.Timeout(HEADER_DEADLINE_S if is_first else KEEP_ALIVE_S, TimeoutError("too slow"))
        self.lobby.enter(self.connection)
        try:
            super().handle_one_request()
        finally:
            self._came()
        eventlet.sleep(self._patience.pause_s())

    def get_environ(self) -> dict[str, Any]:
        """The head is complete: read the body, then wait for nothing more."""
        environ: dict[str, Any] = super().get_environ()
        environ[SOCKET] = self.connection.fd
        if not read_body(environ):
            self.close_connection = 1
        self._came()
        return environ

    def _came(self) -> None:
        self._deadline.cancel()
        self.lobby.leave(self.connection)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's own name
        """Access logs are ours to write, and addresses are in none of them."""

    def finish(self) -> None:
        """Let go of the connection; who is gone cannot be told anything.

        The request and its connection hold each other: one has to let go, or both stay until Python looks for
        dead circles.
        """
        with contextlib.suppress(TimeoutError):
            super().finish()
        self.__dict__.clear()


def make_loop() -> Loop:
    """Eventlet's loop."""
    return EventletLoop()
