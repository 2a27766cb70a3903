"""Pair: somebody says that a success factor answered a barrier for them."""

from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base

PairSource = Literal["template", "moderator", "person"]


class Pair(Base):
    """A factor and a barrier, each an option (`o12`) or an idea (`p345`), and who put them together.

    Shipped pairs are proposals (`template`); a moderator's are one each; a person's are counted by people.
    """

    __tablename__ = "pair"
    __table_args__ = (UniqueConstraint("session_id", "factor", "barrier", "source", "participant_id"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    factor: Mapped[str] = mapped_column(String(20))
    barrier: Mapped[str] = mapped_column(String(20))
    source: Mapped[PairSource] = mapped_column(String(10))
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True, default=None
    )
