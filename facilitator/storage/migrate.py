"""Bring the database to what the code expects, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import CannotStart
from facilitator.storage.database import Database

LOCK = 7_041_023
"""Any number that is ours: PostgreSQL's lock for migrations."""


def migrate(database: Database) -> None:
    """Run every step that is missing. Raises CannotStart when the database is newer, or cannot be used."""
    try:
        with database.migrating().begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            _refuse_newer(connection)
            command.upgrade(_config(connection), "head")
            connection.execute(text("UPDATE session SET rev = rev WHERE id = 0"))  # fails where nothing can be written
    except DBAPIError as error:
        raise CannotStart(f"The database cannot be used: {error.orig}.") from None


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _refuse_newer(connection: Connection) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config(connection)).walk_revisions()}
    there = set(MigrationContext.configure(connection).get_current_heads())
    if not there <= known:
        raise CannotStart(
            "The database was made by a newer Facilitator. Install that version, or use another data folder."
        )
