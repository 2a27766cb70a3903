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
    "join": parse("300/minute"),
    "sign_in": parse("10/minute"),
}


class Rates:
    """Counts tries in this process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def need(self, name: str, who: str) -> None:
        """Count one try. Raises TooFast with `wait_s` when there were too many."""
        if not self._limiter.hit(RATES[name], name, who):
            raise self._too_fast(name, who)

    def look(self, name: str, who: str) -> None:
        """Raise TooFast when no try is left, without counting one."""
        if not self._limiter.test(RATES[name], name, who):
            raise self._too_fast(name, who)

    def _too_fast(self, name: str, who: str) -> TooFast:
        reset = self._limiter.get_window_stats(RATES[name], name, who).reset_time
        return TooFast(wait_s=max(1, round(reset - time.time())))
