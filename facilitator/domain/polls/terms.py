"""Term and TermRule: single words of people, and what the hosts made of them."""

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base


class Term(Base):
    """One word or short phrase of a response. `folded` is what equal words of a language have in common."""

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_tally", "poll_id", "language", "folded"),)

    response_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("response.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(String(40))
    folded: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(16))


class TermRule(Base):
    """What the hosts decided about a word: that it is another one, or that it is not shown."""

    __tablename__ = "term_rule"

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    folded: Mapped[str] = mapped_column(String(80), primary_key=True)
    merged_into: Mapped[str | None] = mapped_column(String(80), default=None)
    is_hidden: Mapped[bool] = mapped_column(default=False)
