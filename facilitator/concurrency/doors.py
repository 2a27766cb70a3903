"""The house door: the listening socket, and the lobby for those who have not said yet what they want."""

import contextlib
import io
import resource
import socket
import sys
import threading
import time
from typing import Any

KEEP_ALIVE_S = 15
HEADER_DEADLINE_S = 10
SILENT_S = 60
"""So long the system keeps a connection from us that has not brought a single byte."""
LOBBY_PLACES = 4096
MANY_REQUESTS = 16
HASTE_S = 0.05
MOMENT_S = 1.0
LARGEST_BODY = 1024 * 1024
_SPARE_FILES = 256
_BACKLOG = 4096


def listen(host: str, port: int) -> socket.socket:
    """A listening socket without Nagle's delay, on which no second server can listen too.

    Who connects and says nothing stays with the system, and costs us nothing (tcp(7), TCP_DEFER_ACCEPT).
    Raises OSError when the address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.ExitStack() as when_it_fails:
        listener = when_it_fails.enter_context(socket.socket(family, socket.SOCK_STREAM))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # all that it accepts inherit this
        if sys.platform == "linux":
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, SILENT_S)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        when_it_fails.pop_all()
    return listener


def allow_files(max_connections: int) -> None:
    """Let this process hold so many connections at once, as far as the system lets us ask for it."""
    wanted = max_connections + LOBBY_PLACES + _SPARE_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


class Lobby:
    """Connections without a whole request. When it is full, the one who waits longest has to go.

    So thousands of silent connections cost each other their places, and nobody else anything: an
    honest browser says what it wants within a moment.
    """

    def __init__(self, places: int = LOBBY_PLACES) -> None:
        self._places = places
        self._waiting: dict[Any, float] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def is_rushed(self) -> bool:
        """Tell whether many came in the same moment: whoever comes next had better wait outside than show them out.

        A crowd that has had its moment and says nothing keeps nobody out.
        """
        with self._lock:
            if len(self._waiting) <= self._places // 2:
                return False
            return time.monotonic() - next(iter(self._waiting.values())) < MOMENT_S

    def enter(self, sock: Any) -> None:  # noqa: ANN401  a socket of any library
        """Somebody came, or came back for another request."""
        with self._lock:
            self._waiting[sock] = time.monotonic()
            is_full = len(self._waiting) > self._places
        if is_full:
            self.make_room()

    def leave(self, sock: Any) -> None:  # noqa: ANN401  see enter
        """They said what they want, or went."""
        with self._lock:
            self._waiting.pop(sock, None)

    def make_room(self) -> None:
        """Show out the one who waits longest."""
        with self._lock:
            oldest = next(iter(self._waiting), None)
            self._waiting.pop(oldest, None)
        if oldest is not None:
            with contextlib.suppress(OSError):
                oldest.shutdown(socket.SHUT_RDWR)


class Patience:
    """Has who sends request upon request on one connection wait a little, so that others are served meanwhile.

    A browser asks for the parts of a page in one moment, and then seldom.
    """

    def __init__(self, at_once: float) -> None:
        self._at_once = at_once
        self._since, self._asked = 0.0, 0

    def pause_s(self) -> float:
        """How long to wait after a request: no time, or a moment after more than so many within a second."""
        now = time.monotonic()
        if now - self._since >= MOMENT_S:
            self._since, self._asked = now, 0
        self._asked += 1
        return HASTE_S if self._asked > self._at_once else 0.0


def read_body(environ: dict[str, Any]) -> bool:
    """Read a body of known, moderate length now, while the request's deadline holds; False if it is none."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > LARGEST_BODY or environ.get("HTTP_TRANSFER_ENCODING"):
        return False
    if int(length):
        environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(int(length)))
    return True
