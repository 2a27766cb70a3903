"""JSON: every table as a list of objects, and the definition of the session. Its schema is published."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from facilitator.domain.definition import SessionDefinition
from facilitator.domain.takeaway import Cell, CellKind, Column, Table, Takeaway

FILE: Final = "session.json"
VERSION: Final = 1
"""Grows when a column is renamed, removed or changes its meaning; a new column does not raise it."""

_SHAPES: Final[Mapping[CellKind, Mapping[str, Any]]] = {
    "text": {"type": "string"},
    "whole": {"type": "integer"},
    "decimal": {"type": "number"},
    "yes_no": {"type": "boolean"},
    "moment": {"type": "string", "format": "date-time"},
    "day": {"type": "string", "format": "date"},
    "list": {"type": "array", "items": {"type": "string"}},
}


def names(tables: Sequence[str]) -> Sequence[str]:
    """One file holds everything."""
    del tables
    return [FILE]


def files(takeaway: Takeaway) -> Mapping[str, bytes]:
    """The file."""
    document = {
        "version": VERSION,
        **{table.name: _objects(table) for table in takeaway.tables},
        "definition": takeaway.definition,
    }
    return {FILE: json.dumps(document, ensure_ascii=False, indent=1).encode()}


def schema(tables: Sequence[Table]) -> dict[str, Any]:
    """The JSON Schema of the file."""
    definition = SessionDefinition.model_json_schema(ref_template="#/$defs/{model}")
    shared = definition.pop("$defs")
    parts = {
        "version": {"const": VERSION},
        **{table.name: _array(table) for table in tables},
        "definition": {"$ref": "#/$defs/SessionDefinition"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A session that was exported from Facilitator",
        **_closed(parts),
        "$defs": {**shared, "SessionDefinition": definition},
    }


def _objects(table: Table) -> list[dict[str, Any]]:
    keys = [column.name for column in table.columns]
    return [dict(zip(keys, map(_written, row), strict=True)) for row in table.rows]


def _written(cell: Cell) -> Any:  # noqa: ANN401  whatever JSON knows
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else cell


def _array(table: Table) -> dict[str, Any]:
    row = _closed({column.name: _shape(column) for column in table.columns})
    return {"type": "array", "title": table.title, "description": table.help, "items": row}


def _shape(column: Column) -> dict[str, Any]:
    shape: dict[str, Any] = {"enum": [*column.one_of]} if column.one_of else dict(_SHAPES[column.kind])
    if column.may_be_empty:
        shape = {"enum": [*column.one_of, None]} if column.one_of else {**shape, "type": [shape["type"], "null"]}
    return {"title": column.title, "description": column.help, **shape}


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
