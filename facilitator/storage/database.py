"""Engines and units of work. The database is the only truth.

SQLite: WAL with synchronous=FULL, so that what was acknowledged survives a power cut; one writer, which
begins with BEGIN IMMEDIATE; readers see one consistent moment and can write nothing.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import (
    ClauseElement,
    Connection,
    Engine,
    Executable,
    Select,
    Table,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from facilitator.domain.base import Base
from facilitator.domain.errors import Busy
from facilitator.domain.events import Event
from facilitator.storage.prepared import Cursor, Prepared

BUSY_TIMEOUT_MS = 2_000
LONGEST_LOG_PAGES = 16_384
"""64 MB. Somebody settles the log before it is as long; else a commit has to, and answers wait for it."""
MOST_KEPT = 256


class Buffer(Protocol):
    """Rows of one kind that are written together."""

    def write(self, work: "Work") -> None:
        """Write them all."""


T = TypeVar("T")
B = TypeVar("B", bound=Buffer)


@dataclass(kw_only=True)
class Work:
    """One unit of work: an open transaction, the time it counts as, and what happened in it.

    `rev` is the number that the session's change will have, `receipt` the code that its sender gets.
    What was read by id is remembered in `memo`, and rows that come in crowds wait in buffers, so that
    a batch of answers costs a few statements. `shelf` outlives the work: see `keep`. The mapper is there
    as soon as somebody asks for it: answers do without.
    """

    connection: Connection
    now: datetime
    may_write: bool = False
    rev: int = 0
    receipt: str = ""
    events: list[Event] = field(default_factory=list)
    memo: dict[Hashable, Any] = field(default_factory=dict)
    shelf: dict[Hashable, tuple[object, Any]] = field(default_factory=dict)
    _buffers: dict[type, Any] = field(default_factory=dict)
    _orm: OrmSession | None = None

    @property
    def orm(self) -> OrmSession:
        """The mapper, in this transaction."""
        if self._orm is None:
            self._orm = OrmSession(self.connection, expire_on_commit=False, autoflush=self.may_write)
        return self._orm

    def announce(self, happened: Event) -> None:
        """Remember what happened, to be told after the commit."""
        self.events.append(happened)

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What was read under this key before, or what `read` gives now."""
        if key not in self.memo:
            self.memo[key] = read()
        return cast("T", self.memo[key])

    def keep(self, key: Hashable, stored: object, make: Callable[[], T]) -> T:
        """What was made of the same rows before, maybe by another work, or what `make` gives now.

        Rows are compared, so nobody has to tell that they changed. Several threads may hold the thing, so
        nobody may change it.
        """
        kept = self.shelf.get(key)
        if kept is None or kept[0] != stored:
            if len(self.shelf) >= MOST_KEPT:
                self.shelf.clear()
            kept = self.shelf[key] = stored, make()
        return cast("T", kept[1])

    def rows(self, statement: Executable, **given: object) -> Sequence[Any]:
        """What a statement of crowds finds, past the mapper, as the driver gives it: see `Prepared`."""
        return _prepared(statement).find(self.connection, given)

    def values(self, statement: Executable, **given: object) -> Sequence[Any]:
        """The same, made into what it means: times are times. For each row it costs a little more."""
        return _prepared(statement).find(self.connection, given, is_made=True)

    def apart(self, query: Select[T]) -> Sequence[T]:
        """Objects that belong to no work and can be kept: what happens to them is written nowhere."""
        with OrmSession(self.connection) as apart:
            return apart.scalars(query).unique().all()

    def write(self, statement: Executable, rows: Sequence[Mapping[str, object]]) -> None:
        """Run a statement of crowds once for each row, past the mapper. No rows, no statement."""
        if rows:
            _prepared(statement).run(self.connection, rows)

    def buffer(self, kind: type[B]) -> B:
        """The rows of one kind that wait to be written."""
        return cast("B", self._buffers.setdefault(kind, kind()))

    def flush(self) -> None:
        """Write everything that waits. Raises PendingRollbackError when the transaction was undone meanwhile."""
        if not self.connection.in_transaction():
            raise PendingRollbackError("what was done before is undone; what follows must not be stored by itself")
        if self._orm is not None:
            self._orm.flush()
        waiting, self._buffers = list(self._buffers.values()), {}
        for buffer in waiting:
            buffer.write(self)

    def upsert(self, noun: type[Base], *, key: tuple[str, ...], changing: tuple[str, ...]) -> Executable:
        """A statement that inserts rows of a noun, or changes some columns of those that are there."""
        return _upsert(self.connection.dialect.name == "sqlite", noun, key, changing)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what is written in here when anything is raised, be it past the mapper.

        The mapper makes the savepoint only when it is asked for its connection.
        """
        with self.orm.begin_nested():
            self.orm.connection()
            yield

    def start_over(self) -> None:
        """Undo everything, and begin the transaction again."""
        self.forget()
        self.close()
        self.connection.rollback()
        self.connection.begin()

    def forget(self) -> None:
        """Drop what was remembered and what waits: it belongs to a job that is over or undone.

        What is mapped is read again when it is needed: others write past the mapper.
        """
        if self._orm is not None:
            self._orm.expire_all()
        self.memo.clear()
        self._buffers.clear()
        self.events.clear()

    def close(self) -> None:
        """Part with what is mapped: from now on it changes nothing that is stored."""
        if self._orm is not None:
            self._orm.close()
            self._orm = None


class Database:
    """The two ways into one database: `writing` and `reading`. Thread-safe."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._shelf: dict[Hashable, tuple[object, Any]] = {}
        self._writer = self._engine(
            begin="BEGIN IMMEDIATE",
            pragmas=("synchronous=FULL", "foreign_keys=ON", f"wal_autocheckpoint={LONGEST_LOG_PAGES}"),
        )
        self._reader = self._engine(begin="BEGIN", pragmas=("query_only=ON",))

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A unit of work that commits at its end and rolls back when anything is raised."""
        with self._work(self._writer, may_write=True) as work:
            yield work
            work.flush()
            work.connection.commit()

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A unit of work on one consistent moment; it can change nothing."""
        with self._work(self._reader, may_write=False) as work:
            yield work

    def migrating(self) -> Engine:
        """The engine that migrations run on: one process at a time through its immediate lock."""
        return self._writer

    def settle(self) -> None:
        """Bring what was committed from the log into the file, beside the writer, which waits for nothing.

        Raises Busy when the disk does not take it now.
        """
        self._checkpoint("PASSIVE")

    def compact(self) -> None:
        """Make sure that what was deleted is nowhere on the disk: neither in the file nor in its log. Raises Busy."""
        self._checkpoint("TRUNCATE")

    def dispose(self) -> None:
        """Close all connections."""
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def _work(self, engine: Engine, *, may_write: bool) -> Iterator[Work]:
        with engine.connect() as connection:
            connection.begin()
            work = Work(connection=connection, now=datetime.now(UTC), may_write=may_write, shelf=self._shelf)
            try:
                yield work
            finally:
                work.close()

    def _checkpoint(self, way: str) -> None:
        if not self.is_sqlite:
            return
        try:
            with self._reader.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql(f"PRAGMA wal_checkpoint({way})")
        except DBAPIError:
            raise Busy from None

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
    def on_begin(connection: Connection) -> None:
        with Cursor(connection, statement) as cursor:
            cursor.execute(statement)

    return on_begin


@lru_cache(maxsize=128)
def _prepared(statement: Executable) -> Prepared:
    """There are as many as there are lines that make one, since each is made when its module is loaded."""
    return Prepared(cast("ClauseElement", statement))


@lru_cache(maxsize=64)
def _upsert(is_sqlite: bool, noun: type[Base], key: tuple[str, ...], changing: tuple[str, ...]) -> Executable:  # noqa: FBT001
    """Made once for each noun: making it costs more than running it."""
    insert = sqlite.insert if is_sqlite else postgresql.insert
    statement = insert(cast("Table", noun.__table__))
    changed = {name: statement.excluded[name] for name in changing}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def probe(work: Work) -> None:
    """Show that the database takes writes: a change that changes nothing."""
    work.orm.execute(text("UPDATE session SET rev = rev WHERE id = 0"))
