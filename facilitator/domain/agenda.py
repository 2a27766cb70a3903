"""AgendaItem: a step of the agenda, with its minutes, and the rules of the run of show."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import NEVER_AGAIN, Base
from facilitator.domain.errors import NotLive

ItemKind = Literal["welcome", "talk", "practice", "poll", "board", "break", "commitments", "evaluation", "close"]
ItemState = Literal["ahead", "live", "done", "skipped"]


class AgendaItem(Base):
    """A step of the agenda. `spent_ms` sums earlier visits; the running one began at `started_at`.

    With `opens_own` its questions and boards open when it begins, with `closes_own` they close when it is left.
    With `is_form` its questions stand on one page; those of an evaluation always do.
    """

    __tablename__ = "item"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(200))
    minutes: Mapped[int]
    added_minutes: Mapped[int] = mapped_column(default=0)
    instruction: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    state: Mapped[ItemState] = mapped_column(String(8), default="ahead")
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    spent_ms: Mapped[int] = mapped_column(default=0)
    opens_own: Mapped[bool] = mapped_column(default=False)
    closes_own: Mapped[bool] = mapped_column(default=False)
    is_form: Mapped[bool] = mapped_column(default=False)

    @property
    def was_reached(self) -> bool:
        """Whether the session has come to it, also when a host went back before its end."""
        return self.state in {"live", "done"} or (self.state == "ahead" and self.spent_ms > 0)

    @property
    def is_on_one_page(self) -> bool:
        """Whether all its questions are answered on one page."""
        return self.is_form or self.kind == "evaluation"

    def enter(self, now: datetime) -> None:
        """Make this the running step; a step visited again goes on where it was left."""
        self.state, self.started_at = "live", now

    def leave(self, now: datetime, *, state: ItemState = "done") -> None:
        """Stop the running clock and keep the time that was spent."""
        if self.started_at is not None:
            self.spent_ms += int((now - self.started_at).total_seconds() * 1000)
        self.state, self.started_at = state, None

    def add_minutes(self, minutes: int) -> None:
        """Give more or fewer minutes. Raises NotLive when nothing would be left of the step."""
        if self.minutes + self.added_minutes + minutes < 1:
            raise NotLive("A step needs at least one minute. Nothing was changed. Skip it instead.")
        self.added_minutes += minutes


def next_item(items: Sequence[AgendaItem], after: AgendaItem | None) -> AgendaItem | None:
    """The next step that was not left out; `items` are in order; None past the last."""
    start = 0 if after is None else items.index(after) + 1
    return next((item for item in items[start:] if item.state != "skipped"), None)


def planned_starts(items: Sequence[AgendaItem], start: datetime) -> list[datetime]:
    """When each step was planned to begin, one after the other from `start`."""
    starts, at = [], start
    for item in items:
        starts.append(at)
        at += timedelta(minutes=item.minutes)
    return starts
