"""Cluster: ideas that belong together, under a name that the hosts give."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base, Guarded


class Cluster(Guarded, Base):
    """A theme on a board. An idea is in one cluster at most; a dissolved one lets its ideas go."""

    __tablename__ = "cluster"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(80))
