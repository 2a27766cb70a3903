"""Many populations, everything that was published of them, and what somebody who saw it all could know."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from facilitator.domain.polls.bygroup import GroupLine, Lines
from facilitator.domain.privacy import pack, publish
from tests.privacy.populations import Publish, live, populate
from tests.privacy.solver import breaches, kept_share, truth_is_told

Counts = list[list[int]]


@dataclass(kw_only=True)
class Report:
    """What came out. `untrue` counts tables that tell something wrong, `kept` cells told as less than a number."""

    populations: int = 0
    publications: int = 0
    tables: int = 0
    cells: int = 0
    kept: int = 0
    untrue: int = 0
    found: list[str] = field(default_factory=list)

    @property
    def hidden_share(self) -> float:
        """The share of cells that are told as less than a number."""
        return round(self.kept / self.cells, 4) if self.cells else 0.0


def audit(seeds: Sequence[int], *, publishing: Publish = publish) -> Report:
    """Play one population for each seed."""
    report = Report()
    for seed in seeds:
        look_at(report, Random(seed), publishing=publishing, name=f"population {seed}")
    return report


def look_at(report: Report, random: Random, *, publishing: Publish = publish, name: str = "") -> None:
    """Play one population, and add what came out to a report."""
    people = populate(random, publishing=publishing)
    made = live(random, people)
    kept, cells = kept_share([each.table for each in made])
    report.populations += 1
    report.publications += people.publications
    report.tables += len(made)
    report.kept, report.cells = report.kept + kept, report.cells + cells
    report.untrue += sum(not truth_is_told(each) for each in made)
    report.found += [f"{name}: {sentence}" for sentence in breaches(made)]


def knowing_the_rule(seeds: Sequence[int]) -> tuple[int, list[str]]:
    """The worlds that were tried, and what somebody who also knows the rule could find out.

    Such a person can ask of each world that agrees with the totals: would it have been published like this? So
    all worlds of small populations are published, and those that look the same are compared.
    """
    tried, found = 0, []
    for seed in seeds:
        random = Random(seed)
        least = random.choice((2, 2, 3))
        sizes = [random.randint(least, 3 * least + 1) for _ in range(random.randint(2, 3))]
        totals = _totals(random, sum(sizes))
        worlds = list(_worlds(sizes, totals))
        if len(worlds) > 500:
            continue
        tried += len(worlds)
        looks: dict[str, list[Counts]] = defaultdict(list)
        for world in worlds:
            looks[_published(world, least)].append(world)
        found += [f"population {seed}: {same[0]}" for same in looks.values() if _tells(same, sizes, least)]
    return tried, found


def _tells(same: list[Counts], sizes: Sequence[int], least: int) -> bool:
    """Whether a small count is the same in all worlds that look the same."""
    cells = [(row, at) for row in range(len(sizes)) for at in range(len(same[0][0]))]
    values = [({world[row][at] for world in same}, sizes[row]) for row, at in cells]
    known = [(next(iter(each)), size) for each, size in values if len(each) == 1]
    return any(0 < value < least or 0 < size - value < least for value, size in known)


def _published(world: Counts, least: int) -> str:
    answered: dict[int | None, dict[frozenset[int], int]] = {
        group: {frozenset([line]): many for line, many in enumerate(row, start=1)}
        for group, row in enumerate(world, start=1)
    }
    lines = Lines(lines=[GroupLine(id=at + 1, label=str(at)) for at in range(len(world[0]))])
    return str(pack(publish(lines, answered, least=least)))


def _totals(random: Random, people: int) -> list[int]:
    likes = [random.random() + 0.05 for _ in range(random.randint(2, 3))]
    said = random.choices(range(len(likes)), weights=likes, k=people)
    return [said.count(line) for line in range(len(likes))]


def _worlds(sizes: Sequence[int], totals: Sequence[int]) -> Iterator[Counts]:
    """Every table of counts with these sums."""
    if not sizes:
        yield []
        return
    for row in _rows(sizes[0], totals):
        rest = [total - count for total, count in zip(totals, row, strict=True)]
        if sum(rest) == sum(sizes[1:]):
            for others in _worlds(sizes[1:], rest):
                yield [row, *others]


def _rows(size: int, most: Sequence[int]) -> Iterator[list[int]]:
    if len(most) == 1:
        if size <= most[0]:
            yield [size]
        return
    for first in range(min(size, most[0]) + 1):
        for rest in _rows(size - first, most[1:]):
            yield [first, *rest]
