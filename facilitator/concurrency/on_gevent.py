"""Gevent: for when eventlet is gone."""

import os
import socket
from collections.abc import Callable
from typing import Any, ClassVar

import gevent
import gevent.event
import gevent.pywsgi
import gevent.socket

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
from facilitator.concurrency.loop import SOCKET, EventReply, Inbox, Loop, Reply

_A_TURN_S = 1e-6  # a sleep of 0 looks after tasks, but not after sockets


class GeventLoop(Loop):
    """See Loop."""

    socketio_mode = "gevent"

    def __init__(self) -> None:
        self._inbox = Inbox()
        gevent.spawn(self._inbox.listen, self)

    def reply(self) -> Reply:
        """See Loop."""
        return EventReply(gevent.event.Event())

    def call_soon(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._inbox.put(function)

    def spawn(self, function: Callable[[], None]) -> None:
        """See Loop."""
        gevent.spawn(function)

    def sleep(self, seconds: float) -> None:
        """See Loop."""
        gevent.sleep(seconds or _A_TURN_S)

    def wait_readable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        try:
            gevent.socket.wait_read(sock.fileno(), timeout=seconds)
        except TimeoutError:
            return False
        return True

    def wait_writable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        try:
            gevent.socket.wait_write(sock.fileno(), timeout=seconds)
        except TimeoutError:
            return False
        return True

    def take_over(self, environ: dict[str, Any]) -> socket.socket:
        """See Loop. The server keeps an empty shell, and can forget all it knew of the request."""
        sock = socket.socket(fileno=environ[SOCKET].detach())
        sock.setblocking(False)
        return sock

    def hand_over(self, conversation: Callable[[], None]) -> list[bytes]:
        """See Loop."""
        gevent.spawn(conversation)
        return []

    def serve(
        self,
        listener: socket.socket,
        app: Any,  # noqa: ANN401  a WSGI app, which has no type
        max_connections: int,
        *,
        at_once: float = MANY_REQUESTS,
    ) -> Callable[[], None]:
        """See Loop."""
        self.max_connections = max_connections
        allow_files(max_connections)
        server = gevent.pywsgi.WSGIServer(
            gevent.socket.socket(fileno=os.dup(listener.fileno())),
            app,
            spawn=max_connections + LOBBY_PLACES,
            handler_class=type("Visitor", (_Visitor,), {"lobby": Lobby(), "at_once": at_once}),
            log=None,
            error_log=None,
        )
        server.start()
        return lambda: server.stop(timeout=1)


class _Unread:
    """A body that is refused: the library would read it to its end before it hangs up."""

    def _discard(self) -> None:
        """Let it go."""


class _Visitor(gevent.pywsgi.WSGIHandler):  # type: ignore[misc]
    """A connection that must bring its whole request, head and body, before the deadline."""

    lobby: ClassVar[Lobby]
    at_once: ClassVar[float]

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401  the library's own
        super().__init__(*args, **named)
        self._patience = Patience(self.at_once)

    def handle_one_request(self) -> Any:  # noqa: ANN401  the library's own results
        """One request, or silence until the deadline; none on a socket that was taken over."""
        if self.socket.fileno() < 0:
            return None
        seconds = HEADER_DEADLINE_S if self.requestline is None else KEEP_ALIVE_S
        self._deadline = gevent.Timeout.start_new(seconds, TimeoutError("too slow"))
        self.lobby.enter(self.socket)
        try:
            return super().handle_one_request()
        finally:
            self._came()
            gevent.sleep(self._patience.pause_s())

    def get_environ(self) -> dict[str, Any]:
        """The head is complete: read the body, then wait for nothing more."""
        environ: dict[str, Any] = super().get_environ()
        environ[SOCKET] = self.socket
        if not read_body(environ):
            self.close_connection = True
            self.wsgi_input = _Unread()
        self._came()
        return environ

    def _came(self) -> None:
        self._deadline.close()
        self.lobby.leave(self.socket)


def make_loop() -> Loop:
    """Gevent's loop."""
    return GeventLoop()
