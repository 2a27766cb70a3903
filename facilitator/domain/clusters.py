"""Cluster: ideas that belong together, under a name that the hosts give."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base, Guarded
from facilitator.domain.errors import NotLive
from facilitator.domain.words import clean

MOST_CLUSTERS: Final = 40
"""More themes than that group nothing."""
TITLE_LIMIT: Final = 80


class Cluster(Guarded, Base):
    """A theme on a board. An idea is in one cluster at most; a dissolved one lets its ideas go.

    A dissolved cluster keeps its row, so that it can come back where it was: its place is then below zero.
    """

    __tablename__ = "cluster"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(80))

    @property
    def is_dissolved(self) -> bool:
        """Whether its ideas were let go."""
        return self.position < 0

    def rename(self, title: str) -> None:
        """Call it something else. Raises TextMissing, TextTooLong or BadText."""
        self.title = title_of(title)

    def dissolve(self) -> None:
        """Give up the place; whoever does it lets the ideas go."""
        self.position = -1 - self.position

    def restore(self, others: Sequence["Cluster"]) -> None:
        """Come back beside the `others`. Raises NotLive when there are too many."""
        place_after(others)
        self.position = -1 - self.position


def title_of(text: str) -> str:
    """A title on one line. Raises TextMissing, TextTooLong or BadText."""
    return clean(" ".join(text.split()), limit=TITLE_LIMIT)


def place_after(clusters: Sequence[Cluster]) -> int:
    """The place behind those that there are. Raises NotLive when there are too many."""
    if len(clusters) >= MOST_CLUSTERS:
        raise NotLive(f"A board holds {MOST_CLUSTERS} clusters at most. Nothing was changed. Merge some first.")
    return max((cluster.position for cluster in clusters), default=-1) + 1
