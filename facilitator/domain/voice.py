"""Equity of voice: which groups are being heard, in words. Never about a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

HeardAs = Literal["not_yet", "less", "fair", "more"]
FAIR: Final = 0.5
"""A group is heard fairly when its share of contributions is within a half of its share of the people."""
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


def told_of(sizes: Mapping[int | None, int], *, least: int) -> list[int]:
    """The groups that may be told of: large enough, and all others together none or large enough, too."""
    shown = {group: size for group, size in sizes.items() if group is not None and size >= least}
    while shown and 0 < sum(sizes.values()) - sum(shown.values()) < least:
        del shown[min(shown, key=lambda group: (shown[group], group))]
    return sorted(shown, key=lambda group: (-shown[group], group))


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
