"""Points: how many of their budget somebody gave to an idea, while the board is in its voting phase."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base
from facilitator.domain.errors import WrongAnswer


class Points(Base):
    """One person's points for one idea, until the session ends."""

    __tablename__ = "points"

    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    participant_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    points: Mapped[int]


class GivenPoints(TypedDict):
    """Somebody's points for an idea, with the board whose budget they are from."""

    board_id: int
    points: int


@dataclass(frozen=True, kw_only=True)
class BoardPoints:
    """How many people gave how many points on a board."""

    people: int
    points: int


def need_budget(given: Mapping[int, int], points: int, instead_of: Collection[int], budget: int) -> None:
    """Refuse more points than the budget has left.

    `given` is what the person gave by idea; `points` take the place of those on the ideas `instead_of`.
    """
    others = sum(there for post_id, there in given.items() if post_id not in instead_of)
    if points and others + points > budget:
        left = max(0, budget - others)
        raise WrongAnswer(
            f"You have {budget} points for this board, and {left} are left for this idea. Nothing was changed.",
            left=left,
        )
