"""What an organiser takes away, as data: presenters fill it, exports write it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

Cell = str | int | float | bool | datetime | date | tuple[str, ...] | None
"""One value. Moments carry the session's time zone; a tuple is a list of short texts."""
CellKind = Literal["text", "whole", "decimal", "yes_no", "moment", "day", "list"]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: `name` for programs, `title` and `help` for people, `one_of` when its words are fixed."""

    name: str
    title: str
    help: str
    kind: CellKind
    may_be_empty: bool
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """A named table. Every row has a cell for each column, in their order."""

    name: str
    title: str
    help: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One line of a result as the screens show it: people, and whole per cents of those who answered.

    `hands` were counted by a host and are in neither. `before` is the count of the first round, if there was one.
    `cells` is what the line's table tells instead where the kind counts more than people, `drawn` how many are
    drawn then; `language` is that of a label in people's own words.
    """

    label: str
    count: int
    share: int
    hands: int = 0
    before: int | None = None
    before_share: int | None = None
    cells: tuple[str, ...] = ()
    drawn: int | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A result to be drawn. `note` says in words how many answered."""

    title: str
    note: str
    lines: Sequence[Shown]


@dataclass(frozen=True, kw_only=True)
class Takeaway:
    """Everything of one session: its tables, its results to draw, and its definition, twice."""

    title: str
    timezone: str
    tables: Sequence[Table]
    charts: Sequence[Chart]
    definition: Mapping[str, Any]
    definition_text: str
