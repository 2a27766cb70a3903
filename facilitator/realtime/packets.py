"""Socket.IO packets, strictly: what cannot be meant well never reaches a handler.

Binary packets and the reserved event names `connect` and `disconnect` are refused. A packet with an
acknowledgement id but senseless data becomes the event `malformed`, so its sender is told.
"""

import re
from typing import Any

from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

MALFORMED = "malformed"
RESERVED = frozenset({"connect", "disconnect", "connect_error"})
_EVENT_HEAD = re.compile(r"2(\d{0,9})(?=\[)")


class StrictPacket(Packet):  # type: ignore[misc]  the library is not typed
    """A packet whose decoding never raises for what a client may have sent on purpose."""

    def decode(self, encoded_packet: Any) -> int:  # noqa: ANN401  the library's own signature
        """Decode what a client sent; returns the number of attachments to wait for: none, ever."""
        if not isinstance(encoded_packet, str):
            return self._refuse(None)
        head = _EVENT_HEAD.match(encoded_packet)
        try:
            super().decode(encoded_packet)
        except (ValueError, IndexError, TypeError, RecursionError):
            return self._refuse(head)
        if self.packet_type not in {CONNECT, DISCONNECT, EVENT} or self.attachment_count:
            return self._refuse(head)
        if self.packet_type == EVENT and not self._is_sound_event():
            return self._refuse(head)
        return 0

    def _is_sound_event(self) -> bool:
        return (
            isinstance(self.data, list)
            and len(self.data) in {1, 2}
            and isinstance(self.data[0], str)
            and self.data[0] not in RESERVED
        )

    def _refuse(self, head: re.Match[str] | None) -> int:
        self.packet_type, self.namespace, self.attachment_count, self.attachments = EVENT, None, 0, []
        self.id = int(head.group(1)) if head is not None and head.group(1) else None
        self.data = [MALFORMED]
        return 0
