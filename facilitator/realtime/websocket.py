"""Engine.io's WebSocket, on the sans-I/O protocol of `websockets`, for every way of serving.

One task a client reads; what goes out takes the client's Wire. A message is at most 16 KiB however
it is cut into frames, compression is never agreed on, and whatever breaks the protocol ends the
session of engine.io before the connection is closed, so nobody stays present who is gone.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from engineio import packet as eio
from engineio.exceptions import EngineIOError
from websockets.frames import CloseCode, Opcode

from facilitator.concurrency import Loop
from facilitator.realtime.heart import Heart
from facilitator.realtime.incoming import Garbage, Incoming, shake_hands
from facilitator.realtime.pace import Pace
from facilitator.realtime.turnstile import Turnstile
from facilitator.realtime.wire import CLOSING_S, Losses, Wire, frame_of

_SWITCHING = 101
_MOUTHFUL = 8192
_PAUSE_S = 0.02
_CLOSE_HEAD = 0x80 | Opcode.CLOSE


class Wires:
    """The open WebSockets of this process, by engine.io's session id."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.open: dict[str, Wire] = {}
        self.heart = Heart(loop)
        self.losses = Losses()
        self.way_out = Turnstile(loop)

    def install(self, server: Any) -> None:  # noqa: ANN401  the library is not typed
        """Become the WebSocket of an engine.io server. This dictionary is the one private seam."""
        server._async = {**server._async, "websocket": self._connection}  # noqa: SLF001

    def end(self, sid: str, code: CloseCode = CloseCode.NORMAL_CLOSURE) -> None:
        """Say goodbye to one client, if it is here."""
        wire = self.open.get(sid)
        if wire is not None:
            wire.end(code)

    def cut(self, sid: str) -> None:
        """Hang up on one client without a word, if it is here: somebody else needs the place now."""
        wire = self.open.get(sid)
        if wire is not None:
            wire.cut()

    def end_all(self, code: CloseCode = CloseCode.SERVICE_RESTART) -> None:
        """Say goodbye to everybody."""
        for sid in list(self.open):
            self.end(sid, code)

    def _connection(self, handler: Any, server: Any) -> "Connection":  # noqa: ANN401  see install
        return Connection(handler.__self__, server, self)


class Outlet:
    """What engine.io takes for a session's queue: it never waits, and what is put here is on its way."""

    __slots__ = ("_wire",)

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def put(self, packet: eio.Packet | None) -> None:
        """Send a packet; None says that the session is over."""
        if packet is None:
            self._wire.end(CloseCode.NORMAL_CLOSURE)
        else:
            self._wire.send(frame_of(packet.encode()))

    def join(self) -> None:
        """Wait until everything is sent: nobody should, a frozen phone would hold them."""


class Connection:
    """One client's WebSocket, from the handshake to the last byte."""

    __slots__ = ("_incoming", "_loop", "_pace", "_server", "_session", "_sock", "_wire", "_wires")

    def __init__(self, session: Any, server: Any, wires: Wires) -> None:  # noqa: ANN401  the library is not typed
        self._session = session
        self._server = server
        self._wires = wires
        self._loop = wires.loop
        self._incoming = Incoming()
        self._pace = Pace()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a WSGI request to upgrade, then talk until one side goes."""
        response = shake_hands(environ)
        if response.status_code != _SWITCHING:
            self._leave(self._server.reason.TRANSPORT_ERROR)
            start_response(f"{response.status_code} {response.reason_phrase}", [("Content-Type", "text/plain")])
            return [bytes(response.body)]
        self._sock = self._loop.take_over(environ)
        self._wire = Wire(self._sock, self._loop, self._wires.losses)
        self._wire.send(response.serialize())
        self._begin()
        return self._loop.hand_over(self._converse)

    def _begin(self) -> None:
        """Take the place of engine.io's queue and of its writer, and send what waited in the queue."""
        session, outlet = self._session, Outlet(self._wire)
        self._wires.open[session.sid] = self._wire
        waiting, session.queue = session.queue, outlet
        while not waiting.empty():
            outlet.put(waiting.get())
        session.connected = session.upgraded = True

    def _converse(self) -> None:
        reason = self._server.reason.TRANSPORT_ERROR
        try:
            reason = self._talk()
            self._wires.way_out.wait()
        finally:
            self._leave(reason)
            self._part()
            self._sock.close()

    def _talk(self) -> str:
        """Listen until one side goes; returns engine.io's word for why."""
        reason = self._server.reason
        try:
            while not self._is_done():
                self._loop.wait_readable(self._sock)
                data = self._read()
                if not data:
                    self._wire.cut()
                    return str(reason.TRANSPORT_CLOSE)
                self._hear(data)
        except Garbage as garbage:
            self._wire.end(garbage.code)
        except EngineIOError:
            return str(reason.TRANSPORT_CLOSE)
        except OSError:
            self._wire.cut()
        else:
            return str(reason.TRANSPORT_ERROR if self._incoming.is_broken else reason.TRANSPORT_CLOSE)
        return str(reason.TRANSPORT_ERROR)

    def _is_done(self) -> bool:
        return self._session.closed or self._wire.is_ending or self._wire.is_over

    def _read(self) -> bytes:
        try:
            return self._sock.recv(_MOUTHFUL)
        except BlockingIOError:
            return self._read() if self._loop.wait_readable(self._sock) else b""
        except OSError:
            return b""

    def _hear(self, data: bytes) -> None:
        """Take what these bytes bring, one message after the other, and let others go on in between."""
        for message in self._incoming.messages(data):
            self._take(message)
            while self._wire.is_behind and not self._is_done():
                self._loop.sleep(_PAUSE_S)
            if self._is_done():
                return
            if pause_s := self._pace.pause_s():
                self._loop.sleep(pause_s)
        for frame in self._incoming.answers():
            if frame[0] == _CLOSE_HEAD:
                self._wire.answer_close(frame)
            else:
                self._wire.send(frame, "pong")

    def _take(self, message: str) -> None:
        """Hand a message of engine.io to its session; three kinds exist."""
        if message.startswith("4"):
            self._session.receive(eio.Packet(eio.MESSAGE, message[1:]))
        elif message == "3":
            self._wires.heart.heard(self._session)
        elif message == "1":
            self._session.receive(eio.Packet(eio.CLOSE))
        else:
            raise Garbage(CloseCode.POLICY_VIOLATION)

    def _leave(self, reason: str) -> None:
        """End the session of engine.io now: whoever counts those present must not wait for a connection to close."""
        self._session.close(wait=False, abort=True, reason=reason)
        self._wires.open.pop(self._session.sid, None)
        self._wires.heart.forget(self._session)
        self._server.sockets.pop(self._session.sid, None)

    def _part(self) -> None:
        """Let the close frame arrive: write it out, say that nothing follows, and read until they are gone too."""
        deadline = time.monotonic() + CLOSING_S
        while not self._wire.is_idle and time.monotonic() < deadline:
            self._loop.sleep(_PAUSE_S)
        self._wire.half_close()
        while not self._wire.is_over and (left := deadline - time.monotonic()) > 0:
            if self._loop.wait_readable(self._sock, left) and not self._read():
                break
        self._wire.cut()
        while not self._wire.is_idle:
            self._loop.sleep(_PAUSE_S)
