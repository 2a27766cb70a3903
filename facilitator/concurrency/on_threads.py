"""OS threads, without any loop: for tests, tools and a future without green threads."""

import select
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from facilitator.concurrency.doors import HEADER_DEADLINE_S, MANY_REQUESTS, Lobby, allow_files
from facilitator.concurrency.loop import SOCKET, EventReply, Loop, Reply

_GLANCE_S = 0.05  # how often it looks whether to stop
_PLACES = 1024  # in the lobby, where everybody has a thread


class ThreadLoop(Loop):
    """See Loop."""

    socketio_mode = "threading"

    def reply(self) -> Reply:
        """See Loop."""
        return EventReply(threading.Event())

    def call_soon(self, function: Callable[[], None]) -> None:
        """See Loop."""
        function()

    def spawn(self, function: Callable[[], None]) -> None:
        """See Loop."""
        threading.Thread(target=function, daemon=True).start()

    def sleep(self, seconds: float) -> None:
        """See Loop."""
        time.sleep(seconds)

    def wait_readable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        return _poll(sock, select.POLLIN, seconds)

    def wait_writable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """See Loop."""
        return _poll(sock, select.POLLOUT, seconds)

    def take_over(self, environ: dict[str, Any]) -> socket.socket:
        """See Loop. The listener closes its own end of it when its part is done."""
        sock: socket.socket = environ[SOCKET].dup()
        sock.setblocking(False)
        return sock

    def hand_over(self, conversation: Callable[[], None]) -> list[bytes]:
        """See Loop. A connection has its thread already."""
        conversation()
        raise ConnectionAbortedError  # how this listener is told that nobody is left to answer

    def serve(
        self,
        listener: socket.socket,
        app: Any,  # noqa: ANN401  a WSGI app, which has no type
        max_connections: int,
        *,
        at_once: float = MANY_REQUESTS,
    ) -> Callable[[], None]:
        """See Loop. Each connection has its thread, so there is no other limit."""
        del at_once  # each connection has its thread, so none has to wait for another
        from werkzeug.serving import make_server  # noqa: PLC0415  only this way of serving needs it

        self.max_connections = max_connections
        allow_files(max_connections)
        host, port = listener.getsockname()[:2]
        server = make_server(
            host, port, app, threaded=True, request_handler=_handler(Lobby(_PLACES)), fd=listener.fileno()
        )
        threading.Thread(target=server.serve_forever, args=(_GLANCE_S,), daemon=True).start()
        return server.shutdown


def _poll(sock: socket.socket, event: int, seconds: float | None) -> bool:
    poll = select.poll()
    poll.register(sock, event)
    return bool(poll.poll(None if seconds is None else seconds * 1000))


def _handler(lobby: Lobby) -> Any:  # noqa: ANN401  a class made from one that is loaded late
    from werkzeug.serving import WSGIRequestHandler  # noqa: PLC0415  see serve

    class Patience(WSGIRequestHandler):
        """A connection that may not be silent for longer than the deadline, nor crowd the lobby."""

        protocol_version = "HTTP/1.1"
        timeout = HEADER_DEADLINE_S

        def handle_one_request(self) -> None:
            """One request, or silence until the deadline."""
            lobby.enter(self.connection)
            try:
                super().handle_one_request()
            finally:
                lobby.leave(self.connection)

        def make_environ(self) -> Any:  # noqa: ANN401  the library's own type
            """The head is complete."""
            lobby.leave(self.connection)
            return super().make_environ() | {SOCKET: self.connection}

        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002, ANN401  the library's own names
            """Access logs are ours to write."""

    return Patience
