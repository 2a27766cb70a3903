"""Poll, Option, Response, Choice: a question, what can be picked, one person's answer."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ColumnClause, ForeignKey, Index, String, UniqueConstraint, literal_column
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.domain.base import NEVER_AGAIN, Base, Guarded
from facilitator.domain.errors import NotLive, PollClosed, PollNotOpen

PollState = Literal["ready", "open", "closed"]
OptionType = Literal["challenge", "factor", "practice", "offer", "ask", "idea"]
ShowTo = Literal["stage", "phones"]
HAS_WORDS: ColumnClause[bool] = literal_column("text IS NOT NULL OR other_text IS NOT NULL")
HAS_OTHER: ColumnClause[bool] = literal_column("other_text IS NOT NULL")


class Option(Base):
    """An answer that one can pick."""

    __tablename__ = "option"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"), index=True, default=0)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(200))
    type: Mapped[OptionType | None] = mapped_column(String(12), default=None)


class Poll(Guarded, Base):
    """A question. Results are hidden until they are shown, to the stage and to the phones apart.

    `budget` is how many points one person has to give, `axes` the two scales of a rating (`title`, `low`,
    `high`). `again_of_id` names the question that this one asks a second time. `left_out_minutes` is None
    unless the question was left out to catch up; then it is how many minutes that saved.
    """

    __tablename__ = "poll"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(24))
    title: Mapped[str] = mapped_column(String(200))
    help: Mapped[str] = mapped_column(default="")
    min_choices: Mapped[int] = mapped_column(default=1)
    max_choices: Mapped[int] = mapped_column(default=1)
    has_other: Mapped[bool] = mapped_column(default=False)
    label_set: Mapped[str | None] = mapped_column(String(40), default=None)
    labels: Mapped[list[str]] = mapped_column(default_factory=list)
    not_applicable: Mapped[str | None] = mapped_column(String(80), default=None)
    max_length: Mapped[int] = mapped_column(default=500)
    budget: Mapped[int] = mapped_column(default=10)
    axes: Mapped[list[dict[str, str | None]]] = mapped_column(default_factory=list)
    again_of_id: Mapped[int | None] = mapped_column(ForeignKey("poll.id", ondelete="SET NULL"), default=None)
    is_pulse: Mapped[bool] = mapped_column(default=False)
    left_out_minutes: Mapped[int | None] = mapped_column(default=None)
    state: Mapped[PollState] = mapped_column(String(8), default="ready")
    is_on_stage: Mapped[bool] = mapped_column(default=False)
    is_on_phones: Mapped[bool] = mapped_column(default=False)
    are_groups_on_stage: Mapped[bool] = mapped_column(default=False)
    are_groups_on_phones: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    options: Mapped[list[Option]] = relationship(
        lazy="raise", order_by=Option.position, cascade="all, delete-orphan", passive_deletes=True, default_factory=list
    )

    @property
    def was_made_live(self) -> bool:
        """Whether a moderator made it in the session: then it is no part of what was prepared."""
        return self.is_pulse or self.again_of_id is not None

    def open(self, now: datetime) -> None:
        """Ready -> open."""
        self._need("ready")
        if self.left_out_minutes is not None:
            raise NotLive("This question was left out. Nothing was changed. Put it back first.")
        self.state, self.opened_at = "open", now

    def unopen(self) -> None:
        """Open -> ready: it was opened by mistake, and nobody answered."""
        self._need("open")
        self.state, self.opened_at = "ready", None

    def close(self, now: datetime) -> None:
        """Open -> closed: no answer counts from this moment."""
        self._need("open")
        self.state, self.closed_at = "closed", now

    def reopen(self) -> None:
        """Closed -> open; all answers stay. Results leave the phones, lest they steer answers."""
        self._need("closed")
        self.state, self.closed_at = "open", None
        self.is_on_phones = self.is_on_stage = False
        self.are_groups_on_phones = self.are_groups_on_stage = False

    def leave_out(self, minutes: int) -> None:
        """Do not ask it, which saves so many minutes. Only what nobody has seen can be left out."""
        self._need("ready")
        if self.left_out_minutes is not None:
            raise NotLive("This question was left out already. Nothing was changed.")
        self.left_out_minutes = minutes

    def put_back(self) -> int:
        """Ask it after all. Returns the minutes that leaving it out had saved."""
        if self.left_out_minutes is None:
            raise NotLive("This question was not left out. Nothing was changed.")
        minutes, self.left_out_minutes = self.left_out_minutes, None
        return minutes

    def show(self, to: ShowTo, *, shown: bool) -> None:
        """Show or hide the results to one audience. Only a question that was opened has results."""
        if self.state == "ready":
            raise PollNotOpen("This question is not open yet. Nothing was changed. Open it first.")
        if to == "stage":
            self.is_on_stage = shown
        else:
            self.is_on_phones = shown

    def show_groups(self, to: ShowTo, *, shown: bool) -> None:
        """Show or hide the table by group to one audience; it is shown only while nobody answers."""
        if shown:
            self.need_closed()
        if to == "stage":
            self.are_groups_on_stage = shown
        else:
            self.are_groups_on_phones = shown

    def need_closed(self) -> None:
        """Refuse what would let a table by group be seen while people answer."""
        if self.state != "closed":
            raise NotLive("People may still answer. Nothing was changed. Close the question first.")

    def need_open(self) -> None:
        """Refuse an answer that comes too early or too late."""
        if self.state == "ready":
            raise PollNotOpen
        if self.state == "closed":
            raise PollClosed

    def _need(self, state: PollState) -> None:
        if self.state != state:
            raise NotLive(
                "The question is not at that point. Nothing was changed. Look at its state.", state=self.state
            )


class Response(Base):
    """One person's answer to one poll. The link to the person is cut when the session ends."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("poll_id", "participant_id"),
        Index("ix_response_tally", "poll_id", "is_not_applicable", "value", "second"),
        Index("ix_response_words", "poll_id", "id", sqlite_where=HAS_WORDS, postgresql_where=HAS_WORDS),
        Index("ix_response_other", "poll_id", sqlite_where=HAS_OTHER, postgresql_where=HAS_OTHER),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    value: Mapped[int | None] = mapped_column(default=None)
    second: Mapped[int | None] = mapped_column(default=None)
    is_not_applicable: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str | None] = mapped_column(default=None)
    other_text: Mapped[str | None] = mapped_column(default=None)
    language: Mapped[str | None] = mapped_column(String(16), default=None)
    is_hidden: Mapped[bool] = mapped_column(default=False)
    saved_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))


class Choice(Base):
    """One picked option of a response. Its kind says what `value` and `second` mean: a place, points, a rating."""

    __tablename__ = "choice"
    __table_args__ = (Index("ix_choice_tally", "poll_id", "option_id", "value", "second"),)

    response_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("response.id", ondelete="CASCADE"), primary_key=True
    )
    option_id: Mapped[int] = mapped_column(ForeignKey("option.id", ondelete="CASCADE"), primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"))
    value: Mapped[int | None] = mapped_column(default=None)
    second: Mapped[int | None] = mapped_column(default=None)
