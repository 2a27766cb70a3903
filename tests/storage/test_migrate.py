"""Starting on a database: it is brought up to date, or there is one clear sentence."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from facilitator.domain.errors import CannotStart
from facilitator.storage.database import Database
from facilitator.storage.migrate import migrate
from facilitator.storage.migrations import LATEST, run
from facilitator.storage.migrations.run import config_for
from facilitator.storage.tables import metadata
from tests.databases import new_database


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    migrate(database)
    database.dispose()


def test_the_step_that_is_called_the_last_one_is(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    with database.migrating().begin() as connection:
        heads = ScriptDirectory.from_config(config_for(connection)).get_heads()
    database.dispose()
    assert heads == [LATEST]


def test_a_database_that_misses_nothing_is_opened_without_what_runs_the_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_database(tmp_path).dispose()
    monkeypatch.setattr(run, "upgrade", lambda _: pytest.fail("there is nothing to run"))
    database = Database(f"sqlite:///{tmp_path / 'facilitator.db'}")
    migrate(database)
    database.dispose()


def test_a_database_that_takes_no_writes_is_refused_at_the_start_and_not_at_the_first_answer(tmp_path: Path) -> None:
    new_database(tmp_path).dispose()
    read_only = Database(f"sqlite:///file:{tmp_path / 'facilitator.db'}?mode=ro&uri=true")
    with pytest.raises(CannotStart) as refused:
        migrate(read_only)
    read_only.dispose()
    assert refused.value.message == "The database cannot be used: attempt to write a readonly database."


def test_the_migrations_make_exactly_the_tables_that_the_nouns_are_mapped_to(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    with database.migrating().begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        differences = compare_metadata(context, metadata)
    database.dispose()
    # SQLite keeps the first length of a text, and does not tell the names of keys that came with a later column.
    assert [each for each in differences if each[0] not in {"remove_fk", "add_fk"}] == []
