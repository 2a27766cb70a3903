"""What answered what, as a table: barriers down, success factors across, and the barriers without an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.pairs import PairCount, gaps
from facilitator.presenters.figures import counted
from facilitator.presenters.harvest import Harvest


@dataclass(frozen=True, kw_only=True)
class Across:
    """One cell. `people` paired the two; `note` says what a number cannot: a host's pair, or a mere proposal."""

    people: int
    note: str


@dataclass(frozen=True, kw_only=True)
class Down:
    """One barrier with a cell for each factor; None where nobody paired the two."""

    barrier: str
    chosen: str
    cells: Sequence[Across | None]


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The table, with those barriers and factors alone that are in a pair; `gaps` are sentences."""

    factors: Sequence[str]
    rows: Sequence[Down]
    gaps: Sequence[str]


def matrix_of(harvest: Harvest) -> Matrix | None:
    """None where nothing was paired and no barrier was left alone."""
    matters = {barrier.ref for barrier in harvest.barriers if barrier.people}
    matters |= {pair.barrier for pair in harvest.pairs if pair.is_answer}
    used = {pair.factor for pair in harvest.pairs if pair.barrier in matters}
    factors = [factor for factor in harvest.factors if factor.ref in used]
    cells = {(pair.barrier, pair.factor): _across(pair) for pair in harvest.pairs}
    rows = [
        Down(
            barrier=barrier.text,
            chosen="" if barrier.people is None else counted(barrier.people, "person", "people"),
            cells=[cells.get((barrier.ref, factor.ref)) for factor in factors],
        )
        for barrier in harvest.barriers
        if barrier.ref in matters and any((barrier.ref, factor.ref) in cells for factor in factors)
    ]
    alone = [
        f"{barrier.text} (chosen by {counted(barrier.people or 0, 'person', 'people')})"
        for barrier in gaps(harvest.barriers, harvest.pairs)
    ]
    return Matrix(factors=[factor.text for factor in factors], rows=rows, gaps=alone) if rows or alone else None


def _across(pair: PairCount) -> Across:
    note = "by a host" if pair.is_from_host else "proposed" if not pair.people else ""
    return Across(people=pair.people, note=note)
