"""Results by group, for screens and files alike: whatever is told of a group is told here."""

from collections.abc import Mapping

from facilitator.domain.base import known_ms
from facilitator.domain.polls.kind import share
from facilitator.domain.polls.published import GroupView
from facilitator.domain.privacy import GroupRow, GroupTable, Told
from facilitator.presenters.payloads import GroupCell, GroupResults, GroupRowPayload


def group_results(view: GroupView, table: GroupTable, titles: Mapping[int, str]) -> GroupResults:
    """The table as it travels."""
    return {
        "made_at_ms": known_ms(view.made_at),
        "least": table.least,
        "answered": table.answered,
        "others": table.others,
        "lines": [{"label": line.label, "total": total} for line, total in zip(table.lines, table.totals, strict=True)],
        "groups": [_row(row, table, titles) for row in table.rows],
    }


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
