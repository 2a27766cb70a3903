"""What the organiser's pages share: who is signed in, the session that is meant, one way to edit it."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response

from facilitator.domain.codes import new_token, spoken_code
from facilitator.domain.errors import BadShape, Refusal
from facilitator.domain.people import Organiser
from facilitator.presenters.payloads import Ack
from facilitator.services.organise import Plan, look
from facilitator.web.cookies import find_organiser
from facilitator.web.errors import refused
from facilitator.web.forms import Form, typed
from facilitator.web.house import house, public_url

STALE = "The form was open while you were signed out. Nothing was saved. Sign in and send it again."
WRONG = 400
bp = Blueprint("organise_desk", __name__)


def need_organiser() -> Response | None:
    """Before each page: keep who is signed in, or lead to the sign-in and back."""
    g.organiser = find_organiser()
    return None if g.organiser else _to_sign_in()


def organiser() -> Organiser:
    """Who is signed in."""
    found: Organiser = g.organiser
    return found


def plan_of(public_id: str) -> Plan:
    """An own session with its agenda. Raises NotFound."""
    organiser_id = organiser().id
    return house().desk.read(lambda work: look(work, organiser_id, public_id))


def act(plan: Plan, name: str, args: Mapping[str, Any], *, part: str = "") -> Ack:
    """Send a command as the organiser; a form that is sent twice carries it out once. Raises a Refusal.

    `part` tells the commands apart when one form sends several.
    """
    desk, who = house().desk, organiser()
    ticket = desk.tickets.for_organiser(who.id, who.sign_in_epoch, plan.session.id)
    return desk.act(ticket, {"op_id": op_id() + part, "name": name, "args": dict(args)})


def changed(fresh: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that differ from what the form showed, so that other people's changes to others stay."""
    try:
        seen = json.loads(request.form.get("seen", ""))
    except ValueError:
        seen = None
    shown = seen if isinstance(seen, dict) else {}
    return {name: value for name, value in fresh.items() if name not in shown or shown[name] != value}


def op_id() -> str:
    """The number of the form that was sent, or a new one."""
    return typed("op_id") or secrets.token_urlsafe(16)


def page(template: str, form: Form | None = None, **values: Any) -> Response:  # noqa: ANN401  what templates take
    """A page; with problems its status says that nothing was done."""
    plan = values.get("plan")
    if isinstance(plan, Plan):
        values["code"] = spoken_code(plan.session.code)
        values["join_url"] = public_url(f"/j/{plan.session.code}")
    values["here"] = request.full_path.rstrip("?") + "#problems"
    html = render_template(
        f"organise/{template}.html",
        form=form or Form(values={}),
        organiser=g.get("organiser"),
        nonce=new_token(),
        **values,
    )
    response = make_response(html)
    if form is not None and form.problems:
        response.status_code = WRONG
    return response


def back(endpoint: str, says: str = "", *, at: str = "", **values: Any) -> Response:  # noqa: ANN401  parts of the address
    """See another page, with a sentence on what was done; `at` is the id of the place to see it.

    There is always a place: a browser would carry on with the one that led to the form.
    """
    if says:
        tell(says, at=at)
    return redirect(url_for(endpoint, _anchor=at or "done", **values))


def tell(says: str, *, at: str = "", kind: str = "success") -> None:
    """Keep a sentence for the next page; `at` is the id of the place where it is shown."""
    flash(says, f"{kind} {at}")


def tell_refused(refusal: Refusal, *, at: str = "") -> None:
    """Keep what the house said no with for the next page."""
    tell(refusal.message, at=at, kind="danger")


@bp.app_errorhandler(CSRFError)
def not_from_here(error: CSRFError) -> Response:
    """A form without the right token: signed out meanwhile, or sent by another site."""
    del error
    if request.path.startswith("/organise/") and find_organiser() is None:
        tell(STALE, kind="danger")
        return redirect(url_for("organise_sign_in.sign_in"))
    return refused(BadShape("This form cannot be checked. Nothing was saved. Reload the page and send it again."))


def _to_sign_in() -> Response:
    if request.method != "GET":
        tell(STALE, kind="danger")
    wanted = request.path if request.method == "GET" else None
    return redirect(url_for("organise_sign_in.sign_in", next=wanted))
