"""Counting by leaps: an index tells the next value that there is, and how many rows have it, without a look at any.

To group a hundred thousand answers, the database would step through all of them and compare each with the one before.
From value to value it takes as many leaps as there are different ones, and it counts entries of an index in one go.
PostgreSQL calls this a loose index scan: https://wiki.postgresql.org/wiki/Loose_indexscan
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, Column, ColumnElement, Select, and_, func, select


def count_by(known: Select[*tuple[Any, ...]], columns: Sequence[Column[Any]]) -> Select[*tuple[Any, ...]]:
    """How many rows there are for each combination of values in `columns`, the number last; some numbers are 0.

    `known` selects the values of the first columns. Those of the others are found, NULL among them. An index must
    begin with `columns`, in their order.
    """
    found, steps = known.cte("known"), len(known.selected_columns)
    for length in range(steps, len(columns)):
        found = _next(found, columns[:length], columns[length])
    number = select(func.count()).where(_equal(columns, found))
    return select(*found.c, number.scalar_subquery())


def _next(before: CTE, columns: Sequence[Column[Any]], column: Column[Any]) -> CTE:
    """What was found with every value of one column more. Leaps end with NULL, so it is always among them."""
    least = select(func.min(column))
    first = select(*before.c, least.where(_equal(columns, before)).scalar_subquery().label(f"part_{len(columns)}"))
    found = first.cte(f"with_{column.key}", recursive=True)
    *others, last = found.c
    following = least.where(_equal(columns, found), column > last).scalar_subquery()
    return found.union_all(select(*others, following).where(last.is_not(None)))


def _equal(columns: Sequence[Column[Any]], found: CTE) -> ColumnElement[bool]:
    """Whether a row has what was found; where there can be none, none is like none."""
    return and_(
        *(
            column.is_not_distinct_from(value) if column.nullable else column == value
            for column, value in zip(columns, found.c, strict=False)
        )
    )
