"""The way out to one client: straight to its socket, or through a short line when it is behind.

A frame is written whole, in order, or not at all. Nobody ever waits here: what the socket does not
take at once stands in line, and a task of its own brings it out when the socket is ready again.
"""

import contextlib
import socket
import threading
from collections import deque
from dataclasses import dataclass

from websockets.frames import Close, Frame, Opcode

from facilitator.concurrency import Loop

LONGEST_LINE = 256
LONG_LINE = 32
CLOSING_S = 2.0


def frame_of(text: str) -> bytes:
    """A text frame, ready to be written to any number of clients."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


@dataclass(slots=True)
class Losses:
    """What did not reach clients that were behind, since the start of the process."""

    replaced: int = 0  # frames that a newer one took the place of
    cut_off: int = 0  # clients with too much in their line


class Wire:
    """One client's way out. Safe to use from any task and any thread."""

    __slots__ = ("_is_begun", "_is_catching_up", "_line", "_lock", "_loop", "_losses", "_sock", "is_ending", "is_over")

    def __init__(self, sock: socket.socket, loop: Loop, losses: Losses) -> None:
        self._sock = sock
        self._loop = loop
        self._losses = losses
        self._lock = threading.RLock()
        self._line: deque[tuple[str | None, memoryview]] = deque()
        self._is_begun = False  # the first in line is written in part
        self._is_catching_up = False
        self.is_ending = False  # the close frame is on its way; nothing may follow it
        self.is_over = False

    @property
    def is_idle(self) -> bool:
        """Tell whether everything was written, and nobody is at work here."""
        return not self._line and not self._is_catching_up

    @property
    def is_behind(self) -> bool:
        """Tell whether this client should be asked for nothing more until it has caught up."""
        return len(self._line) > LONG_LINE

    def send(self, frame: bytes, topic: str | None = None) -> None:
        """Write a frame now, or as soon as the socket takes it.

        With a `topic`, it replaces an older frame of that topic which has not been begun: who is
        behind gets the latest state only. A client that stays behind is cut off.
        """
        with self._lock:
            if self.is_ending or self.is_over:
                return
            if self._line:
                self._stand_in_line(frame, topic)
                return
            try:
                sent = self._sock.send(frame)
            except BlockingIOError:
                sent = 0
            except OSError:
                self.cut()
                return
            if sent == len(frame):
                return
            self._line.append((topic, memoryview(frame)[sent:]))
            self._is_begun = sent > 0
            if self._is_catching_up:
                return
            self._is_catching_up = True
        self._loop.spawn(self._catch_up)

    def end(self, code: int, reason: str = "") -> None:
        """Say goodbye with a close code; whoever does not answer is cut off after CLOSING_S."""
        with self._lock:
            if self.is_ending or self.is_over:
                return
            self.send(Frame(Opcode.CLOSE, Close(code, reason).serialize()).serialize(mask=False))
            self.is_ending = True
        self._loop.spawn(self._cut_later)

    def answer_close(self, frame: bytes) -> None:
        """Send the close frame that answers the client's, or tells it what it did wrong."""
        with self._lock:
            self.send(frame)
            self.is_ending = True

    def half_close(self) -> None:
        """Tell the client that nothing follows; it may still say goodbye."""
        with self._lock, contextlib.suppress(OSError):
            if not self.is_over:
                self._sock.shutdown(socket.SHUT_WR)

    def cut(self) -> None:
        """Be done with this client at once. Its reader wakes up, finds nothing, and goes."""
        with self._lock:
            self.is_over = True
            self._line.clear()
            with contextlib.suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)

    def _stand_in_line(self, frame: bytes, topic: str | None) -> None:
        if topic is not None:
            first = 1 if self._is_begun else 0
            for place in range(first, len(self._line)):
                if self._line[place][0] == topic:
                    del self._line[place]
                    self._losses.replaced += 1
                    break
        if len(self._line) >= LONGEST_LINE:
            self._losses.cut_off += 1
            self.cut()
        else:
            self._line.append((topic, memoryview(frame)))

    def _catch_up(self) -> None:
        while self._write_line():
            try:
                self._loop.wait_writable(self._sock)
            except OSError:
                self.cut()

    def _write_line(self) -> bool:
        """Write what the socket takes; True while somebody stands in line."""
        with self._lock:
            while self._line:
                topic, rest = self._line[0]
                try:
                    sent = self._sock.send(rest)
                except BlockingIOError:
                    return True
                except OSError:
                    self.cut()
                    break
                if sent < len(rest):
                    self._line[0] = (topic, rest[sent:])
                    self._is_begun = True
                    return True
                self._line.popleft()
                self._is_begun = False
            self._is_catching_up = False
            return False

    def _cut_later(self) -> None:
        self._loop.sleep(CLOSING_S)
        self.cut()
