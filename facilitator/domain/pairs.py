"""Pair: somebody says that a success factor answered a barrier for them; and the barriers without an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base
from facilitator.domain.polls.poll import OptionType

BARRIERS: Final[frozenset[OptionType]] = frozenset({"challenge"})
FACTORS: Final[frozenset[OptionType]] = frozenset({"factor", "practice"})
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


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A barrier or a factor: an option of a question or an idea.

    `people` chose it; None while that is not known to the reader. An idea's words have a `language`.
    """

    ref: str
    text: str
    language: str | None = None
    people: int | None = None


@dataclass(frozen=True, kw_only=True)
class PairCount:
    """A factor and a barrier: how many people paired them, whether a host did, whether they were only proposed."""

    factor: str
    barrier: str
    people: int = 0
    is_from_host: bool = False
    is_proposed: bool = False

    @property
    def is_answer(self) -> bool:
        """A proposal alone answers nothing: somebody has to say that it did."""
        return self.people > 0 or self.is_from_host


def gaps(barriers: Sequence[Thing], pairs: Sequence[PairCount]) -> list[Thing]:
    """Barriers that people chose and that nobody has an answer for; what matters to most people comes first."""
    answered = {pair.barrier for pair in pairs if pair.is_answer}
    left = [barrier for barrier in barriers if barrier.people and barrier.ref not in answered]
    return sorted(left, key=lambda barrier: -(barrier.people or 0))
