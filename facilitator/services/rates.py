"""How often somebody may try: one table for both edges."""

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

_KINDS: Final = {"respond": "answer", "support_post": "answer", "send_post": "idea", "edit_post": "idea"}


def rate_of(command: str) -> str:
    """The rate that a command counts for."""
    return _KINDS.get(command, "host")


class Rates:
    """Counts tries in this process. `factor` allows so many times more than the table says."""

    def __init__(self, factor: int = 1) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
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
