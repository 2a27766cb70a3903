"""What is told of a question by group, so that nobody in a small group can be singled out.

Cells are told one after the other. What would be told of a cell is looked at for every value that it can have by
what was told before: if one of these answers gave a secret away, less is told of that cell, or nothing. So it is
decided from what everybody knows, never from the value itself, and a number that is kept back says nothing by being
kept back. A secret is a count of a few people of a group, or of all of them but a few.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from facilitator.domain.polls.bygroup import Lines
from facilitator.domain.privacy.counts import Counts, count
from facilitator.domain.privacy.refining import refine
from facilitator.domain.privacy.swaps import hidden_lines, open_to_exports
from facilitator.domain.privacy.table import GroupRow, GroupTable, Told
from facilitator.domain.privacy.worlds import World

Answered = Mapping[int | None, Mapping[frozenset[int], int]]
"""How many people of each group (None for those without) are in each set of lines."""
Band = tuple[int, int]
LEAST_ROWS = 2
"""A table of one row says what everybody saw before."""


@dataclass(frozen=True, kw_only=True)
class Before:
    """What was told earlier about the same question: the tables, and the groups that nearly the same people make up."""

    tables: Sequence[GroupTable] = ()
    alike: frozenset[int] = frozenset()


def publish(lines: Lines, answered: Answered, *, least: int, before: Before | None = None) -> GroupTable:
    """The table that everybody may see. It has no rows when no group can be shown beside the others."""
    before = before or Before()
    lines = _as_answered(lines, answered)
    sizes = {group: sum(sets.values()) for group, sets in answered.items()}
    shown = choose(sizes, least=least, before=before)
    counts = count(lines, answered, shown)
    if len(counts.sizes) < LEAST_ROWS:
        return _table(lines, counts, None, least)
    secrets = Secrets(counts=counts, least=least, near=_near(lines, counts, before))
    world = _tell(counts, secrets, frozenset(), exactly=True)
    if not lines.is_exclusive:
        world = _agree_with_exports(counts, secrets, world)
    return _table(lines, counts, world, least)


def _as_answered(lines: Lines, answered: Answered) -> Lines:
    """The limits as people kept to them: they may have been others when some answered."""
    many = [len(chosen) for sets in answered.values() for chosen, number in sets.items() if number]
    return replace(lines, fewest=min([lines.fewest, *many]), most=max([lines.most, *many]))


def choose(sizes: Mapping[int | None, int], *, least: int, before: Before | None = None) -> list[int]:
    """The groups that are shown: large enough, and those that are not shown are together none or large enough."""
    shown = {group: size for group, size in sizes.items() if group is not None and size >= least}
    earlier = before or Before()
    shown = {group: size for group, size in shown.items() if not _is_nearly_as_before(group, size, least, earlier)}
    everybody = sum(sizes.values())
    while shown and 0 < everybody - sum(shown.values()) < least:
        del shown[min(shown, key=lambda group: (shown[group], group))]
    return sorted(shown, key=lambda group: (-shown[group], group))


def _is_nearly_as_before(group: int, size: int, least: int, before: Before) -> bool:
    earlier = [row.answered for table in before.tables if (row := table.row_of(group)) is not None]
    return group in before.alike or any(0 < abs(size - other) < least for other in earlier)


def are_nearly_the_same(some: Collection[int], others: Collection[int], *, least: int) -> bool:
    """Whether two crowds differ by a few people: then what differs between them is what these few said."""
    return 0 < len(set(some) ^ set(others)) < least


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """What nobody may work out. `near` holds, by row and line, counts of earlier rounds that everybody knows."""

    counts: Counts
    least: int
    near: Mapping[tuple[int, int], frozenset[int]]

    def is_secret(self, row: int, column: int, value: int) -> bool:
        """Whether this count is of few people of a row, of nearly all or all, or differs by few from an earlier one.

        That nobody of a group is in a line is a secret only of a group that is not twice as large as it must be.
        """
        if column in self.counts.settled:
            return False
        size = self.counts.sizes[row]
        if 0 < value < self.least or value > size - self.least or (value == 0 and size < 2 * self.least):
            return True
        return any(0 < abs(value - other) < self.least for other in self.near.get((row, column), ()))


def _near(lines: Lines, counts: Counts, before: Before) -> dict[tuple[int, int], frozenset[int]]:
    """Counts of earlier rounds; those of all others only where they are the others of the same groups."""
    labels = [line.label for line in lines.lines]
    of_same = [table for table in before.tables if {row.group_id for row in table.rows} == set(counts.groups)]
    near: dict[tuple[int, int], frozenset[int]] = {}
    for column, label in enumerate(labels):
        for row, group in enumerate(counts.groups):
            found = (table.counts_of(group, label, among=labels) for table in before.tables)
            near[row, column] = frozenset(chain.from_iterable(found))
        rest = (table.others_of(label, among=labels) for table in of_same)
        near[len(counts.groups), column] = frozenset(chain.from_iterable(rest))
    return near


def _tell(counts: Counts, secrets: Secrets, kept: frozenset[int], *, exactly: bool) -> World:
    """Tell what can be told of all lines but those that are kept: whether few, most or between, then numbers."""
    world, truth = counts.world(), counts.world().counts
    columns = [at for at in range(len(counts.totals)) if at not in counts.settled | kept]
    cells = [(row, column) for row in range(len(counts.groups)) for column in columns]
    for row, column in cells:
        for bands in _bands(counts.sizes[row], secrets.least):
            told = tell_one(world, (row, column), bands, truth[row][column], secrets.is_secret)
            if told is not None:
                world = told
                break
    if exactly:
        for row, column in cells:
            is_between = secrets.least <= world.low[row][column] <= world.high[row][column]
            if is_between and world.high[row][column] <= counts.sizes[row] - secrets.least:
                near = secrets.near[row, column]
                world = refine(world, (row, column), truth[row][column], near, secrets)
    return world


def _agree_with_exports(counts: Counts, secrets: Secrets, world: World) -> World:
    """Tell less until nobody who knows all answers can tell which group gave them: no numbers, then fewer lines."""
    kept, everything = frozenset[int](), frozenset(range(len(counts.totals)))
    leak = hidden_lines(counts, world, secrets.is_secret)
    while leak:
        world = _tell(counts, secrets, kept, exactly=False)
        if kept == everything:
            return world
        leak = hidden_lines(counts, world, secrets.is_secret)
        kept = kept | leak if leak - kept else everything
    return world


def tell_one(
    world: World, cell: tuple[int, int], bands: Sequence[Band], value: int, is_secret: Callable[[int, int, int], bool]
) -> World | None:
    """Say which band a cell's value is in; None when one of the answers that are possible would tell a secret."""
    low, high = world.span(*cell)
    possible = [(max(low, a), min(high, b)) for a, b in bands if a <= high and b >= low]
    answers = [world.bound(*cell, a, b) for a, b in possible]
    if any(answer.tells(is_secret) for answer in answers):
        return None
    ((a, b),) = [band for band in bands if band[0] <= value <= band[1]]
    return world.bound(*cell, max(a, world.low[cell[0]][cell[1]]), min(b, world.high[cell[0]][cell[1]]))


def _bands(size: int, least: int) -> list[list[Band]]:
    """Ways to say roughly how many of a group are in a line, the most telling first. Each band is wide enough."""
    if size < 2 * least - 1:
        return []
    few, most = (0, least - 1), (size - least + 1, size)
    if size < 2 * least:
        return [[few, most]]
    return [[few, (least, size - least), most], [few, (least, size)], [(0, size - least), most]]


def _table(lines: Lines, counts: Counts, world: World | None, least: int) -> GroupTable:
    fixed = {(row, column): value for row, column, value in world.fixed()} if world else {}
    given_away = {} if world is None or lines.is_exclusive else open_to_exports(counts, world)

    def told(row: int, column: int) -> Told:
        if world is None or (row, column) in fixed:
            value = fixed.get((row, column), 0)
            return Told(low=value, high=value)
        low, high = world.low[row][column], world.high[row][column]
        if low >= least and high <= counts.sizes[row] - least:
            low, high = world.span(row, column)
        return Told(low=low, high=high, given_away=given_away.get((row, column)))

    are_shown, rest = world is not None, len(counts.groups)
    return GroupTable(
        least=least,
        answered=sum(counts.sizes),
        others=sum(counts.sizes[len(counts.groups) :]) if are_shown else sum(counts.sizes),
        lines=lines.lines,
        totals=counts.totals,
        rest=[fixed.get((rest, at), given_away.get((rest, at))) for at in range(len(lines.lines))],
        rows=[
            GroupRow(
                group_id=group,
                answered=counts.sizes[row],
                cells=[told(row, column) for column in range(len(lines.lines))],
            )
            for row, group in enumerate(counts.groups)
            if are_shown
        ],
    )
