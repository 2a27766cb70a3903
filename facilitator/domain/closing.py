"""Closing: the figures of a session that are kept when, at its end, the links are cut that they were counted from."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base
from facilitator.domain.privacy import Told
from facilitator.domain.voice import HeardInAll


class Closing(Base):
    """Made once, at the end. It holds nothing that is not told to hosts, and no person.

    `contacts_low` and `contacts_high` are what is told of how many contacts were exchanged, of so many that could be.
    `voices` names groups with the word of how each was heard; `across` the ids of two joins of different groups.
    """

    __tablename__ = "closing"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), primary_key=True)
    made_at: Mapped[datetime]
    least_group: Mapped[int]
    contacts_possible: Mapped[int]
    contacts_low: Mapped[int]
    contacts_high: Mapped[int]
    voices: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    across: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)

    @property
    def contacts(self) -> Told:
        """What is told of how many contacts were exchanged."""
        return Told(low=self.contacts_low, high=self.contacts_high)

    @property
    def pairs_across(self) -> frozenset[tuple[int, int]]:
        """Suggested joins of an offer and a want that were of different groups."""
        return frozenset((pair["offer"], pair["want"]) for pair in self.across)

    @property
    def heard(self) -> dict[int, HeardInAll]:
        """How each group that may be told of was heard."""
        return {voice["group_id"]: voice["heard"] for voice in self.voices}


def contacts_told(agreed: int, possible: int, *, least: int) -> Told:
    """How many of the possible handshakes were agreed to on both sides, as exactly as it may be told.

    Only the two sides know of a handshake. So a few are not told apart from none, nor all from nearly all.
    """
    if possible < 2 * least:
        return Told(low=0, high=possible)
    if agreed < least:
        return Told(low=0, high=least - 1)
    if agreed > possible - least:
        return Told(low=possible - least + 1, high=possible)
    return Told(low=agreed, high=agreed)
