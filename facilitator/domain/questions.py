"""Question and Upvote: what the room asks its speakers."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base, Guarded
from facilitator.domain.errors import NotAllowed, NotFound, PostSettled

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

    @property
    def is_shown(self) -> bool:
        """Whether everybody may see it now."""
        return self.state == "approved"

    @property
    def is_answered(self) -> bool:
        """Whether a host marked it as answered."""
        return self.answered_at is not None

    def withdraw(self) -> None:
        """Take it back, also when others see it, unless a host kept it back or it was answered."""
        if self.state not in {"waiting", "approved"} or self.is_answered:
            raise PostSettled("The host has already dealt with this question. It was not changed.")
        self.state = "withdrawn"

    def review(self, state: QuestionState) -> None:
        """Approve, decline, hide or put back; what others have seen once stays known as such."""
        self.need_here()
        self.state = state
        self.was_shown = self.was_shown or self.is_shown

    def pin(self, *, pinned: bool) -> None:
        """Keep it before the others, or no longer."""
        self.need_here()
        self.is_pinned = pinned

    def answer(self, *, answered: bool, now: datetime) -> None:
        """Mark it as answered, or as open again. Only what everybody sees can be answered."""
        self.need_shown()
        self.answered_at = now if answered else None

    def need_here(self) -> None:
        """Refuse what its author has taken back: it is nobody's to steer."""
        if self.state == "withdrawn":
            raise NotFound

    def need_shown(self) -> None:
        """Refuse a question that not everybody sees."""
        if not self.is_shown:
            raise NotFound

    def need_of_somebody_else(self, participant_id: int | None) -> None:
        """Refuse to let people count for their own question twice."""
        if self.participant_id is not None and self.participant_id == participant_id:
            raise NotAllowed("This is your own question, so you count already. Nothing was changed.")


class Upvote(Base):
    """One person's wish to hear an answer too, until the session ends."""

    __tablename__ = "upvote"

    question_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    participant_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )
