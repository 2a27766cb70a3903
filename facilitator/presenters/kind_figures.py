"""What only some kinds of questions draw and tell: places, points, two axes, questions within a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, hypot
from typing import Final

from facilitator.domain.polls.axes import STEPS
from facilitator.domain.polls.kind import KINDS, Line, Result
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.ranking import behind_all
from facilitator.domain.takeaway import Shown

PEOPLE: Final = ("People", "Share")
COUNTED: Final = ("People",)
"""Where there is one answer alone, all who answered gave it, and a share would say nothing."""
NEAR: Final = 0.09
"""Marks nearer to one another than this part of the drawing are moved apart. The browser's drawing does the same."""
TURNS: Final = 24


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A numbered option between two axes; `x` and `y` in per cent of the drawing, from the top left."""

    number: int
    label: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Quadrant:
    """The drawing of a rating on two axes: `up` and `right` are their titles and ends."""

    up: dict[str, str | None]
    right: dict[str, str | None]
    marks: Sequence[Mark]
    unrated: Sequence[str]


def heads_of(poll: Poll) -> Sequence[str]:
    """The columns of a result's table after the answer."""
    if poll.kind == "ranking":
        return ("Average place", "First places", "People")
    if KINDS[poll.kind].uses_budget:
        return ("Points", "Share of points", "People")
    if KINDS[poll.kind].uses_axes:
        return (*(axis["title"] or "" for axis in poll.axes), "People")
    return COUNTED if is_alone(poll) else PEOPLE


def is_alone(poll: Poll) -> bool:
    """Whether there is one answer alone to give."""
    return len(poll.options) == 1 and not poll.has_other


def cells_of(poll: Poll, line: Line) -> tuple[str, ...]:
    """The cells of a line, for the columns that `heads_of` names."""
    if line.firsts is not None:
        return (_short(line.average), str(line.firsts), str(line.count))
    if line.points is not None:
        return (str(line.points), f"{line.share} %", str(line.count))
    if line.average is not None or line.second is not None:
        return (_short(line.average), _short(line.second), str(line.count))
    return (str(line.count),) if is_alone(poll) else (str(line.count), f"{line.share} %")


def reading_of(poll: Poll) -> str:
    """How the numbers are to be read, in a sentence; empty where they say it themselves."""
    if poll.kind != "ranking":
        return ""
    return f"Best average place first; whoever left an answer out counts as place {behind_all(poll)}."


def further_of(result: Result) -> Sequence[Shown]:
    """The lines of the second question within a question."""
    return [Shown(label=line.label, count=line.count, share=line.share) for line in result.further]


def quadrant_of(poll: Poll, result: Result) -> Quadrant | None:
    """The drawing between two axes; None for other kinds, and before anybody rated anything."""
    rated = [(number, line) for number, line in enumerate(result.lines, start=1) if line.second is not None]
    if not KINDS[poll.kind].uses_axes or not rated:
        return None
    up, right = poll.axes
    spots = _apart([(_along(line.second), _along(line.average)) for _, line in rated])
    marks = [
        Mark(number=number, label=line.label, x=round(7 + 86 * x, 2), y=round(93 - 86 * y, 2))
        for (number, line), (x, y) in zip(rated, spots, strict=True)
    ]
    return Quadrant(up=up, right=right, marks=marks, unrated=[x.label for x in result.lines if x.second is None])


def _short(number: float | None) -> str:
    """One decimal, halves up, as the browser writes it."""
    return "–" if number is None else f"{floor(number * 10 + 0.5) / 10:.1f}"


def _along(step: float | None) -> float:
    return ((step or 1) - 1) / (STEPS - 1)


def _apart(spots: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The places of marks, moved a little apart where they would cover one another."""
    places = [list(spot) for spot in spots]
    for _ in range(TURNS):
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                _push(one, other)
    return [(x, y) for x, y in places]


def _push(one: list[float], other: list[float]) -> None:
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = hypot(dx, dy)
    if distance >= NEAR:
        return
    push = (NEAR - distance) / 2 + 0.001
    ux, uy = (dx / distance, dy / distance) if distance else (1.0, 0.0)
    one[:] = [_within(one[0] - ux * push), _within(one[1] - uy * push)]
    other[:] = [_within(other[0] + ux * push), _within(other[1] + uy * push)]


def _within(part: float) -> float:
    return max(0.0, min(1.0, part))
