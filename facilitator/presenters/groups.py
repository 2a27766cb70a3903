"""Results by group, for screens and files alike: whatever is told of a group is told here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from facilitator.domain.base import known_ms
from facilitator.domain.polls.kind import share
from facilitator.domain.privacy import GroupRow, GroupTable, Told, how_told
from facilitator.presenters.payloads import GroupCell, GroupResults, GroupRowPayload

APART: Final = 15
"""From so many points of a per cent on, a group stands apart from everybody."""
SENTENCES: Final = 3
NOT_TOLD: Final = "not told"


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
        of = f" of {row.answered}, {share(cell.low, row.answered)} %" if cell.count is not None else ""
        everybody = share(table.totals[at], table.answered)
        sentences.append(f"{groups.title(row)}, “{label}”: {said}{of}. Everybody: {everybody} %.")
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
    return count_says(cell, row.answered, least)


def count_says(count: Told, of: int, least: int) -> str:
    """What is told of a count of so many people or pairs, in words."""
    how = how_told(count, of, least)
    if how == "exact":
        return str(count.low)
    return {
        "few": f"fewer than {least}",
        "most": "all or nearly all",
        "between": f"{count.low} to {count.high}",
        "kept": NOT_TOLD,
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


@dataclass(frozen=True, kw_only=True)
class GroupsShown:
    """The table as the results page shows it: everything in words. `note` says what is not in it, and of when it is."""

    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]
    differ: Sequence[str]
    note: str


def groups_shown(groups: ByGroup, made_at: datetime) -> GroupsShown:
    """The table in words; `made_at` is on the session's own clock."""
    table = groups.table
    rows = [
        (line.label, [str(total), *(_told(row, row.cells[at], table.least) for row in table.rows)])
        for at, (line, total) in enumerate(zip(table.lines, table.totals, strict=True))
    ]
    others = f" {table.others} people answered in no group that is shown." if table.others else ""
    return GroupsShown(
        heads=[f"All ({table.answered})", *(f"{groups.title(row)} ({row.answered})" for row in table.rows)],
        rows=rows,
        differ=differences(groups),
        note=f"Counted: {groups.counts}. Groups with fewer than {table.least} answers are not shown.{others} "
        f"As of {made_at:%H:%M}; this table does not change any more.",
    )


def _told(row: GroupRow, cell: Told, least: int) -> str:
    share_of = f" ({share(cell.low, row.answered)} %)" if cell.count is not None else ""
    return f"{cell_says(row, cell, least)}{share_of}"
