"""Bring the database to what the code expects, one process at a time."""

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import CannotStart
from facilitator.storage.database import Database
from facilitator.storage.migrations import LATEST

LOCK = 7_041_023
"""Any number that is ours: PostgreSQL's lock for migrations."""


def migrate(database: Database) -> None:
    """Run every step that is missing. Raises CannotStart when the database is newer, or cannot be used."""
    try:
        with database.migrating().begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            if not _is_up_to_date(connection):
                from facilitator.storage.migrations.run import upgrade  # noqa: PLC0415  a restart is faster without it

                upgrade(connection)
            connection.execute(text("UPDATE session SET rev = rev WHERE id = 0"))  # fails where nothing can be written
    except DBAPIError as error:
        raise CannotStart(f"The database cannot be used: {error.orig}.") from None


def _is_up_to_date(connection: Connection) -> bool:
    """Tell whether no step is missing, without what runs the steps: to load that takes a quarter of a second."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return False
    return connection.scalars(text("SELECT version_num FROM alembic_version")).all() == [LATEST]
