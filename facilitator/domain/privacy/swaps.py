"""Where one may be in several lines, exports tell which lines go together. This looks whether that tells too much.

Whoever knows all answers, but not which group gave which, can swap two people of different groups in thought. As
long as a swap agrees with everything that was told, it shows another value that a cell may have.
"""

from collections.abc import Callable, Iterator

from facilitator.domain.privacy.counts import Counts
from facilitator.domain.privacy.worlds import World

TRIES = 20_000
"""Swaps to try for one cell; one that none was found for counts as told, which is the safe side."""


def hidden_lines(counts: Counts, world: World, is_secret: Callable[[int, int, int], bool]) -> frozenset[int]:
    """The lines that have to be kept back, because no swap leaves a secret cell of theirs open."""
    return frozenset(
        column
        for row in range(len(counts.table))
        for column in range(len(counts.totals))
        if is_secret(row, column, counts.table[row][column]) and not _can_differ(counts, world, row, column)
    )


def open_to_exports(counts: Counts, world: World) -> dict[tuple[int, int], int]:
    """Counts that an export may give away, because no swap was found that changes them: by row and column."""
    return {
        (row, column): counts.table[row][column]
        for row in range(len(counts.table))
        for column in range(len(counts.totals))
        if not _can_differ(counts, world, row, column)
    }


def _can_differ(counts: Counts, world: World, row: int, column: int) -> bool:
    for tries, (other, mine, theirs) in enumerate(_pairs(counts, row, column)):
        if tries > TRIES:
            return False
        if _agrees(counts, world, row, theirs - mine, mine - theirs) and _agrees(
            counts, world, other, mine - theirs, theirs - mine
        ):
            return True
    return False


def _pairs(counts: Counts, row: int, column: int) -> Iterator[tuple[int, frozenset[int], frozenset[int]]]:
    """Another row, a set of lines of this row and one of the other: columns, of which one has the line at hand."""
    ids = counts.ids
    for other in range(len(counts.table)):
        if other == row:
            continue
        for mine in counts.sets[row]:
            for theirs in counts.sets[other]:
                if (ids[column] in mine) != (ids[column] in theirs):
                    yield other, frozenset(map(ids.index, mine)), frozenset(map(ids.index, theirs))


def _agrees(counts: Counts, world: World, row: int, more: frozenset[int], fewer: frozenset[int]) -> bool:
    """Whether a row may have one person more in some lines and one fewer in others."""
    return all(counts.table[row][at] < world.high[row][at] for at in more) and all(
        counts.table[row][at] > world.low[row][at] for at in fewer
    )
