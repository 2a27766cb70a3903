"""The command line's way to take a session away, and to take a definition in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator import log
from facilitator.domain.errors import NotFound
from facilitator.settings import load

if TYPE_CHECKING:
    from facilitator.domain.permissions import Actor
    from facilitator.storage.database import Database, Work

# What works on sessions is imported where it is used: the other commands start faster without it.


def _print_schema(context: click.Context, option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click calls it
    del option
    if not wanted:
        return
    from facilitator.services.exports import schema  # noqa: PLC0415

    click.echo(json.dumps(schema(), indent=1, ensure_ascii=False))
    context.exit()


@click.argument("session")
@click.option("--format", "kind", type=click.Choice(["xlsx", "csv", "json", "yaml"]), default="xlsx", show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Folder for the files.")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of the JSON file, and do nothing more.",
)
def export_session(session: str, kind: str, out: Path) -> None:
    """Write a session, named by its code or its public id, into files. The format yaml is its definition."""
    from facilitator.services import exports  # noqa: PLC0415

    with _opened() as database:
        with database.writing() as work:
            actor = _operator(work, session)
            exports.log_export(work, actor, kind)
        with database.reading() as work:
            files = exports.make_files(work, actor, kind)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
        click.echo(out / name)


@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_definition(file: Path) -> None:
    """Make a draft session from a definition in YAML, for the first organiser of this installation."""
    from facilitator.services import sessions, templates  # noqa: PLC0415
    from facilitator.storage import people  # noqa: PLC0415

    definition = templates.load(file.read_bytes())
    with _opened() as database, database.writing() as work:
        owner = people.first_organiser(work)
        days = load().delete_after_days
        made = sessions.create(work, definition, owner_id=owner.id if owner else None, start=None, keep_days=days)
        click.echo(f"{made.title}: a draft with the code {made.code}.")
        if owner is None:
            click.echo("Nobody can edit it yet: `facilitator up` makes the first organiser.")


@contextmanager
def _opened() -> Iterator["Database"]:
    """The database of the settings, brought to what this version expects."""
    from facilitator.storage.database import Database  # noqa: PLC0415
    from facilitator.storage.migrate import migrate  # noqa: PLC0415

    settings = load()
    log.set_up(settings.log_level)
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(settings.database)
    try:
        migrate(database)
        yield database
    finally:
        database.dispose()


def _operator(work: "Work", session: str) -> "Actor":
    """Whoever can run this command has the whole database: they act as the session's organiser."""
    from facilitator.domain.codes import read_code  # noqa: PLC0415
    from facilitator.domain.permissions import Actor  # noqa: PLC0415
    from facilitator.storage import sessions  # noqa: PLC0415

    found = sessions.find_by_code(work, read_code(session)) or sessions.find_by_public_id(work, session)
    if found is None:
        raise NotFound(f"There is no session {session[:40]!r} in this data folder. Nothing was written.")
    return Actor(role="organiser", session_id=found.id, key="operator", name="Command line")
