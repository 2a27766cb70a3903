"""What comes in on a WebSocket: the handshake, then whole messages, by the sans-I/O protocol of `websockets`."""

import logging
from collections.abc import Iterator
from typing import Any

from websockets.datastructures import Headers
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import OPEN, SERVER, Protocol
from websockets.server import ServerProtocol

LARGEST_MESSAGE = 16_384
_HANDSHAKE = ("Connection", "Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version")
_quiet = logging.getLogger("facilitator.websocket")
_quiet.setLevel(logging.CRITICAL)


class Garbage(Exception):  # noqa: N818  it is the client's, not ours
    """A client sent what nobody sends by mistake; the close code says what kind of thing it was."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code)
        self.code = code


class Incoming:
    """Bytes in, whole messages out; and what the protocol itself has to answer."""

    __slots__ = ("_begun", "_protocol")

    def __init__(self) -> None:
        self._protocol = Protocol(SERVER, state=OPEN, max_size=LARGEST_MESSAGE, logger=_quiet)
        self._begun: bytearray | None = None  # a message of which more frames are to come

    @property
    def is_broken(self) -> bool:
        """Tell whether the client broke the protocol."""
        return self._protocol.parser_exc is not None

    def messages(self, data: bytes) -> Iterator[str]:
        """The messages that these bytes complete. Raises Garbage for what no browser of ours sends."""
        self._protocol.receive_data(data)
        for frame in self._protocol.events_received():
            if isinstance(frame, Frame) and frame.opcode in {Opcode.TEXT, Opcode.BINARY, Opcode.CONT}:
                whole = self._gather(frame)
                if whole is not None:
                    yield _text(whole)

    def answers(self) -> list[bytes]:
        """The protocol's own frames: pongs, and the close frame."""
        return [frame for frame in self._protocol.data_to_send() if frame]

    def _gather(self, frame: Frame) -> bytes | bytearray | None:
        if frame.opcode is Opcode.BINARY:
            raise Garbage(CloseCode.UNSUPPORTED_DATA)
        if self._begun is None:
            if frame.fin:
                return bytes(frame.data)
            self._begun = bytearray()
        self._begun += frame.data
        if not frame.fin:
            return None
        whole, self._begun = self._begun, None
        return whole


def shake_hands(environ: dict[str, Any]) -> Response:
    """Answer the request to upgrade. What it offers beyond that, compression above all, is not even looked at."""
    headers = Headers()
    for name in _HANDSHAKE:
        value = environ.get(f"HTTP_{name.upper().replace('-', '_')}")
        if value is not None:
            headers[name] = value
    return ServerProtocol(logger=_quiet).accept(Request("/", headers))


def _text(whole: bytes | bytearray) -> str:
    try:
        return whole.decode()
    except UnicodeDecodeError:
        raise Garbage(CloseCode.INVALID_DATA) from None
