"""Question and Upvote: what the room asks its speakers."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base, Guarded

QuestionState = Literal["waiting", "approved", "declined", "hidden", "withdrawn"]


class Question(Guarded, Base):
    """A question to a speaker. `rev` is its last change; `was_shown` remembers that others have seen it."""

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_changed", "session_id", "rev"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id", ondelete="SET NULL"), default=None)
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    language: Mapped[str] = mapped_column(String(16))
    state: Mapped[QuestionState] = mapped_column(String(10))
    is_pinned: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    was_shown: Mapped[bool] = mapped_column(default=False)
    kept_votes: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))
    rev: Mapped[int] = mapped_column(default=0)


class Upvote(Base):
    """One person's wish to hear an answer too, until the session ends."""

    __tablename__ = "upvote"

    question_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    participant_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )
