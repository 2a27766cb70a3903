"""Who is here now: counted from what both edges see, never stored.

Coming and going cost the same however many are here: when the network of a full hall fails, thousands
leave in the same moment.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from facilitator.domain.permissions import Actor
from facilitator.presenters.payloads import Audience, Room
from facilitator.services.state import AUDIENCES

HTTP_SEEN_FOR_S = 10
GONE_AFTER_S = 60
FORGET_AFTER_S = 600
Kind = TypeVar("Kind", bound=str)


@dataclass(kw_only=True, slots=True)
class Seat:
    """One connection or poller. `showing` is what a stage says it shows; `unsent` what a phone still holds."""

    actor: Actor
    over_http: bool = False
    unsent: int = 0
    showing: str = ""
    seen_at: float = 0.0


@dataclass(kw_only=True)
class _Hall:
    """The seats of one session. `people` counts the seats of each participant; `left` says when somebody went."""

    seats: dict[str, Seat] = field(default_factory=dict)
    pollers: dict[str, Seat] = field(default_factory=dict)
    sockets: Counter[Audience] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    left: dict[str, float] = field(default_factory=dict)


@dataclass(kw_only=True)
class Presence:
    """All seats of this process. Safe to use from any task and any thread."""

    clock: Callable[[], float] = time.monotonic
    seats: dict[str, Seat] = field(default_factory=dict)
    _halls: dict[int, _Hall] = field(default_factory=dict)
    _by_key: dict[str, dict[str, Seat]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def enter(self, sid: str, actor: Actor) -> Seat:
        """A connection was accepted."""
        with self._lock:
            return self._sit(sid, Seat(actor=actor, seen_at=self.clock()))

    def sids_of(self, actor: Actor) -> list[str]:
        """The sockets that somebody has already, oldest first."""
        with self._lock:
            return [sid for sid, seat in self._by_key.get(actor.key, {}).items() if not seat.over_http]

    def leave(self, sid: str) -> None:
        """A connection is gone."""
        with self._lock:
            seat = self.seats.pop(sid, None)
            if seat is not None:
                self._rise(sid, seat)

    def seen_over_http(self, actor: Actor) -> None:
        """Somebody without a socket asked for the state or acted."""
        sid = f"http:{actor.session_id}:{actor.key}"
        with self._lock:
            seat = self.seats.get(sid) or self._sit(sid, Seat(actor=actor, over_http=True))
            seat.seen_at = self.clock()

    def report(self, sid: str, unsent: int) -> None:
        """A phone says how many answers it could not send yet."""
        seat = self.seats.get(sid)
        if seat is not None:
            seat.unsent = unsent

    def echo(self, sid: str, showing: str) -> None:
        """A stage says what it shows."""
        seat = self.seats.get(sid)
        if seat is not None:
            seat.showing, seat.seen_at = showing[:120], self.clock()

    def audiences(self, session_id: int) -> set[Audience]:
        """The audiences that have a socket here."""
        with self._lock:
            return set(self._hall(session_id).sockets)

    def participants(self, session_id: int) -> int:
        """How many people are here, each counted once."""
        with self._lock:
            return len(self._hall(session_id).people)

    def room(self, session_id: int, now_ms: int) -> Room:
        """What moderators are told about the room."""
        with self._lock:
            hall, now = self._hall(session_id), self.clock()
            seats = list(hall.seats.values())
            gone = [at for at in hall.left.values() if now - at > GONE_AFTER_S]
            over_http = {seat.actor.key for seat in hall.pollers.values() if seat.actor.role == "participant"}
        stages = [seat for seat in seats if seat.actor.role == "stage"]
        names = Counter(seat.actor.name for seat in seats if seat.actor.role in {"moderator", "organiser"})
        speakers = {seat.actor.name for seat in seats if seat.actor.role == "speaker"}
        return {
            "now_ms": now_ms,
            "participants": len(hall.people),
            "over_http": len(over_http),
            "unsent": sum(seat.unsent > 0 for seat in seats if seat.actor.role == "participant"),
            "trouble": len(gone),
            "moderators": sorted(names),
            "speakers": sorted(speakers),
            "stages": [{"showing": seat.showing, "seen_ms_ago": int((now - seat.seen_at) * 1000)} for seat in stages],
            "voices": [],
        }

    def _sit(self, sid: str, seat: Seat) -> Seat:
        hall, key = self._halls.setdefault(seat.actor.session_id, _Hall()), seat.actor.key
        hall.left.pop(key, None)
        self.seats[sid] = hall.seats[sid] = seat
        self._by_key.setdefault(key, {})[sid] = seat
        if seat.over_http:
            hall.pollers[sid] = seat
        else:
            hall.sockets[AUDIENCES[seat.actor.role]] += 1
        if seat.actor.role == "participant":
            hall.people[key] += 1
        return seat

    def _rise(self, sid: str, seat: Seat) -> None:
        hall, key = self._halls[seat.actor.session_id], seat.actor.key
        del hall.seats[sid]
        hall.pollers.pop(sid, None)
        if not seat.over_http:
            _less(hall.sockets, AUDIENCES[seat.actor.role])
        if seat.actor.role == "participant":
            _less(hall.people, key)
        mine = self._by_key[key]
        del mine[sid]
        if not mine:
            del self._by_key[key]
        if not any(other.actor.session_id == seat.actor.session_id for other in mine.values()):
            hall.left[key] = self.clock()

    def _hall(self, session_id: int) -> _Hall:
        """The seats of a session, without those who asked nothing for long."""
        hall, now = self._halls.get(session_id, _Hall()), self.clock()
        for sid in [sid for sid, seat in hall.pollers.items() if now - seat.seen_at > HTTP_SEEN_FOR_S]:
            self.leave(sid)
        while hall.left and now - next(iter(hall.left.values())) >= FORGET_AFTER_S:  # who left first stands first
            del hall.left[next(iter(hall.left))]
        if not hall.seats and not hall.left:
            self._halls.pop(session_id, None)
        return hall


def _less(counter: Counter[Kind], what: Kind) -> None:
    """One less of a kind; of which there is none, nothing stays."""
    counter[what] -= 1
    if not counter[what]:
        del counter[what]
