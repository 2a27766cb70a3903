"""A checked answer, in the one shape that all kinds are stored in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Pick:
    """One picked option. Its kind says what `value` and `second` mean: a place, points, two steps of a rating."""

    option_id: int
    value: int | None = None
    second: int | None = None


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """A checked answer, the same shape for all kinds; this is what is stored."""

    picks: tuple[Pick, ...] = ()
    value: int | None = None
    second: int | None = None
    not_applicable: bool = False
    text: str | None = None
    other_text: str | None = None
    terms: tuple[str, ...] = ()
    language: str | None = None

    @property
    def option_ids(self) -> tuple[int, ...]:
        """The picked options alone."""
        return tuple(pick.option_id for pick in self.picks)


@dataclass(frozen=True, kw_only=True)
class SavedBallot:
    """A ballot as it was acknowledged to its sender."""

    ballot: Ballot
    saved_at: datetime
    receipt: str
