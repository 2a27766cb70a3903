"""Session: one live gathering with a join code, from draft to ended."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.domain.base import NEVER_AGAIN, Base, Guarded
from facilitator.domain.errors import DoorsLocked, NotLive, QuestionsClosed, SessionEnded, StillInUse, TooEarly

A_HOST: Final = "A host"
"""What every host is called in Chatham House mode."""
LEAST_GROUPS: Final = range(3, 11)
"""The least group of the k rule that an organiser can choose."""
SessionState = Literal["draft", "open", "live", "ended"]
StageView = Literal["auto", "blank", "join", "questions", "matrix", "gaps", "commitments", "matches"]


class Group(Base):
    """A kind of stakeholder that a participant can choose."""

    __tablename__ = "group"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True, default=0)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))


class Session(Guarded, Base):
    """One live gathering. `rev` is the number of its last change; `version` guards the run of show.

    `least_group` is the k of the k rule: no group of fewer people is ever shown apart.
    """

    __tablename__ = "session"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("organiser.id", ondelete="SET NULL"), index=True, default=None
    )
    title: Mapped[str] = mapped_column(String(200))
    organiser_name: Mapped[str] = mapped_column(String(200), default="")
    description: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(16), default="en")
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    planned_start_at: Mapped[datetime]
    delete_on: Mapped[date]
    created_at: Mapped[datetime]
    references: Mapped[list[dict[str, str | None]]] = mapped_column(default_factory=list)
    facts: Mapped[list[dict[str, str | None]]] = mapped_column(default_factory=list)
    label_sets: Mapped[dict[str, list[str]]] = mapped_column(default_factory=dict)
    state: Mapped[SessionState] = mapped_column(String(8), default="draft")
    is_locked: Mapped[bool] = mapped_column(default=False)
    stage_view: Mapped[StageView] = mapped_column(String(16), default="auto")
    message: Mapped[str] = mapped_column(default="")
    message_at: Mapped[datetime | None] = mapped_column(default=None)
    current_item_id: Mapped[int | None] = mapped_column(default=None)
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    least_group: Mapped[int] = mapped_column(default=5)
    is_chatham: Mapped[bool] = mapped_column(default=False)
    silent_after_minutes: Mapped[int] = mapped_column(default=15)
    takes_questions: Mapped[bool] = mapped_column(default=False)
    reviews_questions: Mapped[bool] = mapped_column(default=True)
    rev: Mapped[int] = mapped_column(default=0)
    groups: Mapped[list[Group]] = relationship(
        lazy="raise", order_by=Group.position, cascade="all, delete-orphan", passive_deletes=True, default_factory=list
    )

    def open_doors(self) -> None:
        """Draft -> open."""
        self._need("draft")
        self.state = "open"

    def start(self, now: datetime) -> None:
        """Open -> live."""
        self._need("open")
        self.state, self.started_at = "live", now

    def end(self, now: datetime) -> None:
        """Live -> ended."""
        self._need("live")
        self.state, self.ended_at, self.current_item_id = "ended", now, None

    def need_running(self) -> None:
        """Refuse when people cannot take part: before the doors open or after the end."""
        _need_running(self.state)

    def take_questions(self, *, reviewed: bool) -> None:
        """Let people ask the speakers; or change whether a host reads each question first."""
        if self.takes_questions and self.reviews_questions == reviewed:
            raise NotLive("Questions to the speakers are open already. Nothing was changed.")
        self.takes_questions, self.reviews_questions = True, reviewed

    def refuse_questions(self) -> None:
        """Take no more questions; those that were asked stay."""
        self.need_questions()
        self.takes_questions = False

    def need_questions(self) -> None:
        """Refuse while nobody may ask the speakers."""
        if not self.takes_questions:
            raise QuestionsClosed

    def need_live(self) -> None:
        """Refuse unless the session is live."""
        self._need("live")

    def admit(self) -> None:
        """Refuse a newcomer for whom the door is not open."""
        self.need_running()
        if self.is_locked:
            raise DoorsLocked

    def set_chatham(self, *, on: bool) -> None:
        """Turn Chatham House mode on or off. People who came in under this rule are never let out of it."""
        if on == self.is_chatham:
            raise NotLive(f"Chatham House mode is {'on' if on else 'off'} already. Nothing was changed.")
        if not on and self.state != "draft":
            raise NotLive("People came in under Chatham House mode, so it stays on. Nothing was changed.")
        self.is_chatham = on

    def set_least_group(self, least: int) -> None:
        """Choose how many people a group must have to be told of; settled once people can come in."""
        if least != self.least_group and self.state != "draft":
            raise StillInUse("People were told how many make a group when they came in. Nothing was changed.")
        self.least_group = least

    def called(self, name: str) -> str:
        """What a host is called in records and on screens."""
        return A_HOST if self.is_chatham else name

    def say(self, text: str, now: datetime) -> None:
        """Put a note before everybody; an empty text takes it away."""
        self.message, self.message_at = text, (now if text else None)

    def _need(self, state: SessionState) -> None:
        if self.state == "ended" and state != "ended":
            raise SessionEnded
        if self.state != state:
            raise NotLive(state=self.state)


@dataclass(kw_only=True, slots=True)
class Course:
    """How far a session is: all of it that somebody who answers in a crowd needs."""

    id: int
    rev: int
    state: SessionState

    def need_running(self) -> None:
        """See Session."""
        _need_running(self.state)


def _need_running(state: SessionState) -> None:
    if state == "ended":
        raise SessionEnded
    if state == "draft":
        raise TooEarly
