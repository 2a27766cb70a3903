"""Hands: what a moderator counted in a room or heard on the phone, kept apart from people's own answers."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base


class Hands(Base):
    """Hands counted for one line of a result: the id of an option, or the value of a step."""

    __tablename__ = "hands"

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"), primary_key=True)
    line_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    counted_by: Mapped[str] = mapped_column(String(80))
    counted_at: Mapped[datetime]
