"""Databases to stand on: each is a copy of one that was prepared, because a thousand tests want one of their own."""

import tempfile
from functools import cache
from pathlib import Path

from facilitator.storage.database import Database
from facilitator.storage.migrate import migrate

FILE = "facilitator.db"


def new_database(folder: Path) -> Database:
    """An empty SQLite database, migrated."""
    return lay_down(folder, _migrated())


def lay_down(folder: Path, stored: bytes) -> Database:
    """A database in this folder that holds what another one held."""
    file = folder / FILE
    file.write_bytes(stored)
    return Database(f"sqlite:///{file}")


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / FILE}")
        migrate(database)
        database.dispose()
        return (Path(folder) / FILE).read_bytes()
