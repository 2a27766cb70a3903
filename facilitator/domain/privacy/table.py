"""GroupTable: what is told of a question by group. It holds nothing that is not told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from facilitator.domain.polls.bygroup import GroupLine

How = Literal["exact", "few", "most", "between", "kept"]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of one cell: the count lies between `low` and `high`, both included.

    `given_away` is the count where an export may give it away. It is kept to compare later rounds with, and is
    sent to nobody.
    """

    low: int
    high: int
    given_away: int | None = None

    @property
    def count(self) -> int | None:
        """The count, where it is told."""
        return self.low if self.low == self.high else None

    @property
    def known(self) -> int | None:
        """The count, where it is told or given away."""
        return self.given_away if self.count is None else self.count


def how_told(count: Told, of: int, least: int) -> How:
    """In which words a count is told: few are fewer than `least`, most are all but fewer than `least`."""
    if count.count is not None:
        return "exact"
    if (count.low, count.high) == (0, of):
        return "kept"
    if (count.low, count.high) == (0, least - 1):
        return "few"
    return "most" if (count.low, count.high) == (of - least + 1, of) else "between"


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """A group that is shown: how many of it answered, and what is told of each line."""

    group_id: int
    answered: int
    cells: Sequence[Told]

    def how(self, cell: Told, least: int) -> How:
        """In which words a cell is told."""
        return how_told(cell, self.answered, least)


@dataclass(frozen=True, kw_only=True)
class GroupTable:
    """A question by group. `totals` are those that everybody saw; `others` answered in no group that is shown.

    `rest` is how many of these others are in each line, where that can be worked out. It is sent to nobody.
    """

    least: int
    answered: int
    others: int
    lines: Sequence[GroupLine]
    totals: Sequence[int]
    rows: Sequence[GroupRow]
    rest: Sequence[int | None] = ()

    def row_of(self, group_id: int) -> GroupRow | None:
        """The row of a group; None when it is not shown."""
        return next((row for row in self.rows if row.group_id == group_id), None)

    @property
    def tells(self) -> bool:
        """Whether it says anything of a group that the totals do not say already."""
        open_lines = [at for at, total in enumerate(self.totals) if 0 < total < self.answered]
        return any(row.how(row.cells[at], self.least) != "kept" for row in self.rows for at in open_lines)

    def counts_of(self, group_id: int, label: str, *, among: Collection[str]) -> Iterator[int]:
        """The counts that are known of a group and of the line that is called so `among` those of another round."""
        row = self.row_of(group_id)
        if row is not None:
            known = (row.cells[at].known for at in self._places(label, among))
            yield from (count for count in known if count is not None)

    def others_of(self, label: str, *, among: Collection[str]) -> Iterator[int]:
        """The same of all who are in no group that is shown."""
        known = (self.rest[at] for at in self._places(label, among) if self.rest)
        yield from (count for count in known if count is not None)

    def _places(self, label: str, among: Collection[str]) -> Iterator[int]:
        """Where the line is that is called so `among` those of another round.

        Lines of two rounds are the same by their words. What has other words now may have been corrected, and could
        be any line here that the other round does not have: then all of them are looked at.
        """
        names = [_folded(line.label) for line in self.lines]
        there, here = {_folded(each) for each in among}, _folded(label)
        for at, name in enumerate(names):
            if name == here or (here not in names and name not in there):
                yield at


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def pack(table: GroupTable) -> dict[str, object]:
    """A table as it is stored."""
    return {
        "others": table.others,
        "lines": [{"id": line.id, "label": line.label} for line in table.lines],
        "totals": list(table.totals),
        "rest": list(table.rest),
        "rows": [
            {"group": row.group_id, "answered": row.answered, "cells": [_packed(cell) for cell in row.cells]}
            for row in table.rows
        ],
    }


def _packed(cell: Told) -> list[int]:
    return [cell.low, cell.high] if cell.given_away is None else [cell.low, cell.high, cell.given_away]


def unpack(stored: Mapping[str, Any], *, least: int, answered: int) -> GroupTable:
    """A table as it was stored."""
    return GroupTable(
        least=least,
        answered=answered,
        others=stored["others"],
        lines=[GroupLine(id=line["id"], label=line["label"]) for line in stored["lines"]],
        totals=stored["totals"],
        rest=stored["rest"],
        rows=[
            GroupRow(
                group_id=row["group"],
                answered=row["answered"],
                cells=[
                    Told(low=low, high=high, given_away=next(iter(more), None)) for low, high, *more in row["cells"]
                ],
            )
            for row in stored["rows"]
        ],
    )
