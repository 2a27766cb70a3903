"""Engines and units of work. The database is the only truth.

SQLite: WAL with synchronous=FULL, so that what was acknowledged survives a power cut; one writer, which
begins with BEGIN IMMEDIATE; readers see one consistent moment and can write nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from facilitator.domain.events import Event

BUSY_TIMEOUT_MS = 2_000


@dataclass(kw_only=True)
class Work:
    """One unit of work: an open transaction, the time it counts as, and what happened in it.

    `rev` is the number that the session's change will have, `receipt` the code that its sender gets.
    """

    orm: OrmSession
    now: datetime
    may_write: bool = False
    rev: int = 0
    receipt: str = ""
    events: list[Event] = field(default_factory=list)

    def announce(self, happened: Event) -> None:
        """Remember what happened, to be told after the commit."""
        self.events.append(happened)


class Database:
    """The two ways into one database: `writing` and `reading`. Thread-safe."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._writer = self._engine(begin="BEGIN IMMEDIATE", pragmas=("synchronous=FULL", "foreign_keys=ON"))
        self._reader = self._engine(begin="BEGIN", pragmas=("query_only=ON",))

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A unit of work that commits at its end and rolls back when anything is raised."""
        with OrmSession(self._writer, expire_on_commit=False) as orm, orm.begin():
            yield Work(orm=orm, now=datetime.now(UTC), may_write=True)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A unit of work on one consistent moment; it can change nothing."""
        with OrmSession(self._reader, expire_on_commit=False, autoflush=False) as orm:
            yield Work(orm=orm, now=datetime.now(UTC))

    def migrating(self) -> Engine:
        """The engine that migrations run on: one process at a time through its immediate lock."""
        return self._writer

    def dispose(self) -> None:
        """Close all connections."""
        self._writer.dispose()
        self._reader.dispose()

    def _engine(self, *, begin: str, pragmas: tuple[str, ...]) -> Engine:
        if not self.is_sqlite:
            isolation: Any = "REPEATABLE READ" if begin == "BEGIN" else "READ COMMITTED"
            return create_engine(self.url, isolation_level=isolation, pool_size=4)
        pool = NullPool if self.url.database in {None, "", ":memory:"} else QueuePool
        engine = create_engine(self.url, poolclass=pool)
        _prepare_sqlite(engine, begin, pragmas)
        return engine


def _prepare_sqlite(engine: Engine, begin: str, pragmas: tuple[str, ...]) -> None:
    """Take transactions into our own hands: the driver's own are begun too late and too weakly."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, entry: ConnectionPoolEntry) -> None:  # noqa: ANN401  the driver's own type
        del entry
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", f"busy_timeout={BUSY_TIMEOUT_MS}", "secure_delete=ON", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "begin", _beginner(begin))


def _beginner(statement: str) -> Callable[[Any], None]:
    def on_begin(connection: Any) -> None:  # noqa: ANN401  the event's own type
        connection.exec_driver_sql(statement)

    return on_begin


def probe(work: Work) -> None:
    """Show that the database answers."""
    work.orm.execute(text("SELECT 1"))
