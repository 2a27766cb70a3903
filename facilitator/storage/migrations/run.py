"""Runs the steps that a database misses."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from facilitator.domain.errors import CannotStart


def upgrade(connection: Connection) -> None:
    """Run every step that is missing. Raises CannotStart when the database is newer than all of them."""
    config = config_for(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not set(MigrationContext.configure(connection).get_current_heads()) <= known:
        raise CannotStart(
            "The database was made by a newer Facilitator. Install that version, or use another data folder."
        )
    command.upgrade(config, "head")


def config_for(connection: Connection) -> Config:
    """What Alembic has to know: where the steps are, and the connection to run them on."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
