"""Commitment: what somebody promises to do next, and what became of it."""

from datetime import date, datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base

CommitmentOwner = Literal["organisation", "own"]
CommitmentStatus = Literal["done", "begun", "not_yet", "dropped"]


class Commitment(Base):
    """One sentence, "if ..., then ...", with its owner and a date. `token_hash` is the link for answering later."""

    __tablename__ = "commitment"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    when_text: Mapped[str] = mapped_column(String(200))
    then_text: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(16))
    owner: Mapped[CommitmentOwner] = mapped_column(String(12))
    organisation: Mapped[str] = mapped_column(String(120), default="")
    due_on: Mapped[date]
    is_public: Mapped[bool] = mapped_column(default=False)
    is_hidden: Mapped[bool] = mapped_column(default=False)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))


class ReminderAddress(Base):
    """Where a reminder goes: apart from the sentence, and erased after the last reminder."""

    __tablename__ = "reminder_address"

    commitment_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("commitment.id", ondelete="CASCADE"), primary_key=True
    )
    email: Mapped[str] = mapped_column(String(200))
    erase_on: Mapped[date]


class CommitmentAnswer(Base):
    """What its owner says later about a commitment, by link."""

    __tablename__ = "commitment_answer"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    commitment_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("commitment.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    status: Mapped[CommitmentStatus] = mapped_column(String(8))
    note: Mapped[str] = mapped_column(default="")
