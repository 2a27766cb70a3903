"""Points: how many of their budget somebody gave to an idea, while the board is in its voting phase."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base


class Points(Base):
    """One person's points for one idea, until the session ends."""

    __tablename__ = "points"

    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    participant_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    points: Mapped[int]
