"""Socket.IO packets, strictly: what cannot be meant well never reaches a handler.

Binary packets, acknowledgements nobody asked for, other namespaces, the reserved event names and
senseless data (endless numbers, NUL, half characters, deep nests) become the event `malformed`. It
keeps the packet's acknowledgement id where there is one, so that its sender can be told.
"""

import math
import re
from typing import Any

from pydantic_core import from_json, to_json
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

from facilitator.services.shared import APART, Snapshot

MALFORMED = "malformed"
RESERVED = frozenset({"connect", "connect_error", "disconnect", "__disconnect_final", MALFORMED, "*"})
LARGEST_NUMBER = 2**53  # what a browser can count to
_MAY_BE_SENSELESS = re.compile(r"\\u0000|[0-9]{16}|[0-9][eE]")
"""Without any of these in its text a value is sensible: NUL has to be escaped, and few numbers are so large."""
_EVENT_HEAD = re.compile(r"2(\d{1,9})(?=\[)", re.ASCII)


class StrictJson:
    """JSON as browsers write it: no NaN, no lone surrogates, no nests without end; no needless escapes out."""

    @staticmethod
    def dumps(value: object, separators: tuple[str, str]) -> str:
        """Write a value. What many snapshots have in common is written once."""
        del separators  # the library asks for none
        match value:
            case [str(event), Snapshot() as snapshot]:
                own = _write({key: snapshot[key] for key in APART})
                return f"[{_write(event)},{snapshot.common.text(_write)[:-1]},{own[1:]}]"
            case _:
                return _write(value)

    @staticmethod
    def loads(text: str) -> object:
        """Read a value. Raises ValueError for what is no JSON, and for what no browser of ours means."""
        value = from_json(text, allow_inf_nan=False)
        if _MAY_BE_SENSELESS.search(text) and not _is_sensible(value):
            raise ValueError("senseless data")
        return value


class StrictPacket(Packet):  # type: ignore[misc, unused-ignore]
    """A packet whose decoding never raises, and which is never waited for in parts."""

    uses_binary_events = False
    json = StrictJson
    packet_type: int
    namespace: str | None
    data: Any
    id: int | None

    def __init__(self, *args: Any, encoded_packet: object = None, **named: Any) -> None:  # noqa: ANN401  the library's
        super().__init__(*args, encoded_packet=encoded_packet, **named)
        if encoded_packet is not None and not encoded_packet:
            self.decode(encoded_packet)  # the library takes an empty packet for none

    def decode(self, encoded_packet: object) -> int:
        """Decode what a client sent; returns the number of attachments to wait for: none, ever."""
        text = encoded_packet if isinstance(encoded_packet, str) else ""
        try:
            attachments = super().decode(text)
        except ValueError:
            attachments = 1
        if attachments or not self._is_sound():
            self._refuse(_EVENT_HEAD.match(text))
        return 0

    def _is_sound(self) -> bool:
        if self.namespace not in {None, "/"}:
            return False
        if self.packet_type == EVENT:
            return _is_event(self.data)
        if self.packet_type == CONNECT:
            return self.id is None and isinstance(self.data, dict | None)
        return bool(self.packet_type == DISCONNECT) and self.id is None and self.data is None

    def _refuse(self, head: re.Match[str] | None) -> None:
        self.packet_type, self.namespace, self.data = EVENT, None, [MALFORMED]
        self.id = int(head.group(1)) if head is not None else None


def _write(value: object) -> str:
    return to_json(value).decode()


def _is_event(data: object) -> bool:
    """Tell whether this is the name of an event that clients may send, and at most one thing said with it."""
    match data:
        case [str(name)] | [str(name), _]:
            return name not in RESERVED
        case _:
            return False


def _is_sensible(value: Any) -> bool:  # noqa: ANN401  any JSON value
    match value:
        case str():
            return "\0" not in value
        case int():
            return abs(value) <= LARGEST_NUMBER
        case float():
            return math.isfinite(value)
        case list():
            return all(map(_is_sensible, value))
        case dict():
            return all(map(_is_sensible, value)) and all(map(_is_sensible, value.values()))
        case _:
            return True
