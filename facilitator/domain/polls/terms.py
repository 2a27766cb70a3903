"""Term and TermRule: single words of people, and what the hosts made of them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base

LONGEST_TERM: Final = 40
"""Characters of one word or short phrase."""


def folded(text: str) -> str:
    """What equal words of a language have in common: no case, no surrounding punctuation, one way to write signs."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    start, end = 0, len(plain)
    while start < end and _is_trim(plain[start]):
        start += 1
    while start < end and _is_trim(plain[end - 1]):
        end -= 1
    return unicodedata.normalize("NFKC", plain[start:end])


def _is_trim(sign: str) -> bool:
    """Whether a sign at the end of a word says nothing: punctuation, symbols and space. C++ and C# keep theirs."""
    return unicodedata.category(sign)[0] in "PZ" and sign not in "#%&@"


def root_of(word: str, merged: Mapping[str, str]) -> str:
    """The word that another one stands for in the end; `merged` says for each word what it was merged into."""
    seen = {word}
    while (into := merged.get(word)) is not None and into not in seen:
        seen.add(into)
        word = into
    return word


@dataclass(frozen=True, kw_only=True)
class Said:
    """A word as it was counted. `text` is its most used spelling, `count` the people who said it themselves.

    `together` counts the people who said it or a word that was merged into it, each person once.
    """

    folded: str
    language: str
    text: str
    count: int
    together: int
    merged_into: str | None = None
    is_hidden: bool = False


class Term(Base):
    """One word or short phrase of a response. `folded` is what equal words of a language have in common."""

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_tally", "poll_id", "language", "folded", "text"),)

    response_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("response.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(String(LONGEST_TERM))
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
