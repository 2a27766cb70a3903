"""Who is here now: counted from what both edges see, never stored."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.domain.permissions import Actor
from facilitator.presenters.payloads import Audience, Room
from facilitator.services.state import AUDIENCES

HTTP_SEEN_FOR_S = 10
GONE_AFTER_S = 60
FORGET_AFTER_S = 600


@dataclass(kw_only=True)
class Seat:
    """One connection or poller. `showing` is what a stage says it shows; `unsent` what a phone still holds."""

    actor: Actor
    over_http: bool = False
    unsent: int = 0
    showing: str = ""
    seen_at: float = 0.0


@dataclass(kw_only=True)
class Presence:
    """All seats of this process. Used on the serving loop alone."""

    clock: Callable[[], float] = time.monotonic
    seats: dict[str, Seat] = field(default_factory=dict)
    _left: dict[tuple[int, str], float] = field(default_factory=dict)

    def enter(self, sid: str, actor: Actor) -> Seat:
        """A connection was accepted."""
        self._left.pop((actor.session_id, actor.key), None)
        self.seats[sid] = Seat(actor=actor, seen_at=self.clock())
        return self.seats[sid]

    def sids_of(self, actor: Actor) -> list[str]:
        """The sockets that somebody has already, oldest first."""
        return [sid for sid, seat in self.seats.items() if seat.actor.key == actor.key and not seat.over_http]

    def leave(self, sid: str) -> None:
        """A connection is gone."""
        seat = self.seats.pop(sid, None)
        if seat is not None and not any(other.actor.key == seat.actor.key for other in self.seats.values()):
            self._left[seat.actor.session_id, seat.actor.key] = self.clock()

    def seen_over_http(self, actor: Actor) -> None:
        """Somebody without a socket asked for the state or acted."""
        seat = self.seats.setdefault(f"http:{actor.key}", Seat(actor=actor, over_http=True))
        seat.seen_at = self.clock()
        self._left.pop((actor.session_id, actor.key), None)

    def report(self, sid: str, unsent: int) -> None:
        """A phone says how many answers it could not send yet."""
        if sid in self.seats:
            self.seats[sid].unsent = unsent

    def echo(self, sid: str, showing: str) -> None:
        """A stage says what it shows."""
        if sid in self.seats:
            self.seats[sid].showing, self.seats[sid].seen_at = showing[:120], self.clock()

    def audiences(self, session_id: int) -> set[Audience]:
        """The audiences that have a socket here."""
        return {AUDIENCES[s.actor.role] for s in self._of(session_id) if not s.over_http}

    def participants(self, session_id: int) -> int:
        """How many people are here, each counted once."""
        return len({s.actor.key for s in self._of(session_id) if s.actor.role == "participant"})

    def room(self, session_id: int, now_ms: int) -> Room:
        """What moderators are told about the room."""
        self._forget()
        seats = self._of(session_id)
        here = [seat for seat in seats if seat.actor.role == "participant"]
        stages = [seat for seat in seats if seat.actor.role == "stage"]
        names = Counter(seat.actor.name for seat in seats if seat.actor.role in {"moderator", "organiser"})
        now = self.clock()
        return {
            "now_ms": now_ms,
            "participants": len({seat.actor.key for seat in here}),
            "over_http": len({seat.actor.key for seat in here if seat.over_http}),
            "unsent": sum(seat.unsent > 0 for seat in here),
            "trouble": sum(s == session_id and now - at > GONE_AFTER_S for (s, _), at in self._left.items()),
            "moderators": sorted(names),
            "stages": [{"showing": seat.showing, "seen_ms_ago": int((now - seat.seen_at) * 1000)} for seat in stages],
        }

    def _of(self, session_id: int) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.actor.session_id == session_id]

    def _forget(self) -> None:
        now = self.clock()
        stale = [sid for sid, s in self.seats.items() if s.over_http and now - s.seen_at > HTTP_SEEN_FOR_S]
        for sid in stale:
            self.leave(sid)
        self._left = {who: at for who, at in self._left.items() if now - at < FORGET_AFTER_S}
