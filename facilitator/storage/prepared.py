"""Statements of crowds: made when their module is loaded, their text once for each database and size.

An answer takes ten statements. To ask the library for the text of each again, and for a wrapping around what
was found, costs more than all of them take in the database. What they find comes back in plain tuples, as the driver
gives it: good for numbers, words and comparing. Times, truth and lists are made of it only for who asks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError

Given = Mapping[str, Any]
Processor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """What the driver runs: the text, what fills its places in order, and which of them are told otherwise.

    A place of a list is filled by the list's name and a number. `makes` says what becomes of a column.
    """

    sql: str
    names: Sequence[str] | None  # of the places, for a driver that wants a dict
    filled_by: Sequence[tuple[str, int | None]]
    tell: Sequence[tuple[int, Processor]]
    makes: Sequence[tuple[int, Processor]]

    def told(self, given: Given) -> Any:  # noqa: ANN401  a list or a dict, as the driver wants it
        """What is given, as the driver takes it."""
        values = [given[name] if number is None else given[name][number] for name, number in self.filled_by]
        for place, tell in self.tell:
            values[place] = tell(values[place])
        return values if self.names is None else dict(zip(self.names, values, strict=True))

    def made(self, row: Sequence[Any]) -> Sequence[Any]:
        """A row as the mapper would give it."""
        values = list(row)
        for column, make in self.makes:
            values[column] = make(values[column])
        return values


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement whose places are filled later. An expanding place takes a list; few sizes of lists are made."""

    statement: ClauseElement
    _texts: dict[tuple[object, ...], _Text] = field(default_factory=dict)

    def find(self, connection: Connection, given: Given, *, is_made: bool = False) -> Sequence[Any]:
        """The rows that it finds, as the driver gives them, or made into what they mean. Raises DBAPIError."""
        filled = {name: _padded(value) if isinstance(value, list) else value for name, value in given.items()}
        sizes = {name: len(value) for name, value in filled.items() if isinstance(value, list)}
        text = self._text(connection.dialect, sizes)
        with Cursor(connection, text.sql) as cursor:
            cursor.execute(text.sql, text.told(filled))
            found: Sequence[Any] = cursor.fetchall()
        return [text.made(row) for row in found] if is_made else found

    def run(self, connection: Connection, rows: Sequence[Given]) -> None:
        """Run it once for each row. Raises DBAPIError."""
        text = self._text(connection.dialect, {})
        told = [text.told(row) for row in rows]
        with Cursor(connection, text.sql) as cursor:
            cursor.executemany(text.sql, told)

    def _text(self, dialect: Dialect, sizes: Mapping[str, int]) -> _Text:
        key = (dialect.name, *sizes.values())
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = _compile(self.statement, dialect, sizes)
        return text


class Cursor:
    """The driver's own cursor; what it raises is told as the library would, without what people wrote."""

    __slots__ = ("_cursor", "_driver", "_sql")

    def __init__(self, connection: Connection, sql: str) -> None:
        self._driver: Any = connection.dialect.dbapi
        self._cursor: Any = connection.connection.cursor()
        self._sql = sql

    def __enter__(self) -> Any:  # noqa: ANN401  the driver's own type
        return self._cursor

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._cursor.close()
        if isinstance(error, self._driver.Error):
            raise DBAPIError.instance(self._sql, None, error, self._driver.Error, hide_parameters=True) from error


def _compile(statement: ClauseElement, dialect: Dialect, sizes: Mapping[str, int]) -> _Text:
    compiled: Any = statement.compile(dialect=dialect)
    filled = {name: [None] * sizes.get(name, 1) if bind.expanding else None for name, bind in compiled.binds.items()}
    state = compiled.construct_expanded_state(filled)
    names = list(state.positiontup or state.parameters)
    places = {place: by for name in filled for place, by in _places(name, sizes.get(name))}
    tell = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
    filled_by = [places[name] for name in names]
    told = [(place, tell[name]) for place, (name, _) in enumerate(filled_by) if tell[name] is not None]
    return _Text(state.statement, None if compiled.positional else names, filled_by, told, _makes(statement, dialect))


def _makes(statement: ClauseElement, dialect: Dialect) -> list[tuple[int, Processor]]:
    """The columns of which something has to be made, and how."""
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    makes = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    return [(place, make) for place, make in enumerate(makes) if make is not None]


def _places(name: str, size: int | None) -> list[tuple[str, tuple[str, int | None]]]:
    """The places that a name has in a text, and what fills each; the library numbers those of a list from 1."""
    if size is None:
        return [(name, (name, None))]
    return [(f"{name}_{number + 1}", (name, number)) for number in range(size)]


def _padded(values: list[Any]) -> list[Any]:
    """As many values as there are places for so many: 1, 2, 4, 8 and so on; what is too much repeats the last."""
    size = 1 << max(0, len(values) - 1).bit_length()
    return values + (values[-1:] or [None]) * (size - len(values))
