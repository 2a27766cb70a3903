"""Equity of voice: which groups are being heard, in words. Never about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

HeardAs = Literal["not_yet", "less", "fair", "more"]
HeardInAll = Literal["less", "fair"]
"""How a group was heard in a whole session: less than half of its share of contributions, or at least that."""
FAIR: Final = 0.5
"""A group is heard fairly when its share of contributions is within a half of its share of the people."""
LEAST_GROUPS: Final = 2
"""One group alone is always heard as much as itself."""
STEP: Final = timedelta(minutes=5)
"""Moments are told in steps, so that a moment does not tell who it was."""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A group with its people, what they contributed, and when they last did."""

    group_id: int
    people: int
    contributions: int
    heard_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How a group is heard: beside its share of the people, and since when it has been silent."""

    group_id: int
    heard: HeardAs
    heard_at: datetime | None
    is_silent: bool


def voices(groups: Sequence[Heard], *, since: datetime, now: datetime, silent_after: timedelta) -> list[Voice]:
    """The groups that may be told of, each beside all of them. `since` is when the session began."""
    people = sum(group.people for group in groups)
    contributions = sum(group.contributions for group in groups)
    return [
        Voice(
            group_id=group.group_id,
            heard=_heard(group, people, contributions),
            heard_at=_step(group.heard_at),
            is_silent=now - (_step(group.heard_at) or since) >= silent_after,
        )
        for group in groups
    ]


def in_all(groups: Sequence[Heard], *, everything: int, least: int) -> dict[int, HeardInAll]:
    """How the groups that may be told of were heard in the whole session, each beside all of them.

    Without answers: these may have been published by group, and would give numbers away. `everything`, what all people
    contributed, can be counted in the files, so nothing is told before it is as much as the least group for each.
    Two words leave open how few of it a group gave: it could have been one fewer, and a group that was heard could
    have given it. A third word would bind groups from above as well, and at the bounds numbers could be worked out.
    """
    if len(groups) < LEAST_GROUPS or everything < least * len(groups):
        return {}
    people = sum(group.people for group in groups)
    contributions = sum(group.contributions for group in groups)
    heard = {group.group_id: _heard(group, people, contributions) for group in groups}
    return {group_id: "less" if word in {"not_yet", "less"} else "fair" for group_id, word in heard.items()}


def _heard(group: Heard, people: int, contributions: int) -> HeardAs:
    if group.contributions == 0:
        return "not_yet"
    beside = (group.contributions / contributions) / (group.people / people)
    return "less" if beside < 1 - FAIR else "more" if beside > 1 + FAIR else "fair"


def _step(at: datetime | None) -> datetime | None:
    """The beginning of the step that a moment lies in."""
    if at is None:
        return None
    return at - timedelta(seconds=at.timestamp() % STEP.total_seconds())
