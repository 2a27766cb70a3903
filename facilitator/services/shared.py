"""Snapshots that many people share: read once, handed to everybody who comes in the same moment."""

import threading
import time
from dataclasses import dataclass, field

from facilitator.domain.base import ms
from facilitator.presenters.payloads import Audience, State
from facilitator.services.state import shared_state
from facilitator.storage.database import Work

FRESH_FOR_S = 1.0


@dataclass(kw_only=True)
class _Slot:
    lock: threading.Lock = field(default_factory=threading.Lock)
    state: State | None = None
    read_at: float = 0.0


class SharedStates:
    """Keeps the last snapshot of each session and audience while it may still be used.

    A snapshot may be as old as the last change that was sent to everybody: whatever came later is
    still to be sent, and its `since` is not newer than the snapshot. Thread-safe.
    """

    def __init__(self) -> None:
        self._slots: dict[tuple[int, Audience], _Slot] = {}
        self._sent: dict[tuple[int, Audience], int] = {}

    def sent(self, session_id: int, audience: Audience, rev: int) -> None:
        """Changes up to `rev` were sent to the audience: older snapshots are of no use to it."""
        self._sent[session_id, audience] = rev

    def last_sent(self, session_id: int, audience: Audience) -> int:
        """Number of the last change that was sent to the audience; 0 when none was."""
        return self._sent.get((session_id, audience), 0)

    def get(self, work: Work, session_id: int, audience: Audience) -> State:
        """A snapshot of the shared things; the caller may put their own things into it."""
        slot = self._slots.setdefault((session_id, audience), _Slot())
        with slot.lock:
            if slot.state is None or not self._is_fresh(slot, session_id, audience):
                slot.state = shared_state(work, session_id, (audience,), None)[audience]
                slot.read_at = time.monotonic()
            copy: State = {**slot.state, "now_ms": ms(work.now) or 0}
        return copy

    def _is_fresh(self, slot: _Slot, session_id: int, audience: Audience) -> bool:
        is_young = time.monotonic() - slot.read_at < FRESH_FOR_S
        return is_young and slot.state is not None and slot.state["rev"] >= self.last_sent(session_id, audience)
