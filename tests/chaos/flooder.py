"""One client that sends as much as it can, in a process of its own.

`python -m tests.chaos.flooder` reads one line of JSON (port, ticket, kind, seconds, poll, option),
floods for so long, and until it was cut off if it is of a kind that is; comes back as soon as it is cut off,
and prints a line of figures.
"""

import contextlib
import json
import select
import socket
import sys
import time
from collections.abc import Callable
from random import Random

from tests.chaos import raw
from tests.chaos.deeds import new_op_id

EVENTS_PER_S = 10_000
BATCH = 100
KINDS = ("answers", "clocks", "states", "junk", "large", "unknown_events", "pings", "http", "handshakes")
UNCUT = {"pings", "http"}  # kinds that cost little, and kinds that have no connection to lose
PATIENCE_S = 40.0


class Flooder:
    """Sends what its kind sends, however the server takes it."""

    def __init__(self, port: int, ticket: str, poll_id: int, option_id: int) -> None:
        self.sent = self.cuts = self.answered_bytes = 0
        self.first_cut_s: float | None = None
        self._port, self._ticket = port, ticket
        self._answer = {"kind": "choice", "option_ids": [option_id], "other_text": None}
        self._poll_id = poll_id
        self._chance = Random("flood")
        self._kind, self._ends_at, self._gives_up_at = "", 0.0, 0.0

    def flood(self, kind: str, seconds: float) -> None:
        """Begin, and come back whenever it is over too soon."""
        began = time.monotonic()
        self._kind, self._ends_at, self._gives_up_at = kind, began + seconds, began + seconds + PATIENCE_S
        while self._goes_on():
            try:
                with self._connect() as sock:
                    self._pour(sock)
            except OSError:
                self.cuts += 1
                self.first_cut_s = self.first_cut_s or time.monotonic() - began
                time.sleep(0.01)

    def _goes_on(self) -> bool:
        """Whether there is time left, or a cut to wait for: on a busy machine that may take longer."""
        is_waited_for = self._kind not in UNCUT and not self.cuts
        return time.monotonic() < (self._gives_up_at if is_waited_for else self._ends_at)

    def _connect(self) -> socket.socket:
        is_known = self._kind not in {"http", "handshakes"}
        return raw.enter(self._port, self._ticket) if is_known else raw.connect(self._port)

    def _pour(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        make, waiting, due = self._maker(self._kind), b"", time.monotonic()
        while self._goes_on():
            if not waiting and (now := time.monotonic()) >= due:
                waiting = b"".join(make() for _ in range(BATCH))
                due = max(due + BATCH / EVENTS_PER_S, now - 1)
                self.sent += BATCH
            readable, writable, _ = select.select([sock], [sock] if waiting else [], [], 0.01)
            if writable:
                with contextlib.suppress(BlockingIOError):
                    waiting = waiting[sock.send(waiting) :]
            if readable:
                self._listen(sock)

    def _listen(self, sock: socket.socket) -> None:
        said = sock.recv(65_536)
        if not said:
            raise ConnectionResetError
        self.answered_bytes += len(said)

    def _maker(self, kind: str) -> Callable[[], bytes]:
        makers: dict[str, Callable[[], bytes]] = {
            "answers": lambda: _event("act", self._command()),
            "clocks": lambda: _event("clock", {}),
            "states": lambda: _event("state", {"since": None}),
            "junk": lambda: raw.frame(b"4" + raw.noise(20).hex().encode()),
            "large": lambda: _event("act", {"op_id": "x" * 16_000, "name": "respond", "args": {}}),
            "unknown_events": lambda: _event("open_safe", {}),
            "pings": lambda: raw.frame(b"here", raw.PING),
            "http": self._request,
            "handshakes": lambda: raw.upgrade(self._port),
        }
        return makers[kind]

    def _command(self) -> dict[str, object]:
        args = {"poll_id": self._poll_id, "answer": self._answer}
        return {"op_id": new_op_id(self._chance), "name": "respond", "args": args}

    def _request(self) -> bytes:
        body = json.dumps(self._command()).encode()
        head = (
            f"POST /api/act HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {self._ticket}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def _event(name: str, body: object) -> bytes:
    return raw.frame(f'421["{name}",{json.dumps(body)}]'.encode())


def main() -> None:
    """Flood, and tell how it went."""
    port, ticket, kind, seconds, poll_id, option_id = json.loads(sys.stdin.readline())
    flooder = Flooder(port, ticket, poll_id, option_id)
    flooder.flood(kind, seconds)
    first_cut_s = None if flooder.first_cut_s is None else round(flooder.first_cut_s, 3)
    figures = {"sent": flooder.sent, "cuts": flooder.cuts, "first_cut_s": first_cut_s}
    print(json.dumps({**figures, "answered_bytes": flooder.answered_bytes}))


if __name__ == "__main__":
    main()
