"""The one place that knows how connections are served: eventlet, gevent or threads.

Nothing is monkey-patched. The serving loop only moves messages; everything that may block (the
database, password hashing) runs in OS threads and hands its result back through `Loop.call_soon`.
So a locked database can never stall the loop, and every library runs as it was written.
"""

import contextlib
import importlib
import os
import signal
import socket
import threading
import time
import warnings
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar

KEEP_ALIVE_S = 15
HEADER_DEADLINE_S = 10


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


class Loop(ABC):
    """What the house needs of a way to serve connections."""

    socketio_mode: ClassVar[str]

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
        """Let others go on for so long."""

    @abstractmethod
    def serve(self, listener: socket.socket, app: Any, max_connections: int) -> Callable[[], None]:  # noqa: ANN401
        """Begin to serve a WSGI app; returns how to stop accepting."""

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

    def wait_for_signal(self) -> None:
        """Wait until SIGTERM or SIGINT comes; nothing runs inside a signal handler."""
        wake, woken = socket.socketpair()
        woken.setblocking(False)  # noqa: FBT003  the library's own signature
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._wait_readable(wake)
        signal.set_wakeup_fd(-1)

    @abstractmethod
    def _wait_readable(self, sock: socket.socket) -> None: ...


def listen(host: str, port: int) -> socket.socket:
    """A listening socket without Nagle's delay, on which no second server can listen too.

    Raises OSError when the address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind((host, port))
    listener.listen(4096)
    return listener


def choose(mode: str) -> Loop:
    """The loop of this name: eventlet, gevent or threading."""
    loops: dict[str, type[Loop]] = {"eventlet": EventletLoop, "gevent": GeventLoop, "threading": ThreadLoop}
    return loops[mode]()


def _failing(reply: Reply, error: Exception) -> Callable[[], None]:
    return lambda: reply.fail(error)


class _Inbox:
    """Functions from other threads, and a byte in a pipe that says there are some."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_told = threading.Lock()
        self.mouth, self._bell = socket.socketpair()
        self._bell.setblocking(False)  # noqa: FBT003  the library's own signature

    def put(self, function: Callable[[], None]) -> None:
        """Leave a function; rings once however many come before it is heard."""
        self._waiting.append(function)
        if self._is_told.acquire(blocking=False):
            with contextlib.suppress(BlockingIOError):
                self._bell.send(b"!")

    def drain(self) -> None:
        """Call everything that waits; called on the loop after the bell was heard."""
        self._is_told.release()
        while self._waiting:
            self._waiting.popleft()()


def _library(name: str) -> Any:  # noqa: ANN401  the libraries are not typed
    """A concurrency library's module, loaded only when it is the chosen one; eventlet warns that it retires."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)


class EventReply(Reply):
    """A reply around an event of gevent or of threads: both have `set` and `wait`."""

    def __init__(self, event: Any) -> None:  # noqa: ANN401  one library or the other
        super().__init__()
        self._event = event

    def _wake(self) -> None:
        self._event.set()

    def _sleep(self) -> None:
        self._event.wait()


class EventletReply(Reply):
    """A reply that a greenlet of eventlet waits for."""

    def __init__(self, event: Any) -> None:  # noqa: ANN401  eventlet is not typed
        super().__init__()
        self._event = event

    def _wake(self) -> None:
        self._event.send(None)

    def _sleep(self) -> None:
        self._event.wait()


class EventletLoop(Loop):
    """Eventlet: the default. In retirement, so nothing outside this file names it."""

    socketio_mode = "eventlet"

    def __init__(self) -> None:
        self._eventlet = _library("eventlet")
        self._event = _library("eventlet.event")
        self._io = _library("eventlet.greenio")
        self._wsgi = _library("eventlet.wsgi")
        self._inbox = _Inbox()
        self._eventlet.spawn(self._listen)

    def _listen(self) -> None:
        mouth = self._io.GreenSocket(self._inbox.mouth)
        while mouth.recv(16):
            self._inbox.drain()

    def reply(self) -> Reply:
        """See Loop."""
        return EventletReply(self._event.Event())

    def call_soon(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._inbox.put(function)

    def spawn(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._eventlet.spawn(function)

    def sleep(self, seconds: float) -> None:
        """See Loop."""
        self._eventlet.sleep(seconds)

    def serve(self, listener: socket.socket, app: Any, max_connections: int) -> Callable[[], None]:  # noqa: ANN401
        """See Loop. The library's own limit of 1,024 connections would stop the whole server."""
        server = self._eventlet.spawn(
            self._wsgi.server,
            self._io.GreenSocket(listener),
            app,
            max_size=max_connections,
            keepalive=KEEP_ALIVE_S,
            log_output=False,
            debug=False,
            socket_timeout=None,
        )
        stop: Callable[[], None] = server.kill
        return stop

    def _wait_readable(self, sock: socket.socket) -> None:
        self._io.GreenSocket(sock).recv(1)


class GeventLoop(Loop):
    """Gevent: for when eventlet is gone."""

    socketio_mode = "gevent"

    def __init__(self) -> None:
        self._gevent = _library("gevent")
        self._event = _library("gevent.event")
        self._socket = _library("gevent.socket")
        self._pywsgi = _library("gevent.pywsgi")
        self._inbox = _Inbox()
        self._inbox.mouth.setblocking(False)  # noqa: FBT003  the library's own signature
        self._gevent.spawn(self._listen)

    def _listen(self) -> None:
        while True:
            self._wait_readable(self._inbox.mouth)
            with contextlib.suppress(BlockingIOError):
                self._inbox.mouth.recv(16)
                self._inbox.drain()

    def reply(self) -> Reply:
        """See Loop."""
        return EventReply(self._event.Event())

    def call_soon(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._inbox.put(function)

    def spawn(self, function: Callable[[], None]) -> None:
        """See Loop."""
        self._gevent.spawn(function)

    def sleep(self, seconds: float) -> None:
        """See Loop."""
        self._gevent.sleep(seconds)

    def serve(self, listener: socket.socket, app: Any, max_connections: int) -> Callable[[], None]:  # noqa: ANN401
        """See Loop."""
        green = self._socket.socket(fileno=os.dup(listener.fileno()))
        server = self._pywsgi.WSGIServer(green, app, spawn=max_connections, log=None, error_log=None)
        server.start()
        return lambda: server.stop(timeout=1)

    def _wait_readable(self, sock: socket.socket) -> None:
        self._socket.wait_read(sock.fileno())


class ThreadLoop(Loop):
    """OS threads, without any loop: for tests, tools and a future without green threads."""

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

    def serve(self, listener: socket.socket, app: Any, max_connections: int) -> Callable[[], None]:  # noqa: ANN401
        """See Loop. Each connection has its thread, so there is no other limit."""
        del max_connections
        serving = _library("werkzeug.serving")
        quiet = type(
            "Quiet",
            (serving.WSGIRequestHandler,),
            {"protocol_version": "HTTP/1.1", "log": lambda *_args, **_named: None},
        )
        host, port = listener.getsockname()[:2]
        server = serving.make_server(host, port, app, threaded=True, request_handler=quiet, fd=listener.fileno())
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stop: Callable[[], None] = server.shutdown
        return stop

    def _wait_readable(self, sock: socket.socket) -> None:
        sock.recv(1)
