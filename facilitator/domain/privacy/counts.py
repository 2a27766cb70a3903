"""Counts: the true counts of a question by group, of the groups that are shown and of all others together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.polls.bygroup import Lines
from facilitator.domain.privacy.worlds import World

Sets = Mapping[frozenset[int], int]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """`sets` holds a row for each shown group and, if there is anybody, one for all others.

    `settled` are the columns of which everybody knows every cell: nobody is in such a line, or everybody is.
    """

    groups: Sequence[int]
    ids: Sequence[int]
    sets: Sequence[Sets]
    sizes: Sequence[int]
    totals: Sequence[int]
    settled: frozenset[int]
    table: Sequence[Sequence[int]]
    limits: tuple[int, int]

    def world(self) -> World:
        """The true counts with what everybody knows from the totals and the sizes of the groups.

        Where one may be in several lines, a last column counts the lines that people left out.
        """
        fewest, most = self.limits
        counts = [list(row) for row in self.table]
        low = [[0] * len(row) for row in self.table]
        high = [[size] * len(row) for size, row in zip(self.sizes, self.table, strict=True)]
        if fewest < most or most > 1:
            for row, size in enumerate(self.sizes):
                counts[row].append(most * size - sum(counts[row]))
                low[row].append(0)
                high[row].append((most - fewest) * size)
        return World(counts, low, high)


def count(lines: Lines, answered: Mapping[int | None, Sets], shown: Sequence[int]) -> Counts:
    """Count the answers by line."""
    others: Counter[frozenset[int]] = Counter()
    for group, said in answered.items():
        if group not in shown:
            others.update(said)
    sets: list[Sets] = [answered[group] for group in shown]
    if others.total():
        sets.append(others)
    ids = [line.id for line in lines.lines]
    table = [[sum(n for chosen, n in row.items() if each in chosen) for each in ids] for row in sets]
    totals = [sum(row[at] for row in table) for at in range(len(ids))]
    everybody = sum(sum(row.values()) for row in sets)
    settled = {at for at, total in enumerate(totals) if total in (0, everybody)}
    return Counts(
        groups=shown,
        ids=ids,
        sets=sets,
        sizes=[sum(row.values()) for row in sets],
        totals=totals,
        settled=frozenset(settled if lines.is_exclusive else settled | {len(ids)}),
        table=table,
        limits=(lines.fewest, lines.most),
    )
