"""Who is connected and in which room. Coming and going cost the same however many others are here.

The stock manager searches every room for whoever goes, and every newcomer for whoever comes: when the
network of a full hall fails at once, it would search for many seconds and do nothing else.
"""

import threading
from collections.abc import Callable
from typing import Any

from socketio.manager import Manager

Whom = tuple[str, str]
"""A namespace and a session id of Socket.IO."""


class Register(Manager):  # type: ignore[misc, unused-ignore]
    """The library's rooms, and for each client the rooms that it is in. `greet` is called for each newcomer."""

    def __init__(self) -> None:
        super().__init__()
        self.greet: Callable[[str], None] = _say_nothing
        self._rooms_of: dict[Whom, dict[str | None, None]] = {}
        self._coming: set[Whom] = set()
        self._going: set[Whom] = set()
        self._unwanted: set[Whom] = set()
        self._lock = threading.Lock()

    def pre_connect(self, eio_sid: str, namespace: str) -> str | None:
        """Give a newcomer an id, for the time that it takes to look at their ticket; None for who has one."""
        if self.sid_from_eio_sid(eio_sid, namespace) is not None:
            return None
        sid = str(self.server.eio.generate_id())
        self.basic_enter_room(sid, namespace, None, eio_sid=eio_sid)
        self.basic_enter_room(sid, namespace, sid, eio_sid=eio_sid)
        self._coming.add((namespace, sid))
        return sid

    def connect(self, sid: str, namespace: str) -> str:
        """Their ticket is good, and they were told so: from now on they hear what is said."""
        whom = (namespace, sid)
        with self._lock:
            self._coming.discard(whom)
            is_unwanted = whom in self._unwanted
        if is_unwanted:
            self.server.disconnect(sid, namespace=namespace)
        else:
            self.greet(sid)
        return sid

    def can_disconnect(self, sid: str, namespace: str) -> bool:
        """Tell whether somebody can be sent away now; who is still coming will be as soon as they are here."""
        whom = (namespace, sid)
        with self._lock:
            if whom in self._coming:
                self._unwanted.add(whom)
        return self.is_connected(sid, namespace)

    def is_pre_connected(self, sid: str, namespace: str) -> bool:
        """Tell whether somebody's ticket is still looked at."""
        return (namespace, sid) in self._coming

    def is_connected(self, sid: str | None, namespace: str) -> bool:
        """Tell whether somebody is here, and neither comes nor goes at this moment."""
        whom = (namespace, sid)
        return whom in self._rooms_of and whom not in self._coming and whom not in self._going

    def pre_disconnect(self, sid: str, namespace: str) -> Any:  # noqa: ANN401  the library's
        """Somebody is about to go; returns the id of their connection."""
        self._going.add((namespace, sid))
        return self.rooms[namespace][None].get(sid)

    def basic_disconnect(self, sid: str, namespace: str, **kwargs: object) -> None:
        """Take somebody out of the rooms that they are in, and forget them."""
        del kwargs
        whom = (namespace, sid)
        for room in list(self._rooms_of.get(whom, ())):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for some in (self._coming, self._going, self._unwanted):
            some.discard(whom)

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        """Let somebody into a room."""
        super().basic_enter_room(sid, namespace, room, eio_sid)
        self._rooms_of.setdefault((namespace, sid), {})[room] = None

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        """Let somebody out of a room."""
        super().basic_leave_room(sid, namespace, room)
        rooms = self._rooms_of.get((namespace, sid), {})
        rooms.pop(room, None)
        if not rooms:
            self._rooms_of.pop((namespace, sid), None)

    def get_rooms(self, sid: str, namespace: str) -> list[str]:
        """The rooms that somebody is in."""
        return [room for room in self._rooms_of.get((namespace, sid), ()) if room is not None]


def _say_nothing(sid: str) -> None:
    """Greet nobody."""
    del sid
