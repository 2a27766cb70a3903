"""The organiser's sessions: the list, and new ones from a template, a file or another session."""

from collections.abc import Mapping, Sequence
from typing import Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from facilitator.domain.definition import SessionDefinition
from facilitator.domain.errors import Refusal
from facilitator.domain.sessions import Session
from facilitator.services import organise, templates
from facilitator.services.organise import Listed
from facilitator.web.forms import Form, judge, typed
from facilitator.web.house import house
from facilitator.web.organise_desk import back, need_organiser, op_id, organiser, page, plan_of, tell_refused
from facilitator.web.organise_words import moment, zones

TWO_HOURS: Final = "peer-learning-gender-balance"
WORDS: Final = {"title": "The title", "timezone": "The time zone"}
bp = Blueprint("organise", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


@bp.get("/")
def sessions() -> Response:
    """All sessions: what runs, what comes, what was."""
    organiser_id = organiser().id
    found = house().desk.read(lambda work: organise.list_sessions(work, organiser_id))
    return page("sessions", lists=_sorted(found), two_hours=TWO_HOURS)


@bp.get("/new")
def new() -> Response:
    """Ask which template to start from, and when."""
    shipped = templates.list_shipped()
    wanted = request.args.get("template", TWO_HOURS)
    zone = next((each.definition.timezone for each in shipped if each.name == wanted), "UTC")
    values = {"template": wanted, "title": "", "date": "", "time": "14:30", "timezone": zone}
    return page("new", Form(values=values), shipped=shipped, zones=zones())


@bp.post("/new")
def make() -> Response:
    """Make a draft from a template."""
    form = Form(values={name: typed(name) for name in ("template", "title", "date", "time", "timezone")})
    session = _made(form)
    if session is None:
        return page("new", form, shipped=templates.list_shipped(), zones=zones())
    return back("organise_agenda.agenda", f"“{session.title}” is ready to be edited.", public_id=session.public_id)


@bp.get("/import")
def bring() -> Response:
    """Ask for the file of a definition."""
    return page("import")


@bp.post("/import")
def load() -> Response:
    """Make a draft from a file."""
    form, file = Form(values={}), request.files.get("file")
    if file is None or not file.filename:
        form.complain("file", "Choose a file, such as definition.yaml from the exports of a session.")
        return page("import", form)
    try:
        session = _keep(templates.load(file.read()))
    except Refusal as refusal:
        form.refuse(refusal)
        return page("import", form)
    return back("organise_agenda.agenda", f"“{session.title}” was imported.", public_id=session.public_id)


@bp.post("/<public_id>/duplicate")
def duplicate(public_id: str) -> Response:
    """Make a draft with the same definition."""
    who, number, days = organiser().id, op_id(), house().settings.delete_after_days
    session = house().desk.write(lambda work: organise.duplicate(work, who, public_id, number, keep_days=days))
    return back(
        "organise_settings.settings",
        "This is the copy. Give it a title and a time of its own.",
        public_id=session.public_id,
    )


@bp.get("/<public_id>/delete")
def ask_delete(public_id: str) -> Response:
    """Ask for the word that deletes."""
    return page("delete", Form(values={"confirm": ""}), plan=plan_of(public_id))


@bp.post("/<public_id>/delete")
def delete(public_id: str) -> Response:
    """Delete a session with everything in it."""
    form, who = Form(values={"confirm": typed("confirm")}), organiser().id
    if form.values["confirm"] != "DELETE":
        form.complain("confirm", "Type DELETE in capital letters to delete the session. Nothing was deleted.")
        return page("delete", form, plan=plan_of(public_id))
    try:
        title = house().desk.write(lambda work: organise.erase(work, who, public_id))
    except Refusal as refusal:
        tell_refused(refusal)
        return back("organise.ask_delete", public_id=public_id)
    return back("organise.sessions", f"“{title}” was deleted, with everything in it.")


def _sorted(found: Sequence[Listed]) -> Mapping[str, Sequence[Listed]]:
    """What runs now, what comes with the next one first, what was with the last one first."""
    return {
        "running": [each for each in found if each.session.state in {"open", "live"}],
        "coming": [each for each in reversed(found) if each.session.state == "draft"],
        "past": [each for each in found if each.session.state == "ended"],
    }


def _made(form: Form) -> Session | None:
    """A draft from what was typed, or None with problems."""
    try:
        template = templates.get_shipped(form.values["template"])
    except Refusal:
        form.complain("template", "Choose a template to start from.")
        return None
    fields = template.model_dump() | {"timezone": form.values["timezone"]}
    definition = judge(
        SessionDefinition, fields | ({"title": form.values["title"]} if form.values["title"] else {}), form, WORDS
    )
    if definition is None:
        return None
    try:
        start = moment(form.values["date"], form.values["time"], definition.timezone)
        return _keep(definition.model_copy(update={"start": start}))
    except ValueError as wrong:
        form.complain("date", str(wrong))
    except Refusal as refusal:
        form.refuse(refusal)
    return None


def _keep(definition: SessionDefinition) -> Session:
    who, number, days = organiser().id, op_id(), house().settings.delete_after_days
    return house().desk.write(lambda work: organise.make(work, who, number, definition, start=None, keep_days=days))
