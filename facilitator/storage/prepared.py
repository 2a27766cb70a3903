"""Statements of crowds: made when their module is loaded, their text once for each database and size.

An answer takes ten statements. To ask the library for the text of each again, and for a wrapping around what
was found, costs more than all of them take in the database. What they find comes back as the driver gives it, in
plain tuples: good for numbers, words and comparing, while times and lists are not made of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect
from sqlalchemy.exc import DBAPIError

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """What the driver runs: the text, the names of its places in order, and how some are told to the driver."""

    sql: str
    is_positional: bool
    names: Sequence[str]
    tell: Mapping[str, Callable[[Any], Any]]

    def told(self, given: Given) -> Any:  # noqa: ANN401  a tuple or a dict, as the driver wants it
        """What is given, as the driver takes it."""
        values = {name: given[name] for name in self.names}
        for name, tell in self.tell.items():
            values[name] = tell(values[name])
        return tuple(map(values.__getitem__, self.names)) if self.is_positional else values


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement whose places are filled later. An expanding place takes a list; few sizes of lists are made."""

    statement: ClauseElement
    _texts: dict[tuple[object, ...], _Text] = field(default_factory=dict)

    def find(self, connection: Connection, given: Given) -> Sequence[Any]:
        """The rows that it finds, as the driver gives them. Raises DBAPIError."""
        sizes: dict[str, int] = {}
        flat: dict[str, Any] = {}
        for name, value in given.items():
            if isinstance(value, list):
                sizes[name] = _size(len(value))
                last = value[-1] if value else None
                padded = value + [last] * (sizes[name] - len(value))
                flat.update({f"{name}_{place}": each for place, each in enumerate(padded, 1)})
            else:
                flat[name] = value
        text = self._text(connection.dialect, sizes)
        with cursor_for(connection, text.sql) as cursor:
            cursor.execute(text.sql, text.told(flat))
            found: Sequence[Any] = cursor.fetchall()
        return found

    def run(self, connection: Connection, rows: Sequence[Given]) -> None:
        """Run it once for each row. Raises DBAPIError."""
        text = self._text(connection.dialect, {})
        told = [text.told(row) for row in rows]
        with cursor_for(connection, text.sql) as cursor:
            cursor.executemany(text.sql, told)

    def _text(self, dialect: Dialect, sizes: Mapping[str, int]) -> _Text:
        key = (dialect.name, *sizes.values())
        if key not in self._texts:
            self._texts[key] = _compile(self.statement, dialect, sizes)
        return self._texts[key]


@contextmanager
def cursor_for(connection: Connection, sql: str) -> Iterator[Any]:
    """The driver's own cursor; what it raises is told as the library would, without what people wrote."""
    driver: Any = connection.dialect.dbapi
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except driver.Error as error:
        raise DBAPIError.instance(sql, None, error, driver.Error, hide_parameters=True) from error
    finally:
        cursor.close()


def _compile(statement: ClauseElement, dialect: Dialect, sizes: Mapping[str, int]) -> _Text:
    compiled: Any = statement.compile(dialect=dialect)
    filled = {name: [None] * sizes.get(name, 1) if bind.expanding else None for name, bind in compiled.binds.items()}
    state = compiled.construct_expanded_state(filled)
    names = list(state.positiontup or state.parameters)
    processors = {
        name: bind.type.dialect_impl(dialect).bind_processor(dialect)
        for name, bind in compiled.binds.items()
        if name in names
    }
    tell = {name: processor for name, processor in processors.items() if processor is not None}
    return _Text(state.statement, compiled.positional, names, tell)


def _size(number: int) -> int:
    """How many places are made for so many values: 1, 2, 4, 8 and so on; what is too much repeats the last value."""
    return 1 << max(0, number - 1).bit_length()
