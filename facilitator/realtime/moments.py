"""When something is due for each of many, who all wait equally long."""

import math
import time
from collections.abc import Hashable, Iterator
from itertools import islice
from typing import Generic, TypeVar

Who = TypeVar("Who", bound=Hashable)


class Moments(Generic[Who]):
    """The moment of each, the earliest first: whoever is put in comes last, as everybody waits equally long."""

    def __init__(self) -> None:
        self._moments: dict[Who, float] = {}

    def __len__(self) -> int:
        return len(self._moments)

    def __contains__(self, who: object) -> bool:
        return who in self._moments

    def put(self, who: Who, after_s: float) -> None:
        """It is due for this one so many seconds from now, and no longer when it was."""
        self._moments.pop(who, None)
        self._moments[who] = time.monotonic() + after_s

    def forget(self, who: Who) -> None:
        """It is not due for this one any more, if it was."""
        self._moments.pop(who, None)

    def few_due(self, beat_s: float, wait_s: float) -> Iterator[Who]:
        """Those of `due` whose turn it is in this beat of `beat_s` seconds, when each waits `wait_s` in all.

        Twice as many as it takes while all are put in again: a crowd that came in one moment has had its turn
        within half of the wait.
        """
        return islice(self.due(), 1 + math.ceil(2 * len(self) * beat_s / wait_s))

    def due(self, ahead_s: float = 0.0) -> Iterator[Who]:
        """Who is due by now or within `ahead_s`, the earliest first.

        Each is taken out as it is told, and may be put in again.
        """
        until = time.monotonic() + ahead_s
        while self._moments:
            first = next(iter(self._moments))
            if self._moments[first] > until:
                return
            del self._moments[first]
            yield first
