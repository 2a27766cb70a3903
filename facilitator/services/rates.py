"""How often somebody may try: one table for both edges."""

import threading
import time
from typing import Final

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from facilitator.domain.errors import TooFast

RATES: Final[dict[str, RateLimitItem]] = {
    "code": parse("30/minute"),
    "codes_of_all": parse("600/minute"),
    "join": parse("6000/minute"),
    "handshake": parse("6000/minute"),
    "sign_in": parse("10/minute"),
    "answer": parse("10 per 2 second"),
    "idea": parse("5 per 15 second"),
    "host": parse("40 per 2 second"),
    "state": parse("20 per 10 second"),
}
"""Tries in a time. What a venue does at once, behind one address, is allowed; what a person cannot do is not."""

SWEEP_S: Final = 10.0
_KINDS: Final = {
    "respond": "answer",
    "support_post": "answer",
    "upvote_question": "answer",
    "send_post": "idea",
    "edit_post": "idea",
    "give_points": "answer",
    "send_comment": "idea",
    "withdraw_comment": "idea",
    "ask_question": "idea",
    "make_commitment": "idea",
    "edit_commitment": "idea",
    "withdraw_commitment": "idea",
    "withdraw_question": "idea",
}


def rate_of(command: str) -> str:
    """The rate that a command counts for."""
    return _KINDS.get(command, "host")


class CalmMemory(MemoryStorage):
    """The library's memory, without its timer.

    That one starts a thread a hundred times a second while people act, looks at every key each time and
    forgets none. Here a key keeps what its window needs and no more, and is dropped when nobody tries any more.
    """

    def __init__(self) -> None:
        super().__init__()
        self.timer.cancel()
        self.timer = _Resting(0, lambda: None)
        self._sweep_at = 0.0

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count a try, unless there were `limit` in the last `expiry` seconds."""
        now = time.time()
        if now >= self._sweep_at:
            self._sweep_at = now + SWEEP_S
            self._sweep(now)
        is_allowed = super().acquire_entry(key, limit, expiry, amount)
        del self.events[key][limit:]
        return is_allowed

    def _sweep(self, now: float) -> None:
        for key, events in list(self.events.items()):
            if not events or events[0].expiry <= now:
                self.clear(key)


class _Resting(threading.Timer):
    """A timer that is never started, and that nobody needs to start."""

    def is_alive(self) -> bool:
        """Say so, so that the library starts no other."""
        return True


class Rates:
    """Counts tries in this process. `factor` allows so many times more than the table says."""

    def __init__(self, factor: int = 1) -> None:
        self._limiter = MovingWindowRateLimiter(CalmMemory())
        self._rates = {
            name: type(rate)(rate.amount * factor, rate.multiples, rate.namespace) for name, rate in RATES.items()
        }

    def need(self, name: str, who: str) -> None:
        """Count one try. Raises TooFast with `wait_s` when there were too many."""
        if not self._limiter.hit(self._rates[name], name, who):
            raise self._too_fast(name, who)

    def look(self, name: str, who: str) -> None:
        """Raise TooFast when no try is left, without counting one."""
        if not self._limiter.test(self._rates[name], name, who):
            raise self._too_fast(name, who)

    def _too_fast(self, name: str, who: str) -> TooFast:
        reset = self._limiter.get_window_stats(self._rates[name], name, who).reset_time
        return TooFast(wait_s=max(1, round(reset - time.time())))
