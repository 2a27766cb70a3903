"""What a scenario is given, and what it gives back."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

Figures = dict[str, Any]
"""What was measured; `held` says whether the promise was kept."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """How long a scenario is, how many take part, and the seed of everything that is left to chance."""

    rounds: int
    people: int
    seed: int = 1
    seconds: float = 0
    """How long a fault lasts, where a scenario leaves that open."""

    def chance(self, who: object = "") -> Random:
        """A source of chance for somebody: the same for the same seed."""
        return Random(f"{self.seed}/{who}")


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A promise and the way to put it to the test. `run` gets an empty folder."""

    promise: str
    full: Options
    run: Callable[[Options, Path], Coroutine[None, None, Figures]]
