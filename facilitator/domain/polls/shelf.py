"""Shelf: answers that a reset took away, kept for a day in case it was a mistake."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base


class Shelf(Base):
    """The answers to one question as they were before a reset. Nothing counts what lies here."""

    __tablename__ = "shelf"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(80))
    answers: Mapped[list[dict[str, object]]] = mapped_column(default_factory=list)
