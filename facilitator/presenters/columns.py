"""Columns from the types of a row: a field is exported because a row names it, and for no other reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from facilitator.domain.takeaway import CellKind, Column

_KINDS: Final[dict[object, CellKind]] = {
    str: "text",
    int: "whole",
    float: "decimal",
    bool: "yes_no",
    datetime: "moment",
    date: "day",
    tuple[str, ...]: "list",
}


@dataclass(frozen=True)
class About:
    """What a column is called in a workbook, and what it means."""

    title: str
    help: str


def columns_of(row: type) -> Sequence[Column]:
    """The columns of a row whose fields are annotated with `About`."""
    return [_column(name, hint) for name, hint in get_type_hints(row, include_extras=True).items()]


def _column(name: str, hint: Any) -> Column:  # noqa: ANN401  a type can be anything
    if get_origin(hint) is not Annotated:
        raise TypeError(f"The field {name} says nothing about its column.")
    inside, about = get_args(hint)
    kinds = get_args(inside) if get_origin(inside) in {Union, UnionType} else (inside,)
    wanted = next(kind for kind in kinds if kind is not NoneType)
    words = get_args(wanted) if get_origin(wanted) is Literal else ()
    return Column(
        name=name,
        title=about.title,
        help=about.help,
        kind="text" if words else _KINDS[wanted],
        may_be_empty=NoneType in kinds,
        one_of=words,
    )
