"""Inviting people: the code, the poster, and personal links, each shown once; and what can be taken away."""

from typing import Final, get_args

from flask import Blueprint
from flask import session as cookie
from werkzeug.wrappers import Response

from facilitator.domain.errors import Refusal
from facilitator.domain.people import LinkRole
from facilitator.domain.words import NAME_LIMIT
from facilitator.exports import FORMATS
from facilitator.services import organise
from facilitator.services.exports import list_files
from facilitator.web.cookies import forget_link
from facilitator.web.forms import Form, typed
from facilitator.web.house import house, public_url
from facilitator.web.organise_desk import back, need_organiser, organiser, page, plan_of, tell_refused

SAYS: Final = {
    "xlsx": "One sheet for each table, with charts.",
    "csv": "All tables, one file each, for any program.",
    "json": "Everything, for programs, with a published schema.",
    "yaml": "The agenda with its questions, to be imported again.",
}
SHOWN_ONCE: Final = "new_link"
bp = Blueprint("organise_links", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


@bp.get("/<public_id>/links")
def links(public_id: str) -> Response:
    """How people come in. A link that was just made is shown now and never again."""
    made = cookie.pop(SHOWN_ONCE, None)
    is_here = isinstance(made, dict) and made.get("session") == public_id
    address = public_url(f"/enter#{made['token']}") if made and is_here else ""
    form = Form(values={"name": "", "role": "moderator", "step": ""})
    return _page(public_id, form, new=made if is_here else None, address=address)


@bp.post("/<public_id>/links")
def make(public_id: str) -> Response:
    """Make a personal link."""
    form, who = Form(values={"name": typed("name"), "role": typed("role"), "step": typed("step")}), organiser()
    role: LinkRole = next((each for each in get_args(LinkRole) if each == form.values["role"]), "moderator")
    step = int(form.values["step"]) if form.values["step"].isdecimal() else None
    if form.values["role"] != role:
        form.complain("role", "Choose what the link is for.")
    if not form.values["name"]:
        form.complain("name", "Enter a name, so that you can tell the links apart.")
    elif len(form.values["name"]) > NAME_LIMIT:
        form.complain("name", f"The name is longer than {NAME_LIMIT} characters. Shorten it.")
    if form.problems:
        return _page(public_id, form)
    try:
        name = form.values["name"]
        token = house().desk.write(lambda work: organise.make_link(work, who, public_id, role, name, item_id=step))
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(public_id, form)
    cookie[SHOWN_ONCE] = {"session": public_id, "token": token, "name": name, "role": role}
    return back("organise_links.links", public_id=public_id)


@bp.post("/<public_id>/links/<int:link_id>/revoke")
def revoke(public_id: str, link_id: int) -> Response:
    """Take a personal link back."""
    who = organiser()
    try:
        link = house().desk.write(lambda work: organise.revoke_link(work, who, public_id, link_id))
    except Refusal as refusal:
        tell_refused(refusal)
        return back("organise_links.links", public_id=public_id)
    forget_link(link_id)
    return back("organise_links.links", f"The link of {link.name} no longer works.", public_id=public_id)


@bp.get("/<public_id>/poster")
def poster(public_id: str) -> Response:
    """One page to print: the code, the address and the QR code."""
    return page("poster", plan=plan_of(public_id))


@bp.get("/<public_id>/take-away")
def take_away(public_id: str) -> Response:
    """Where results and files are."""
    names = list_files()
    files = [(names[name][-1], kind.title, SAYS.get(name, "")) for name, kind in FORMATS.items()]
    return page("take_away", plan=plan_of(public_id), files=files, tables=names["csv"][:-1])


def _page(public_id: str, form: Form, **values: object) -> Response:
    who = organiser().id
    found = house().desk.read(lambda work: organise.list_links(work, who, public_id))
    plan = plan_of(public_id)
    steps = {step.item.id: step.item.title for step in plan.steps}
    return page("links", form, plan=plan, links=found, steps=steps, **values)
