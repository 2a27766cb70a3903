"""Turn: that somebody of a group spoke. Never who."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base


class Turn(Base):
    """A speaking turn, entered by a moderator with one key; without a group it was somebody of none."""

    __tablename__ = "turn"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id", ondelete="SET NULL"), default=None)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"), default=None)
    at: Mapped[datetime]
