"""What somebody who saw everything could know, worked out from what was published and from nothing else.

It shares no code with the rule. It knows the export (which sets of lines were chosen, and how often), how many
answered of each group that was shown, and what was told of each cell. A count is known if no table of whole
people that agrees with all of this has another one; the search for such a table is complete.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from facilitator.domain.privacy import Answered, GroupTable
from tests.privacy.populations import Publication, Sets

STEPS = 400_000
"""A search for one count that takes longer is given up, and counted as a breach."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """A count of people in a line, of a group or of all others together (None), that can be worked out."""

    group: int | None
    line: str
    count: int
    size: int


class Solver:
    """Everything that was published of one question at one moment, as constraints."""

    def __init__(self, publication: Publication) -> None:
        table = publication.table
        self.table: GroupTable = table
        self.sets: list[Sets] = list(publication.exported)
        self.in_all = [publication.exported[each] for each in self.sets]
        self.sizes = [row.answered for row in table.rows]
        self.bounds = [[(cell.low, cell.high) for cell in row.cells] for row in table.rows]
        self.lines = [[at for at, line in enumerate(table.lines) if line.id in each] for each in self.sets]
        shown = {row.group_id for row in table.rows}
        truth = publication.truth
        rest = [truth[group] for group in truth if group not in shown]
        self.rows = [[truth[row.group_id].get(each, 0) for each in self.sets] for row in table.rows]
        self.rows.append([sum(other.get(each, 0) for other in rest) for each in self.sets])
        self.counts = [[self._count(people, at) for at in range(len(table.lines))] for people in self.rows]
        self._steps = 0

    def known(self, *, is_small_only: bool = True) -> list[Known]:
        """The counts that can be worked out; by default those that nobody may know."""
        found: list[Known] = []
        if not self.sizes:  # a table without rows says what everybody knew
            return found
        free = self._swapped()
        for row, people in enumerate(self.rows):
            for at, line in enumerate(self.table.lines):
                value, size = self._count(people, at), sum(people)
                if (is_small_only and not self._is_small(value, size)) or (row, at) in free or self.can_differ(row, at):
                    continue
                group = self.table.rows[row].group_id if row < len(self.sizes) else None
                found.append(Known(group=group, line=line.label, count=value, size=size))
        return found

    def _swapped(self) -> set[tuple[int, int]]:
        """The counts that another world is easily found for: two people of different rows have said the other's."""
        free: set[tuple[int, int]] = set()
        spots = [(row, at) for row, people in enumerate(self.rows) for at, n in enumerate(people) if n]
        for row, mine in spots:
            for other, theirs in spots:
                if row >= other or mine == theirs:
                    continue
                more, fewer = set(self.lines[theirs]), set(self.lines[mine])
                if self._agrees(row, more - fewer, fewer - more) and self._agrees(other, fewer - more, more - fewer):
                    free |= {(each, line) for each in (row, other) for line in more ^ fewer}
        return free

    def _agrees(self, row: int, more: set[int], fewer: set[int]) -> bool:
        if row == len(self.sizes):
            return True
        counts, bounds = self.counts[row], self.bounds[row]
        return all(counts[at] < bounds[at][1] for at in more) and all(counts[at] > bounds[at][0] for at in fewer)

    def can_differ(self, row: int, line: int) -> bool:
        """Whether another world agrees with everything that was told and has another count there."""
        value = self._count(self.rows[row], line)
        self._steps = 0
        low, high = (0, sum(self.rows[row])) if row == len(self.sizes) else self.bounds[row][line]
        others = sorted((each for each in range(low, high + 1) if each != value), key=lambda each: abs(each - value))
        return any(self._is_possible(row, line, each) for each in others)

    def _is_small(self, value: int, size: int) -> bool:
        """A few people, or all but a few. A total that is as small is public: then nobody else is in the line."""
        return 0 < value < self.table.least or 0 < size - value < self.table.least

    def _count(self, people: Sequence[int], line: int) -> int:
        return sum(n for n, lines in zip(people, self.lines, strict=True) if line in lines)

    def _is_possible(self, row: int, line: int, count: int) -> bool:
        """Whether there is a world with this count."""
        wanted = {(row, line): (count, count)}
        order = sorted(range(len(self.sizes)), key=lambda each: each != row)
        return any(True for _ in self._worlds(order, list(self.in_all), wanted))

    def _worlds(
        self, order: Sequence[int], left: list[int], wanted: Mapping[tuple[int, int], tuple[int, int]]
    ) -> Iterator[list[int]]:
        if not order:
            rest = len(self.sizes)
            goals = [(line, bounds) for (row, line), bounds in wanted.items() if row == rest]
            if all(low <= self._count(left, line) <= high for line, (low, high) in goals):
                yield left
            return
        row = order[0]
        bounds = [wanted.get((row, at), told) for at, told in enumerate(self.bounds[row])]
        for people in self._people(row, left, bounds):
            after = [all_of - mine for all_of, mine in zip(left, people, strict=True)]
            if self._is_hopeful(order[1:], after, wanted):
                yield from self._worlds(order[1:], after, wanted)

    def _is_hopeful(
        self, order: Sequence[int], left: list[int], wanted: Mapping[tuple[int, int], tuple[int, int]]
    ) -> bool:
        """Whether enough people of each line are left for the rows to come, and not too many."""
        rest = len(self.sizes)
        for line in range(len(self.table.lines)):
            here = self._count(left, line)
            bounds = [wanted.get((row, line), self.bounds[row][line]) for row in order]
            at_rest = wanted.get((rest, line), (0, sum(self.rows[rest])))
            bounds.append(at_rest)
            if not sum(low for low, _ in bounds) <= here <= sum(high for _, high in bounds):
                return False
        return True

    def _people(self, row: int, left: Sequence[int], bounds: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
        """All ways in which the people of a row can have chosen, those near to the truth first."""
        chosen = [0] * len(self.sets)
        counts = [0] * len(bounds)
        open_after = [sum(left[at:]) for at in range(len(left) + 1)]
        lines_after = [[self._in_line(left, at, line) for line in range(len(bounds))] for at in range(len(left) + 1)]

        def fill(at: int, missing: int) -> Iterator[list[int]]:
            self._steps += 1
            if self._steps > STEPS or missing > open_after[at]:
                return
            if any(counts[line] + lines_after[at][line] < low for line, (low, _) in enumerate(bounds)):
                return
            if at == len(left):
                if missing == 0:
                    yield list(chosen)
                return
            for many in _near(self.rows[row][at], min(missing, left[at])):
                if any(counts[line] + many > bounds[line][1] for line in self.lines[at]):
                    continue
                chosen[at] = many
                for line in self.lines[at]:
                    counts[line] += many
                yield from fill(at + 1, missing - many)
                for line in self.lines[at]:
                    counts[line] -= many
                chosen[at] = 0

        return fill(0, self.sizes[row])

    def _in_line(self, left: Sequence[int], start: int, line: int) -> int:
        return sum(left[at] for at in range(start, len(left)) if line in self.lines[at])


def _near(middle: int, most: int) -> Iterator[int]:
    """Whole numbers from 0 to `most`, the nearest to `middle` first."""
    start = min(middle, most)
    yield start
    for step in range(1, most + 1):
        yield from (each for each in (start - step, start + step) if 0 <= each <= most)


def breaches(publications: Sequence[Publication]) -> list[str]:
    """What somebody who saw all these tables of one question could know and should not: one sentence each."""
    found = []
    knowing = [Solver(each).known(is_small_only=False) for each in publications] if len(publications) > 1 else []
    for publication in publications:
        found += [f"{each}" for each in Solver(publication).known()]
    shown = [{row.group_id for row in each.table.rows} for each in publications]
    for earlier, later in ((a, b) for b in range(len(knowing)) for a in range(b)):
        least = publications[0].table.least
        before = {(each.group, each.line): each.count for each in knowing[earlier]}
        for each in knowing[later]:
            if each.group is None and (shown[earlier] != shown[later] or each.count == each.size):
                continue  # all others are other people than before; or all of them are in a line, as everybody is
            was = before.get((each.group, each.line), each.count)
            if 0 < abs(each.count - was) < least:
                found.append(f"{each} was {was}")
    return found


def kept_share(tables: Sequence[GroupTable]) -> tuple[int, int]:
    """How many cells are told as less than a number, and how many there are."""
    cells = [cell for table in tables for cell in chain.from_iterable(row.cells for row in table.rows)]
    return sum(cell.count is None for cell in cells), len(cells)


def truth_is_told(publication: Publication) -> bool:
    """Whether every true count lies where the table says, and every total is true."""
    table, truth = publication.table, publication.truth
    for row in table.rows:
        mine: Mapping[Sets, int] = truth[row.group_id]
        if row.answered != sum(mine.values()):
            return False
        for line, cell in zip(table.lines, row.cells, strict=True):
            if not cell.low <= sum(n for each, n in mine.items() if line.id in each) <= cell.high:
                return False
    return _totals(truth, table) == list(table.totals)


def _totals(truth: Answered, table: GroupTable) -> list[int]:
    return [sum(n for mine in truth.values() for each, n in mine.items() if line.id in each) for line in table.lines]
