"""Signing in and out: the link of the first time, then address and password."""

import re
from typing import Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.domain.errors import Refusal, SignInFailed, TooFast
from facilitator.domain.people import Organiser
from facilitator.domain.words import NAME_LIMIT
from facilitator.services import accounts
from facilitator.web import cookies
from facilitator.web.forms import Form, typed
from facilitator.web.house import address, house
from facilitator.web.organise_desk import back, page, tell, tell_refused

_ADDRESS: Final = re.compile(r"[^\s@]{1,64}@[^\s@]+\.[^\s@.]+")
_LOCAL: Final = re.compile(r"/(?![/\\])[\w\-./]*", re.ASCII)
LONGEST_ADDRESS: Final = 200
LONGEST_PATH: Final = 200
NO_MATCH: Final = "The e-mail address and the password do not match. Check both and try again."
bp = Blueprint("organise_sign_in", __name__, url_prefix="/organise")


@bp.get("/sign-in")
def sign_in() -> Response:
    """Ask for the address and the password."""
    if cookies.find_organiser() is not None:
        return redirect(_wanted())
    return page("sign_in", Form(values={"email": ""}), wanted=_wanted())


@bp.post("/sign-in")
def check() -> Response:
    """Let the organiser in and on to where they wanted to go."""
    form = Form(values={"email": typed("email")})
    try:
        organiser = _who(form.values["email"], request.form.get("password", ""))
    except TooFast as refusal:
        form.complain("email", f"Too many tries from this network. Wait {refusal.details['wait_s']} s and try again.")
        return page("sign_in", form, wanted=_wanted())
    if organiser is None:
        form.complain("email", NO_MATCH)
        return page("sign_in", form, wanted=_wanted())
    cookies.sign_in(organiser)
    return redirect(_wanted())


@bp.post("/sign-out")
def sign_out() -> Response:
    """Forget on this browser who is signed in."""
    cookies.sign_out()
    tell("You are signed out.")
    return back("organise_sign_in.sign_in")


@bp.get("/first/<token>")
def first(token: str) -> Response:
    """Ask who signs in for the first time. Looking uses nothing up, so a preview of the link does no harm."""
    house().rates.need("sign_in", address())
    try:
        organiser = house().desk.read(lambda work: accounts.look_at_sign_in_link(work, token))
    except SignInFailed as refusal:
        tell_refused(refusal)
        return back("organise_sign_in.sign_in")
    known = bool(organiser.password_hash)
    return page(
        "first", Form(values={"name": organiser.name if known else "", "email": organiser.email if known else ""})
    )


@bp.post("/first/<token>")
def begin(token: str) -> Response:
    """Keep name, address and password, use the link up, and sign in."""
    house().rates.need("sign_in", address())
    form = Form(values={"name": typed("name"), "email": typed("email")})
    password = request.form.get("password", "")
    _check_account(form, password)
    if form.problems:
        return page("first", form)
    try:
        password_hash = house().desk.loop.in_thread(lambda: accounts.hash_password(password))
        who = {**form.values, "password_hash": password_hash}
        organiser = house().desk.write(lambda work: accounts.begin(work, token, **who))
    except Refusal as refusal:
        form.refuse(refusal)
        return page("first", form)
    cookies.sign_in(organiser)
    return back("organise.sessions", f"Welcome, {organiser.name}. From now on you sign in with your e-mail address.")


def _who(email: str, password: str) -> Organiser | None:
    """The account that both belong to. The slow comparison runs off the loop, for unknown addresses too."""
    house().rates.need("sign_in", address())
    organiser = house().desk.read(lambda work: accounts.find_account(work, email))
    stored = organiser.password_hash if organiser else ""
    fits = house().desk.loop.in_thread(lambda: accounts.check_password(stored, password))
    return organiser if fits else None


def _check_account(form: Form, password: str) -> None:
    if not form.values["name"]:
        form.complain("name", "Enter your name. Moderators see it beside what you do.")
    elif len(form.values["name"]) > NAME_LIMIT:
        form.complain("name", f"The name is longer than {NAME_LIMIT} characters. Shorten it.")
    if not _ADDRESS.fullmatch(form.values["email"]) or len(form.values["email"]) > LONGEST_ADDRESS:
        form.complain("email", "Enter an e-mail address, such as name@example.org.")
    if not accounts.SHORTEST_PASSWORD <= len(password) <= accounts.LONGEST_PASSWORD:
        form.complain(
            "password",
            f"The password needs {accounts.SHORTEST_PASSWORD} to {accounts.LONGEST_PASSWORD} characters.",
        )


def _wanted() -> str:
    """Where to go after signing in: a page of ours, or the list of sessions."""
    wanted = request.values.get("next", "")
    is_ours = len(wanted) <= LONGEST_PATH and _LOCAL.fullmatch(wanted) and not wanted.startswith("/organise/sign-")
    return wanted if is_ours and wanted != "/" else url_for("organise.sessions")
