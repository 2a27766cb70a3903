"""From a band to a number: which values of a cell can be told exactly, whatever the value is."""

from collections.abc import Collection, Iterator
from typing import Protocol

from facilitator.domain.privacy.worlds import World

Cell = tuple[int, int]
Part = tuple[int, int, bool]
"""Values from one to another, and whether each of them is told as the number that it is."""


class Secrets(Protocol):
    """What nobody may work out."""

    @property
    def least(self) -> int:
        """How many people are many enough."""

    def is_secret(self, row: int, column: int, value: int, /) -> bool:
        """Whether this count is secret."""


def refine(world: World, cell: Cell, value: int, near: Collection[int], secrets: Secrets) -> World:
    """Tell a cell's number, or a narrower band; the same world when neither can be told."""
    parts = parts_of(world, cell, near, secrets)
    if len(parts) == 1 and not parts[0][2]:
        return world
    low, high, is_exact = next(part for part in parts if part[0] <= value <= part[1])
    if is_exact:
        return world.bound(*cell, value, value)
    return refine(world.bound(*cell, low, high), cell, value, near, secrets)


def parts_of(world: World, cell: Cell, near: Collection[int], secrets: Secrets) -> list[Part]:
    """How the values that a cell can have are told: numbers where that is safe, bands at both ends and near others.

    Each part is safe whichever it will be. A single band over everything when there is no such division.
    """
    low, high = world.span(*cell)
    whole = [(low, high, False)]
    first = _end(world, cell, range(low, high + 1), secrets)
    last = _end(world, cell, range(high, low - 1, -1), secrets)
    if first is None or last is None or first > last:
        return whole
    numbers = [*_split(first, last, near, secrets.least)]
    ends = [part for part in ((low, first - 1, False), (last + 1, high, False)) if part[0] <= part[1]]
    rough = [*_split(low, high, near, secrets.least)]
    for parts in ([*numbers, *ends], [(*part[:2], False) for part in rough]):
        if all(_is_safe(world, cell, part, secrets) for part in parts):
            return parts
    return whole


def _end(world: World, cell: Cell, values: range, secrets: Secrets) -> int | None:
    """The first of these values that can be told, with those before it as a band that can be told as well."""
    for value in values[: 2 * secrets.least]:
        is_first = value == values[0]
        outside = (min(values[0], value - values.step), max(values[0], value - values.step), False)
        is_safe = not world.bound(*cell, value, value).tells(secrets.is_secret)
        if is_safe and (is_first or _is_safe(world, cell, outside, secrets)):
            return value
    return None


def _split(first: int, last: int, near: Collection[int], least: int) -> Iterator[Part]:
    """Numbers, but for those that differ by few from a number that was told before: these are one band."""
    at = first
    while at <= last:
        is_near = any(abs(at - other) < least for other in near)
        end = at
        while end < last and any(abs(end + 1 - other) < least for other in near) == is_near:
            end += 1
        yield at, end, not is_near
        at = end + 1


def _is_safe(world: World, cell: Cell, part: Part, secrets: Secrets) -> bool:
    """Whether any answer within a part leaves all secrets secret.

    Between two numbers not each one has to be tried. The values that another cell can have lie between a convex and
    a concave function of the number told, so a cell that has a choice at the second number has it at all that
    follow but the last; one that has none at the first and at the second never has, and goes along a straight line.
    """
    low, high, is_exact = part
    if not is_exact:
        return not world.bound(*cell, low, high).tells(secrets.is_secret)
    if any(world.bound(*cell, end, end).tells(secrets.is_secret) for end in (low, high)):
        return False
    if high - low < 2:  # noqa: PLR2004  there is nothing between
        return True
    second = world.bound(*cell, low + 1, low + 1)
    at_second = {(row, column): value for row, column, value in second.fixed()}
    for row, column, value in world.bound(*cell, low, low).fixed():
        if (row, column) in at_second:
            slope = at_second[row, column] - value
            between = (value + slope * step for step in range(high - low + 1))
            if any(secrets.is_secret(row, column, each) for each in between):
                return False
    return True
