"""World: one table of counts among all those that agree with what everybody was told.

Sums of rows and columns are known, and each cell lies between two bounds. Whole tables with this property are
the integral points of a transportation polytope. From one of them every other is reached by cycles, along which
counts go up and down by turns; so a cell can take another value if and only if a cycle leads through it
(Gusfield, "A graph theoretic approach to statistical data security", 1988).
"""

from collections.abc import Callable, Iterator
from typing import Literal

from facilitator.domain.privacy.cycles import on_cycles

Step = Literal[1, -1]
Secret = Callable[[int, int, int], bool]
"""Whether somebody who knew this value of the cell in a row and a column would know too much."""


class World:
    """Counts by row and column with their bounds. The counts may be any that agree with the bounds and sums."""

    def __init__(self, counts: list[list[int]], low: list[list[int]], high: list[list[int]]) -> None:
        self.counts, self.low, self.high = counts, low, high
        self.rows, self.columns = range(len(counts)), range(len(counts[0]))

    def copy(self) -> "World":
        """Another one, to try something with."""
        return World(*([list(row) for row in table] for table in (self.counts, self.low, self.high)))

    def bound(self, row: int, column: int, low: int, high: int) -> "World":
        """A world in which one cell is told to lie between two values that are possible for it."""
        world = self.copy()
        world.push(row, column, min(max(self.counts[row][column], low), high))
        world.low[row][column], world.high[row][column] = low, high
        return world

    def span(self, row: int, column: int) -> tuple[int, int]:
        """The least and the greatest value that a cell can have; all between are possible too."""
        ends = []
        for bound in (self.low, self.high):
            world = self.copy()
            world.push(row, column, bound[row][column])
            ends.append(world.counts[row][column])
        return ends[0], ends[1]

    def fixed(self) -> Iterator[tuple[int, int, int]]:
        """Every cell that can have one value only: row, column, value. Going up or down is a link of a net."""
        behind = len(self.rows)
        ways: list[list[int]] = [[] for _ in range(behind + len(self.columns))]
        for row in self.rows:
            for column in self.columns:
                if self.counts[row][column] < self.high[row][column]:
                    ways[row].append(behind + column)
                if self.counts[row][column] > self.low[row][column]:
                    ways[behind + column].append(row)
        free = on_cycles(ways)
        for row in self.rows:
            for column in self.columns:
                if (row, behind + column) not in free:
                    yield row, column, self.counts[row][column]

    def tells(self, is_secret: Secret) -> bool:
        """Whether somebody can work out a secret. A cell that is fixed has its value in every world."""
        return any(is_secret(*cell) for cell in self.fixed())

    def _room(self, row: int, column: int, step: Step) -> int:
        """How far a count can go up or down before it meets its bound."""
        count = self.counts[row][column]
        return self.high[row][column] - count if step == 1 else count - self.low[row][column]

    def push(self, row: int, column: int, goal: int) -> None:
        """Bring a cell as near to a value as the sums allow."""
        while (missing := goal - self.counts[row][column]) != 0:
            step: Step = 1 if missing > 0 else -1
            cycle = self._cycle(row, column, step)
            if not cycle:
                return
            reach = min(abs(missing), *(self._room(*cell) for cell in cycle))
            for at_row, at_column, way in [(row, column, step), *cycle]:
                self.counts[at_row][at_column] += way * reach

    def _cycle(self, row: int, column: int, step: Step) -> list[tuple[int, int, Step]]:
        """The other cells of a shortest cycle through a cell that goes up (1) or down (-1); empty if there is none."""
        back: Step = -1 if step == 1 else 1
        entered: dict[int, int] = {}
        left: dict[int, int] = {column: row}
        queue = [column]
        for at in queue:
            for near in self.rows:
                if near in entered or (near, at) == (row, column) or not self._room(near, at, back):
                    continue
                entered[near] = at
                if near == row:
                    return self._trace(row, column, entered, left, step)
                for far in self.columns:
                    if far not in left and self._room(near, far, step):
                        left[far] = near
                        queue.append(far)
        return []

    @staticmethod
    def _trace(
        row: int, column: int, entered: dict[int, int], left: dict[int, int], step: Step
    ) -> list[tuple[int, int, Step]]:
        back: Step = -1 if step == 1 else 1
        cells: list[tuple[int, int, Step]] = []
        at_row = row
        while True:
            at_column = entered[at_row]
            cells.append((at_row, at_column, back))
            if at_column == column:
                return cells
            at_row = left[at_column]
            cells.append((at_row, at_column, step))
