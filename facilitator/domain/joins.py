"""Join and Handshake: organisations that come together over an idea, and contacts that both sides agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base

JoinSide = Literal["offer", "want"]


class Join(Base):
    """An organisation that can offer what an idea speaks of, or wants it. One a person and idea.

    The contact is shown to nobody until both sides of a handshake agreed, each from their own device.
    """

    __tablename__ = "join"
    __table_args__ = (UniqueConstraint("post_id", "participant_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("post.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    side: Mapped[JoinSide] = mapped_column(String(8))
    organisation: Mapped[str] = mapped_column(String(120))
    country: Mapped[str | None] = mapped_column(String(2), default=None)
    contact: Mapped[str | None] = mapped_column(String(200), default=None)
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))

    def say(self, side: JoinSide, organisation: str, country: str | None, contact: str | None) -> bool:
        """Join anew in other words. Returns whether the side changed: then earlier agreements mean nothing."""
        is_turned = side != self.side
        self.side, self.organisation, self.country, self.contact = side, organisation, country, contact
        return is_turned


class Handshake(Base):
    """Two joins of which one can give what the other wants, and whether each side agreed to be contacted."""

    __tablename__ = "handshake"

    offer_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("join.id", ondelete="CASCADE"), primary_key=True)
    want_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("join.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    offer_agreed_at: Mapped[datetime | None] = mapped_column(default=None)
    want_agreed_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def is_agreed(self) -> bool:
        """Whether both sides agreed, each from their own device."""
        return self.offer_agreed_at is not None and self.want_agreed_at is not None

    def has_agreed(self, side: JoinSide) -> bool:
        """Whether one side agreed."""
        return (self.offer_agreed_at if side == "offer" else self.want_agreed_at) is not None

    def agree(self, side: JoinSide, at: datetime | None) -> None:
        """One side agrees, or with None no longer does."""
        if side == "offer":
            self.offer_agreed_at = at
        else:
            self.want_agreed_at = at


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Somebody on the other side of an idea, as one side may see them. The contact is there once both agreed."""

    join: Join
    have_i_agreed: bool
    have_they_agreed: bool

    @property
    def contact(self) -> str | None:
        """How to reach them, once both sides want to be reached."""
        return self.join.contact if self.have_i_agreed and self.have_they_agreed else None


def partners(own: Join, others: Sequence[Join], shakes: Sequence[Handshake]) -> list[Partner]:
    """Who stands on the other side of an idea that somebody joined."""
    known = {(shake.offer_id, shake.want_id): shake for shake in shakes}
    return [_partner(own, other, known.get(_ends(own, other))) for other in others if other.side != own.side]


def _partner(own: Join, other: Join, shake: Handshake | None) -> Partner:
    return Partner(
        join=other,
        have_i_agreed=shake is not None and shake.has_agreed(own.side),
        have_they_agreed=shake is not None and shake.has_agreed(other.side),
    )


def _ends(one: Join, other: Join) -> tuple[int, int]:
    return (one.id, other.id) if one.side == "offer" else (other.id, one.id)
