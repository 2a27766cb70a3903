"""A house with one room and no database, served in each of the three ways; and phones that speak raw WebSocket."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

from flask import Flask
from websockets.client import ClientProtocol
from websockets.exceptions import InvalidHandshake
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.uri import parse_uri

from facilitator.concurrency import Loop, choose, listen, on_eventlet
from facilitator.realtime.server import make_server
from facilitator.realtime.websocket import Wires

MODES = (
    on_eventlet.EventletLoop.socketio_mode,
    "gevent",
    "threading",
)  # eventlet wants to be imported by the main thread
PATIENCE_S = 10.0


def until(condition: Callable[[], object], seconds: float = PATIENCE_S) -> None:
    """Wait until something is so; fails when it does not become so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.005)


class SmallHouse:
    """A server in a thread of its own: who knocks is let into one room; what they say is heard and answered."""

    def __init__(self, mode: str) -> None:
        self.present: set[str] = set()
        self.gone: list[tuple[str, str]] = []
        self.heard: list[object] = []
        self._phones: list[Phone] = []
        self.loop: Loop
        self.server: Any
        self.wires: Wires
        self._listener = listen("127.0.0.1", 0)
        self.port: int = self._listener.getsockname()[1]
        self._is_open, self._is_done = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, args=(mode,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_open.wait(PATIENCE_S)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for phone in self._phones:
            phone.hang_up()
        self._is_done.set()
        self._thread.join(PATIENCE_S)
        self._listener.close()

    def _run(self, mode: str) -> None:
        self.loop = choose(mode)
        app = Flask("small_house")
        app.add_url_rule("/", "home", lambda: "welcome")
        socketio = make_server(app, self.loop, None)
        self.server, self.wires = socketio.server, socketio.server.manager.wires
        for name in ("connect", "disconnect", "say", "fail"):
            self.server.on(name, getattr(self, f"_{name}"))
        stop = self.loop.serve(self._listener, app, 200)
        self._is_open.set()
        while not self._is_done.is_set():
            self.loop.sleep(0.01)
        self.server.shutdown()
        stop()

    def _connect(self, sid: str, environ: dict[str, Any], auth: object) -> bool:
        del environ
        if auth == {"ticket": "wrong"}:
            return False
        self.present.add(sid)
        self.server.enter_room(sid, "all")
        return True

    def _disconnect(self, sid: str, reason: str) -> None:
        self.present.discard(sid)
        self.gone.append((sid, reason))

    def _say(self, sid: str, said: object = None) -> object:
        del sid
        self.heard.append(said)
        return {"heard": said}

    def _fail(self, *said: object) -> object:
        del said
        raise ZeroDivisionError

    def phone(self, *, headers: dict[str, str] | None = None, small_buffer: bool = False) -> "Phone":
        """Somebody knocks."""
        phone = Phone(self.port, headers=headers, small_buffer=small_buffer)
        self._phones.append(phone)
        return phone

    def forget_phones(self) -> None:
        """Let go of everybody who hung up."""
        self._phones.clear()

    def settle(self) -> None:
        """Let everything that was to be done soon be done, and what ends with it be gone."""
        for _ in range(50):
            self.on_loop(lambda: self.loop.sleep(0.01))

    def refusal(self, headers: dict[str, str]) -> int:
        """The status with which a handshake with these headers is refused."""
        phone = self.phone(headers=headers)
        assert phone.response is not None
        assert isinstance(phone.protocol.handshake_exc, InvalidHandshake)
        return phone.response.status_code

    @property
    def sessions(self) -> int:
        """How many sessions engine.io believes in."""
        return len(self.server.eio.sockets)

    def on_loop(self, function: Callable[[], object]) -> None:
        """Do something where the server does things, and wait until it is done."""
        done = threading.Event()

        def run() -> None:
            function()
            done.set()

        self.loop.call_soon(lambda: self.loop.spawn(run))
        assert done.wait(PATIENCE_S)

    def tell_all(self, event: str, data: object) -> None:
        """Broadcast to the room."""
        self.on_loop(lambda: self.server.emit(event, data, to="all"))


class Phone:
    """A browser's WebSocket, as the wire sees it. Offers compression, as browsers do."""

    def __init__(self, port: int, *, headers: dict[str, str] | None = None, small_buffer: bool = False) -> None:
        self.socket = socket.socket()
        if small_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.settimeout(PATIENCE_S)
        self.socket.connect(("127.0.0.1", port))
        address = parse_uri(f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket")
        self.protocol = ClientProtocol(address, extensions=[ClientPerMessageDeflateFactory()], max_size=None)
        self.response: Response | None = None
        self._texts: list[str] = []
        self._is_gone = False
        request = self.protocol.connect()
        for name, value in (headers or {}).items():
            request.headers.pop(name, None)
            request.headers[name] = value
        self.protocol.send_request(request)
        self.flush()
        while not self._is_answered():
            self._pump()

    def _is_answered(self) -> bool:
        return self.response is not None or self._is_gone

    def flush(self) -> None:
        """Send what the protocol has ready."""
        for data in self.protocol.data_to_send():
            if data:
                self.send_raw(data)

    def send_raw(self, data: bytes) -> None:
        """Send bytes as they are, wise or not."""
        self.socket.sendall(data)

    def _pump(self) -> None:
        try:
            data = self.socket.recv(65_536)
        except ConnectionError:
            data = b""
        if data:
            self.protocol.receive_data(data)
        else:
            self._is_gone = True
            self.protocol.receive_eof()
        for event in self.protocol.events_received():
            if isinstance(event, Response):
                self.response = event
            elif isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self._texts.append(bytes(event.data).decode())
        if not self._is_gone:
            self.flush()

    def say(self, text: str) -> None:
        """Send a text message."""
        self.protocol.send_text(text.encode())
        self.flush()

    def act(self, number: int, *said: object) -> None:
        """Send an event with an acknowledgement id."""
        self.say(f"42{number}{json.dumps(said)}")

    def texts(self) -> Iterator[str]:
        """The messages that come, until the connection ends."""
        while True:
            while self._texts:
                yield self._texts.pop(0)
            if self._is_gone:
                return
            self._pump()

    def next(self, start: str) -> str:
        """What follows `start` in the next message that starts so; heartbeats are answered on the way."""
        for text in self.texts():
            if text == "2":
                self.say("3")
            if text.startswith(start):
                return text.removeprefix(start)
        raise AssertionError(f"gone before {start!r} came, close code {self.protocol.close_code}")

    def join(self) -> str:
        """Open a session and enter; returns the id that Socket.IO gave."""
        self.next("0")
        self.say('40{"ticket":"right"}')
        return str(json.loads(self.next("40"))["sid"])

    def close_code(self) -> int | None:
        """Read until the connection ends; returns the close code, 1006 if there was none."""
        for _ in self.texts():
            pass
        return self.protocol.close_code

    def hang_up(self) -> None:
        """Be gone without a word."""
        self.socket.close()
