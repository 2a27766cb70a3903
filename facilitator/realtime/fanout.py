"""One frame to everybody in a room: encoded once, written straight to every socket.

A stock manager puts a packet into each client's queue, wakes each client's writer and frames the
packet for each anew. Here one loop writes the same bytes to every Wire, without waiting for anybody,
and takes a breath now and then so that answers are acknowledged in the middle of a broadcast.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from engineio import packet as eio
from socketio import packet

from facilitator.realtime.register import Register
from facilitator.realtime.websocket import Wires
from facilitator.realtime.wire import frame_of

BREATH = 64
WAY_S = 0.001
LONGEST_WAY = 5
"""Give way so many times at each breath, at most: results are late by little, and never held up for good."""
REPLACED = frozenset({"change", "room"})  # of these, whoever is behind needs only the latest


class Fanout(Register):
    """Knows who is in which room, and tells them.

    A newer `change` in a client's line replaces the one before it. The client then sees that it
    missed something (`since` is above what it holds) and asks for what it missed, in one piece.
    """

    def __init__(self, wires: Wires) -> None:
        super().__init__()
        self.wires = wires
        self.must_give_way: Callable[[], bool] = lambda: False
        self._at_work: dict[str, deque[tuple[bytes, str | None]]] = {}
        self._lock = threading.Lock()

    def emit(  # noqa: PLR0913, PLR0917  the library's own signature
        self,
        event: str,
        data: object,
        namespace: str,
        room: str | None = None,
        skip_sid: object = None,
        callback: object = None,
        to: str | None = None,
        **kwargs: object,
    ) -> None:
        """Tell everybody in a room. Broadcasts to one room keep their order, whoever asks for them."""
        room = to or room
        if skip_sid or callback or not isinstance(room, str) or isinstance(data, tuple | None):
            super().emit(event, data, namespace, room=room, skip_sid=skip_sid, callback=callback, **kwargs)
            return
        said = self.server.packet_class(packet.EVENT, namespace=namespace, data=[event, data])
        frame = frame_of(eio.Packet(eio.MESSAGE, said.encode()).encode())
        broadcast = (frame, event if event in REPLACED else None)
        with self._lock:
            if room in self._at_work:
                self._at_work[room].append(broadcast)
                return
            self._at_work[room] = deque([broadcast])
        try:
            self._work_off(namespace, room)
        except BaseException:
            self._at_work.pop(room, None)
            raise

    def disconnect(self, sid: str, namespace: str, **kwargs: object) -> None:
        """Forget a client, and hang up: nobody stays connected who is nowhere."""
        eio_sid = self.eio_sid_from_sid(sid, namespace)
        super().disconnect(sid, namespace, **kwargs)
        self.wires.end(eio_sid)

    def _work_off(self, namespace: str, room: str) -> None:
        while True:
            with self._lock:
                if not self._at_work[room]:
                    del self._at_work[room]
                    return
                frame, topic = self._at_work[room].popleft()
            self._write(namespace, room, frame, topic)

    def _write(self, namespace: str, room: str, frame: bytes, topic: str | None) -> None:
        wires, sleep = self.wires.open, self.wires.loop.sleep
        for count, eio_sid in enumerate(self._members(namespace, room), 1):
            wire = wires.get(eio_sid)
            if wire is not None:
                wire.send(frame, topic)
            if not count % BREATH:
                sleep(0)
                self._give_way()

    def _give_way(self) -> None:
        """Let answers that are being stored have the interpreter for themselves."""
        for _ in range(LONGEST_WAY):
            if not self.must_give_way():
                return
            self.wires.loop.sleep(WAY_S)

    def _members(self, namespace: str, room: str) -> list[str]:
        members: Any = self.rooms.get(namespace, {}).get(room)
        return [] if members is None else list(members.values())
