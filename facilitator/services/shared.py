"""Snapshots that many people share: read once, handed to everybody who comes in the same moment."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, cast

from facilitator.domain.base import ms
from facilitator.presenters.payloads import Audience, State
from facilitator.services.state import shared_state
from facilitator.storage.database import Work

FRESH_FOR_S = 1.0
APART: Final = ("now_ms", "me")
"""What differs between those who get a snapshot; all else is common."""


class Common:
    """What many people's snapshots have in common, and the same in writing."""

    def __init__(self, state: State) -> None:
        self.rev = state["rev"]
        self.parts: dict[str, Any] = {key: part for key, part in state.items() if key not in APART}
        self._text: str | None = None

    def text(self, write: Callable[[object], str]) -> str:
        """In writing: written once, however many get it."""
        if self._text is None:
            self._text = write(self.parts)
        return self._text


class Snapshot(dict[str, Any]):
    """A State that knows which part of it others have too."""

    def __init__(self, common: Common, now_ms: int) -> None:
        super().__init__(common.parts, now_ms=now_ms, me=None)
        self.common = common


@dataclass(kw_only=True)
class _Slot:
    lock: threading.Lock = field(default_factory=threading.Lock)
    common: Common | None = None
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
            common = slot.common
            if common is None or not self._is_fresh(common, slot.read_at, session_id, audience):
                slot.common = common = Common(shared_state(work, session_id, (audience,), None)[audience])
                slot.read_at = time.monotonic()
        return cast("State", Snapshot(common, ms(work.now) or 0))

    def _is_fresh(self, common: Common, read_at: float, session_id: int, audience: Audience) -> bool:
        return time.monotonic() - read_at < FRESH_FOR_S and common.rev >= self.last_sent(session_id, audience)
