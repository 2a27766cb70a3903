"""What the house needs of a way to serve connections, and what is common to all of them."""

import contextlib
import signal
import socket
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar

from facilitator.concurrency.doors import MANY_REQUESTS

SOCKET = "facilitator.socket"  # where each way of serving leaves the socket, for `take_over`


class Reply(ABC):
    """A result that somebody on the loop waits for; it is given on the loop."""

    def __init__(self) -> None:
        self._value: Any = None
        self._error: BaseException | None = None

    def give(self, value: Any) -> None:  # noqa: ANN401  any result
        """Here it is."""
        self._value = value
        self._wake()

    def fail(self, error: BaseException) -> None:
        """It failed; the waiter gets the error raised."""
        self._error = error
        self._wake()

    def wait(self) -> Any:  # noqa: ANN401  any result
        """Wait for it. Raises what `fail` was given."""
        self._sleep()
        if self._error is not None:
            raise self._error
        return self._value

    @abstractmethod
    def _wake(self) -> None: ...
    @abstractmethod
    def _sleep(self) -> None: ...


class EventReply(Reply):
    """A reply around an event of gevent or of threads: both have `set` and `wait`."""

    def __init__(self, event: Any) -> None:  # noqa: ANN401  one library or the other
        super().__init__()
        self._event = event

    def _wake(self) -> None:
        self._event.set()

    def _sleep(self) -> None:
        self._event.wait()


class Loop(ABC):
    """What the house needs of a way to serve connections."""

    socketio_mode: ClassVar[str]
    max_connections = 0  # none before it serves; then what it was told

    @abstractmethod
    def reply(self) -> Reply:
        """A reply to wait for on this loop."""

    @abstractmethod
    def call_soon(self, function: Callable[[], None]) -> None:
        """Call a short function on the loop; safe from any OS thread."""

    @abstractmethod
    def spawn(self, function: Callable[[], None]) -> None:
        """Run a function beside everything else."""

    @abstractmethod
    def sleep(self, seconds: float) -> None:
        """Let others go on for so long; 0 lets each of them have one turn."""

    @abstractmethod
    def serve(
        self,
        listener: socket.socket,
        app: Any,  # noqa: ANN401  a WSGI app, which has no type
        max_connections: int,
        *,
        at_once: float = MANY_REQUESTS,
    ) -> Callable[[], None]:
        """Begin to serve a WSGI app; returns how to stop accepting.

        A connection that brings more than `at_once` requests in a second has to wait in between, where others
        would have to wait for it.

        Sockets that were handed over are no longer counted here: who takes them over has to count.
        """

    @abstractmethod
    def wait_readable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """Wait until there is something to read, or the other side is gone; False when time is up.

        Raises OSError when the socket was closed on this side.
        """

    @abstractmethod
    def wait_writable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        """Wait until something can be written, or the other side is gone; False when time is up.

        Raises OSError when the socket was closed on this side.
        """

    @abstractmethod
    def take_over(self, environ: dict[str, Any]) -> socket.socket:
        """The plain, non-blocking socket of a WSGI request, for a handler that answers on it by itself."""

    @abstractmethod
    def hand_over(self, conversation: Callable[[], None]) -> list[bytes]:
        """Go on with a conversation on a socket that was taken over; what the WSGI app then returns.

        The conversation closes the socket.
        """

    def in_thread(self, function: Callable[[], Any]) -> Any:  # noqa: ANN401  any result
        """Run a function that may block in an OS thread and wait for its result."""
        reply = self.reply()

        def run() -> None:
            try:
                value = function()
            except Exception as error:  # noqa: BLE001  it is raised again where it is waited for
                self.call_soon(_failing(reply, error))
            else:
                self.call_soon(lambda: reply.give(value))

        threading.Thread(target=run, daemon=True).start()
        return reply.wait()

    def wait_for_signal(self, when_watching: Callable[[], None]) -> None:
        """Call `when_watching`, then wait until SIGTERM or SIGINT comes; nothing runs inside a signal handler.

        From that call on no signal is missed: whoever is told by it may stop us at once.
        """
        wake, woken = socket.socketpair()
        woken.setblocking(False)
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        when_watching()
        self.wait_readable(wake)
        signal.set_wakeup_fd(-1)


def _failing(reply: Reply, error: Exception) -> Callable[[], None]:
    return lambda: reply.fail(error)


class Inbox:
    """Functions from other threads, and a byte in a pipe that says there are some."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_told = threading.Lock()
        self.mouth, self._bell = socket.socketpair()
        self.mouth.setblocking(False)
        self._bell.setblocking(False)

    def put(self, function: Callable[[], None]) -> None:
        """Leave a function; rings once however many come before it is heard."""
        self._waiting.append(function)
        if self._is_told.acquire(blocking=False):
            with contextlib.suppress(BlockingIOError):
                self._bell.send(b"!")

    def listen(self, loop: Loop) -> None:
        """Call everything that is left here, for ever; runs on the loop."""
        while True:
            loop.wait_readable(self.mouth)
            with contextlib.suppress(BlockingIOError):
                self.mouth.recv(16)
                self._drain()

    def _drain(self) -> None:
        self._is_told.release()
        while self._waiting:
            self._waiting.popleft()()
