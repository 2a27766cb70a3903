"""Exports: what hosts take away. The web and the command line call the same functions."""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.domain.errors import NotFound
from facilitator.domain.permissions import Actor
from facilitator.domain.records import Act
from facilitator.domain.takeaway import Takeaway
from facilitator.exports import FORMATS, Format
from facilitator.exports import json as json_format
from facilitator.presenters.tables import TABLES, charts_of, empty_tables, tables_of
from facilitator.services import templates
from facilitator.services.access import access_session
from facilitator.services.harvest import read_harvest
from facilitator.services.sessions import definition_of
from facilitator.storage import records
from facilitator.storage.database import Work


def list_files() -> Mapping[str, Sequence[str]]:
    """The names of all files that can be had, by their format."""
    return {name: _names(kind) for name, kind in FORMATS.items()}


def log_export(work: Work, actor: Actor, what: str) -> None:
    """Write into the log of acts that a file or a format is taken away. Raises NotAllowed or NotFound.

    It is done before anything leaves the house: what was not logged is not handed out.
    """
    actor.need("export")
    if what not in FORMATS:
        _format_of(what)
    session = access_session(work, actor)
    session.rev += 1
    act = Act(session_id=session.id, at=work.now, by=actor.name, act="export", what=what, rev=session.rev)
    records.put_act(work, act)
    records.stamp_topics(work, session.id, {"acts"}, session.rev)


def make_file(work: Work, actor: Actor, name: str) -> bytes:
    """One file by its name. Raises NotAllowed or NotFound."""
    return make_files(work, actor, _format_of(name))[name]


def make_files(work: Work, actor: Actor, name: str) -> Mapping[str, bytes]:
    """All files of a format. Raises NotAllowed."""
    actor.need("export")
    return FORMATS[name].files(_takeaway(work, actor))


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON file."""
    return json_format.schema(empty_tables())


def _takeaway(work: Work, actor: Actor) -> Takeaway:
    harvest = read_harvest(work, actor, with_rows=True)
    definition = definition_of(work, harvest.session)
    if harvest.session.is_chatham:
        definition = definition.model_copy(update={"groups": []})
    return Takeaway(
        title=harvest.session.title,
        timezone=harvest.session.timezone,
        tables=tables_of(harvest),
        charts=charts_of(harvest),
        definition=definition.model_dump(mode="json"),
        definition_text=templates.dump(definition),
    )


def _format_of(file: str) -> str:
    found = next((name for name, files in list_files().items() if file in files), None)
    if found is None:
        raise NotFound("There is no such file to export. Look at the results page for those that there are.")
    return found


def _names(kind: Format) -> Sequence[str]:
    return kind.names(list(TABLES))
