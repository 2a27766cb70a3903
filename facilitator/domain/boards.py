"""Board, Column, Post, Support: where ideas on cooperation go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.domain.base import NEVER_AGAIN, Base, Guarded
from facilitator.domain.comments import Comment
from facilitator.domain.errors import BoardClosed, NotFound, NotLive, PollClosed, PostSettled
from facilitator.domain.polls.poll import OptionType

BoardState = Literal["ready", "open", "closed"]
PostState = Literal["waiting", "approved", "declined", "hidden", "withdrawn"]


class Column(Base):
    """A column of a board: offers, asks, ideas."""

    __tablename__ = "column"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"), index=True, default=0)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(80))
    type: Mapped[OptionType | None] = mapped_column(String(12), default=None)


class Board(Guarded, Base):
    """Where ideas go. Silent first: each sees only their own, until the host reveals all.

    While `is_voting`, each person has `budget` points to give to ideas.
    """

    __tablename__ = "board"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    help: Mapped[str] = mapped_column(default="")
    needs_approval: Mapped[bool] = mapped_column(default=True)
    state: Mapped[BoardState] = mapped_column(String(8), default="ready")
    is_revealed: Mapped[bool] = mapped_column(default=False)
    is_voting: Mapped[bool] = mapped_column(default=False)
    budget: Mapped[int] = mapped_column(default=5)
    takes_comments: Mapped[bool] = mapped_column(default=False)
    takes_joins: Mapped[bool] = mapped_column(default=False)
    columns: Mapped[list[Column]] = relationship(
        lazy="raise", order_by=Column.position, cascade="all, delete-orphan", passive_deletes=True, default_factory=list
    )

    def open(self) -> None:
        """Take ideas; a closed board can be opened again."""
        if self.state == "open":
            raise NotLive("The board is open already. Nothing was changed.", state=self.state)
        self.state = "open"

    def unopen(self) -> None:
        """Open -> ready: it was opened by mistake, and nobody had an idea."""
        self.close()
        self.state = "ready"

    def close(self) -> None:
        """Take no more ideas."""
        if self.state != "open":
            raise NotLive("The board is not open. Nothing was changed.", state=self.state)
        self.state = "closed"

    def reveal(self, *, revealed: bool) -> None:
        """End the silent phase, or go back to it."""
        if self.state == "ready":
            raise NotLive("The board is not open yet. Nothing was changed. Open it first.", state=self.state)
        if self.is_voting:
            raise NotLive("People are giving points. Nothing was changed. End that first.", state=self.state)
        self.is_revealed = revealed

    def vote(self, *, voting: bool) -> None:
        """Begin the phase in which people give points, or end it. Points are for ideas that everybody sees."""
        if voting and not self.is_revealed:
            raise NotLive("The ideas are not revealed yet. Nothing was changed. Reveal them first.", state=self.state)
        if voting == self.is_voting:
            raise NotLive("Another host has done this already. Nothing was changed.", state=self.state)
        self.is_voting = voting

    def need_voting(self) -> None:
        """Refuse points outside their phase."""
        if not self.is_voting:
            raise PollClosed("No points can be given now. Yours stay as they were.")

    def need_comments(self) -> None:
        """Refuse a comment on a board that takes none."""
        if not self.takes_comments:
            raise BoardClosed("This board takes no comments. Yours was not sent. It stays on this device.")

    def need_open(self) -> None:
        """Refuse an idea while the board takes none."""
        if self.state != "open":
            raise BoardClosed

    def need_column(self, column_id: int) -> None:
        """Refuse a column of another board."""
        if column_id not in {column.id for column in self.columns}:
            raise NotFound


@dataclass(frozen=True, kw_only=True)
class BoardCounts:
    """How many ideas a board has, and how many wait for review."""

    ideas: int = 0
    waiting: int = 0


class Post(Guarded, Base):
    """One idea. `rev` is its last change; `was_shown` remembers that others have seen it.

    `kept_support` and `kept_points` are the numbers that stay when, at the end, it is forgotten who gave them.
    An idea that was merged into another one says so in `merged_into_id`, and keeps its words and its author.
    """

    __tablename__ = "post"
    __table_args__ = (Index("ix_post_changed", "session_id", "rev"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id", ondelete="CASCADE"), index=True)
    column_id: Mapped[int] = mapped_column(ForeignKey("column.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    language: Mapped[str] = mapped_column(String(16))
    state: Mapped[PostState] = mapped_column(String(10))
    is_pinned: Mapped[bool] = mapped_column(default=False)
    was_shown: Mapped[bool] = mapped_column(default=False)
    kept_support: Mapped[int] = mapped_column(default=0)
    kept_points: Mapped[int] = mapped_column(default=0)
    cluster_id: Mapped[int | None] = mapped_column(ForeignKey("cluster.id", ondelete="SET NULL"), default=None)
    merged_into_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("post.id", ondelete="SET NULL"), default=None
    )
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))
    rev: Mapped[int] = mapped_column(default=0)

    def edit(self, text: str, language: str) -> None:
        """Change the words while nobody has reviewed them."""
        self.need_waiting()
        self.text, self.language = text, language

    def withdraw(self) -> None:
        """Take the idea back while nobody has reviewed it."""
        self.need_waiting()
        self.state = "withdrawn"

    def review(self, state: PostState) -> None:
        """Approve, decline, hide or put back; a withdrawn idea is nobody's to review."""
        if self.state == "withdrawn":
            raise NotFound
        self.state = state

    def is_shown(self, board: Board) -> bool:
        """Whether everybody may see it now."""
        is_open = board.is_revealed and board.state != "ready"
        return self.state == "approved" and self.merged_into_id is None and is_open

    def need_apart(self) -> None:
        """Refuse what only an idea that stands for itself can undergo."""
        if self.merged_into_id is not None:
            raise NotLive("This idea was merged into another one. Nothing was changed. Take them apart first.")

    def need_mergeable(self) -> None:
        """Refuse to merge an idea that is not on the board, or that another one stands for."""
        self.need_apart()
        if self.state != "approved":
            raise NotLive("Only approved ideas can be merged. Nothing was changed. Approve it first.")

    def need_waiting(self) -> None:
        """Refuse the author once the host has reviewed the idea."""
        if self.state != "waiting":
            raise PostSettled


class Support(Base):
    """One person's support for one idea, until the session ends."""

    __tablename__ = "support"

    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    participant_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True
    )


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An idea as it stands, with all that it stands for.

    `support` counts different people, and `points` everything that was given to it or to an idea that was
    merged into it. `comments` and `merged` are in the order they were sent.
    """

    post: Post
    support: int = 0
    points: int = 0
    comments: Sequence[Comment] = ()
    merged: Sequence[Post] = ()
