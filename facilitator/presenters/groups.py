"""Results by group, for screens and files alike: whatever is told of a group is told here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from facilitator.domain.base import known_ms
from facilitator.domain.polls.kind import share
from facilitator.domain.privacy import GroupRow, GroupTable, Told
from facilitator.presenters.payloads import GroupCell, GroupResults, GroupRowPayload

APART: Final = 15
"""From so many points of a per cent on, a group stands apart from everybody."""
SENTENCES: Final = 3


@dataclass(frozen=True, kw_only=True)
class ByGroup:
    """A table that was published, and what its groups are called now: texts can be corrected."""

    table: GroupTable
    made_at: datetime
    counts: str
    titles: Mapping[int, str]

    def title(self, row: GroupRow) -> str:
        """What a group is called."""
        return self.titles.get(row.group_id, "")


def group_results(groups: ByGroup) -> GroupResults:
    """The table as it travels."""
    table = groups.table
    return {
        "made_at_ms": known_ms(groups.made_at),
        "counts": groups.counts,
        "least": table.least,
        "answered": table.answered,
        "others": table.others,
        "lines": [
            {"label": line.label, "total": total, "share": share(total, table.answered)}
            for line, total in zip(table.lines, table.totals, strict=True)
        ],
        "groups": [_row(row, table, groups.titles) for row in table.rows],
        "differ": differences(groups),
    }


def differences(groups: ByGroup) -> list[str]:
    """Where groups stand apart most from everybody, in words; from what was published alone."""
    table = groups.table
    sentences = []
    for _, row, at in sorted(_apart(table), key=lambda each: -each[0])[:SENTENCES]:
        cell, label = row.cells[at], table.lines[at].label
        said = cell_says(row, cell, table.least)
        of = f" of {row.answered}, {share(cell.low, row.answered)}%" if cell.count is not None else ""
        everybody = share(table.totals[at], table.answered)
        sentences.append(f"{groups.title(row)}, “{label}”: {said}{of}. Everybody: {everybody}%.")
    return sentences


def _apart(table: GroupTable) -> Iterator[tuple[int, GroupRow, int]]:
    """How many points a cell is at least from the share of everybody."""
    for row in table.rows:
        for at, (cell, total) in enumerate(zip(row.cells, table.totals, strict=True)):
            everybody = share(total, table.answered)
            low, high = share(cell.low, row.answered), share(cell.high, row.answered)
            if (points := max(low - everybody, everybody - high)) >= APART:
                yield points, row, at


def cell_says(row: GroupRow, cell: Told, least: int) -> str:
    """What is told of a cell, in words."""
    how = row.how(cell, least)
    if how == "exact":
        return str(cell.low)
    return {
        "few": f"fewer than {least}",
        "most": "all or nearly all",
        "between": f"{cell.low} to {cell.high}",
        "kept": "not told",
    }[how]


def _row(row: GroupRow, table: GroupTable, titles: Mapping[int, str]) -> GroupRowPayload:
    return {
        "group_id": row.group_id,
        "title": titles.get(row.group_id, ""),
        "answered": row.answered,
        "cells": [_cell(row, cell, table.least) for cell in row.cells],
    }


def _cell(row: GroupRow, cell: Told, least: int) -> GroupCell:
    return {
        "how": row.how(cell, least),
        "count": cell.count,
        "share": None if cell.count is None else share(cell.count, row.answered),
        "low": cell.low,
        "high": cell.high,
    }
