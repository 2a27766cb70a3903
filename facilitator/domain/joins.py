"""Join and Handshake: organisations that come together over an idea, and contacts that both sides agreed to."""

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


class Handshake(Base):
    """Two joins of which one can give what the other wants, and whether each side agreed to be contacted."""

    __tablename__ = "handshake"

    offer_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("join.id", ondelete="CASCADE"), primary_key=True)
    want_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("join.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    offer_agreed_at: Mapped[datetime | None] = mapped_column(default=None)
    want_agreed_at: Mapped[datetime | None] = mapped_column(default=None)
