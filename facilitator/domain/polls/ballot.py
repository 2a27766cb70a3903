"""A checked answer, in the one shape that all kinds are stored in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """A checked answer, the same shape for all kinds; this is what is stored."""

    option_ids: tuple[int, ...] = ()
    value: int | None = None
    not_applicable: bool = False
    text: str | None = None
    other_text: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class SavedBallot:
    """A ballot as it was acknowledged to its sender."""

    ballot: Ballot
    saved_at: datetime
    receipt: str
