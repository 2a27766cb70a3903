"""The database's log: it is brought into the file beside the writer."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy.exc import PendingRollbackError

from facilitator.domain.errors import Busy
from facilitator.domain.people import Organiser
from facilitator.storage import people
from facilitator.storage.database import Database
from tests.databases import new_database

NADIA, TOMAS = "nadia@example.org", "tomas@example.org"


def sign_up(database: Database, email: str) -> None:
    with database.writing() as work:
        people.put_organiser(work, Organiser(email=email, name="", created_at=work.now))


def in_the_file(folder: Path) -> list[bool]:
    """Who is known to the file alone, without its log: Nadia, Tomas."""
    copy = folder / "copy.db"
    shutil.copy(folder / "facilitator.db", copy)
    database = Database(f"sqlite:///{copy}")
    with database.reading() as work:
        found = [people.find_organiser_by_email(work, email) is not None for email in (NADIA, TOMAS)]
    database.dispose()
    return found


def test_the_log_is_settled_while_somebody_writes(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    sign_up(database, NADIA)
    assert in_the_file(tmp_path) == [False, False]
    with database.writing() as work:
        people.put_organiser(work, Organiser(email=TOMAS, name="", created_at=work.now))
        work.flush()
        database.settle()
    assert in_the_file(tmp_path) == [True, False]
    database.settle()
    assert in_the_file(tmp_path) == [True, True]
    database.dispose()


def test_a_file_that_cannot_be_used_is_busy(tmp_path: Path) -> None:
    (tmp_path / "facilitator.db").write_text("This was never a database, and it is longer than a header." * 20)
    database = Database(f"sqlite:///{tmp_path / 'facilitator.db'}")
    with pytest.raises(Busy):
        database.settle()
    database.dispose()


def test_after_a_transaction_was_undone_nothing_that_follows_is_stored_by_itself(tmp_path: Path) -> None:
    database = new_database(tmp_path)

    def undo() -> None:
        with database.writing() as work:
            people.put_organiser(work, Organiser(email=NADIA, name="", created_at=work.now))
            work.connection.rollback()

    with pytest.raises(PendingRollbackError):
        undo()
    sign_up(database, TOMAS)
    with database.reading() as work:
        assert [people.find_organiser_by_email(work, email) is not None for email in (NADIA, TOMAS)] == [False, True]
    database.dispose()
