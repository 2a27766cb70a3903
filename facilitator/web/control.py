"""The two pages behind personal links that live on a socket: the control room and the big screen."""

from typing import Final, cast

from flask import Blueprint, render_template

from facilitator.domain.people import LinkRole
from facilitator.presenters.payloads import SessionTopic
from facilitator.web.cookies import ticket_for
from facilitator.web.house import house, public_url

TEMPLATES: Final[dict[LinkRole, str]] = {"moderator": "control/room.html", "stage": "stage/stage.html"}
bp = Blueprint("control", __name__)


@bp.get("/control/<public_id>")
def room(public_id: str) -> str:
    """The control room, for moderators and for the session's organiser."""
    return _page(public_id, "moderator")


@bp.get("/stage/<public_id>")
def stage(public_id: str) -> str:
    """The big screen."""
    return _page(public_id, "stage")


def _page(public_id: str, role: LinkRole) -> str:
    ticket = ticket_for(public_id, role)
    topics = house().desk.state(ticket, None)["topics"]
    session = cast("SessionTopic", topics["session"])
    boot = {
        "ticket": ticket,
        "public_id": session["public_id"],
        "role": role,
        "language": session["language"],
        "code": session["code"],
        "join_url": public_url(f"/j/{session['code']}"),
    }
    return render_template(TEMPLATES[role], boot=boot, title=session["title"])
