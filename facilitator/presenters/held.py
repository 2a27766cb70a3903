"""When a session was held, and how its steps kept to the plan, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.dates import format_date

from facilitator.domain.agenda import AgendaItem, planned_starts
from facilitator.presenters.figures import counted
from facilitator.presenters.harvest import Harvest


@dataclass(frozen=True, kw_only=True)
class Held:
    """`planned` and `actual` are from when to when; `drift` compares their minutes. Empty when not known yet."""

    day: str
    planned: str
    actual: str
    drift: str
    state: str
    timezone: str
    delete_on: str
    is_running: bool


@dataclass(frozen=True, kw_only=True)
class Timing:
    """A step's minutes: `planned` with what was added live, `actual`, and the difference to the plan in words."""

    starts: str
    planned: str
    added: str
    actual: str
    difference: str


def held_of(harvest: Harvest) -> Held:
    """When it was held."""
    session, local = harvest.session, harvest.local
    start = local(session.planned_start_at)
    minutes = sum(item.minutes for item in harvest.items)
    end = local(session.planned_start_at + timedelta(minutes=minutes))
    actual = drift = ""
    if session.started_at is not None and session.ended_at is not None:
        actual = f"{_clock(local(session.started_at))} to {_clock(local(session.ended_at))}"
        took = _minutes((session.ended_at - session.started_at).total_seconds() / 60)
        drift = _difference(took, minutes)
    return Held(
        day=str(format_date(start.date(), "EEEE d MMMM y", locale="en")),
        planned=f"{_clock(start)} to {_clock(end)}",
        actual=actual,
        drift=drift,
        state=session.state,
        timezone=session.timezone,
        delete_on=str(format_date(session.delete_on, "d MMMM y", locale="en")),
        is_running=session.state in {"open", "live"},
    )


def timing_of(harvest: Harvest, item: AgendaItem) -> Timing:
    """How a step kept to the plan."""
    starts = planned_starts(harvest.items, harvest.session.planned_start_at)
    spent = _minutes(harvest.spent_minutes(item))
    was_entered = item.was_reached or item.spent_ms > 0
    return Timing(
        starts=_clock(harvest.local(starts[list(harvest.items).index(item)])),
        planned=counted(item.minutes, "minute"),
        added=f"{item.added_minutes:+d}" if item.added_minutes else "",
        actual=(counted(spent, "minute") if spent else "less than a minute") if was_entered else "",
        difference=_how_it_went(harvest, item, spent),
    )


def _how_it_went(harvest: Harvest, item: AgendaItem, spent: int) -> str:
    if item.state == "skipped":
        return "left out"
    if item.state == "live":
        return "running now"
    if item.state == "ahead" and not (item.was_reached and harvest.session.state == "ended"):
        return "not reached" if harvest.session.state == "ended" else "still to come"
    return _difference(spent, item.minutes)


def _difference(took: int, planned: int) -> str:
    if took == planned:
        return "as planned"
    more, word = abs(took - planned), "longer" if took > planned else "shorter"
    return f"{counted(more, 'minute')} {word} than planned"


def _minutes(exact: float) -> int:
    """Whole minutes, halves up."""
    return int(exact + 0.5)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"
