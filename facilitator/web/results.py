"""Results: the page for hosts, and what they take away from it."""

import re
import unicodedata
from typing import Final

from flask import Blueprint, Response, render_template

from facilitator.domain.permissions import Actor
from facilitator.exports import FORMATS, MIMETYPES
from facilitator.services import exports, results
from facilitator.web.cookies import ticket_for
from facilitator.web.house import house

LONGEST_NAME: Final = 48
bp = Blueprint("results", __name__)


@bp.get("/results/<public_id>")
def page(public_id: str) -> str:
    """What the session brought in, for its moderators and its organiser."""
    actor = _host(public_id)
    found = house().desk.read(lambda work: results.read_results(work, actor))
    files = exports.list_files()
    return render_template(
        "results/page.html",
        page=found,
        public_id=public_id,
        downloads=[(files[name][-1], kind.title) for name, kind in FORMATS.items()],
        tables=files["csv"][:-1],
    )


@bp.get("/exports/<public_id>/<file>")
def export(public_id: str, file: str) -> Response:
    """One file to take away; who took it stands in the log of acts."""
    actor = _host(public_id)
    house().desk.write(lambda work: exports.log_export(work, actor, file))
    content = house().desk.read(lambda work: exports.make_file(work, actor, file))
    title = house().desk.read(lambda work: results.title_of(work, actor))
    disposition = f"attachment; filename={_plain_name(title)}{file}"
    mimetype = MIMETYPES[file.rpartition(".")[2]]
    return Response(content, content_type=mimetype, headers={"Content-Disposition": disposition})


def _host(public_id: str) -> Actor:
    return house().desk.actor(ticket_for(public_id, "moderator"))


def _plain_name(title: str) -> str:
    """The title as the beginning of a file's name, in plain letters; nothing where it has none of them."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-")
    return f"{words}-" if words else ""
