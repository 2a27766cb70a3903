"""The pages behind personal links that live on a socket: the control room, the big screen, a speaker's."""

from typing import Final, cast

from flask import Blueprint, render_template

from facilitator.domain.people import LinkRole
from facilitator.presenters.payloads import SessionTopic
from facilitator.services import links
from facilitator.web.cookies import ticket_for
from facilitator.web.house import house, public_url

TEMPLATES: Final[dict[LinkRole, str]] = {
    "moderator": "control/room.html",
    "stage": "stage/stage.html",
    "speaker": "speaker/speaker.html",
}
bp = Blueprint("control", __name__)


@bp.get("/control/<public_id>")
def room(public_id: str) -> str:
    """The control room, for moderators and for the session's organiser."""
    return _page(public_id, "moderator")


@bp.get("/stage/<public_id>")
def stage(public_id: str) -> str:
    """The big screen."""
    return _page(public_id, "stage")


@bp.get("/speaker/<public_id>")
def speaker(public_id: str) -> str:
    """A speaker's page: the questions and their own clock, to be read."""
    ticket = ticket_for(public_id, "speaker")
    actor = house().desk.actor(ticket)
    step = house().desk.read(lambda work: links.step_of(work, actor))
    return _page(public_id, "speaker", item_id=step, name=actor.name)


def _page(public_id: str, role: LinkRole, **more: object) -> str:
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
        **more,
    }
    return render_template(TEMPLATES[role], boot=boot, title=session["title"])
