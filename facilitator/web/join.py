"""Coming in: the page for a code, the page of a session, and the page of a personal link."""

from datetime import UTC, date, datetime

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.domain.codes import ALPHABET, CODE_LENGTH, read_code, spoken_code
from facilitator.domain.errors import CodeUnknown, Refusal, TooFast
from facilitator.exports.ics import calendar_file
from facilitator.web.doors import look_at_door
from facilitator.web.errors import STATUS
from facilitator.web.house import house, public_url

INCOMPLETE = f"A code has {CODE_LENGTH} letters and digits. Check the code on the screen."
bp = Blueprint("join", __name__)


@bp.get("/")
def enter_code() -> AnyResponse:
    """Ask for a code; with one, go to its session."""
    typed = request.args.get("code")
    if typed is None:
        return _code_page()
    code = read_code(typed)
    if not _is_code(code):
        return _code_page(typed[:64], INCOMPLETE)
    return redirect(url_for("join.session", code=code))


@bp.get("/j/<code>")
def session(code: str) -> AnyResponse:
    """The page of a session, for joining and for taking part."""
    tidy = read_code(code)
    try:
        door = look_at_door(tidy)
    except CodeUnknown as refusal:
        return _no_session(tidy, refusal)
    except TooFast as refusal:
        return _code_page(tidy, _wait_words(refusal), refusal)
    if tidy != code:
        return redirect(url_for("join.session", code=tidy))
    page = render_template(
        "join/session.html",
        code=code,
        door=door,
        opens_at=_moment(door["planned_start_ms"]),
        delete_on=_day_words(door["delete_on"]),
    )
    return make_response(page)


@bp.get("/j/<code>/session.ics")
def calendar(code: str) -> Response:
    """The session as a calendar file."""
    tidy = read_code(code)
    door = look_at_door(tidy)
    url = public_url(f"/j/{tidy}")
    content = house().desk.read(
        lambda _work: calendar_file(
            uid=tidy,
            title=door["title"],
            organiser=door["organiser"],
            start=_moment(door["planned_start_ms"]),
            stamp=_moment(door["now_ms"]),
            url=url,
        )
    )
    return Response(content, mimetype="text/calendar")


@bp.get("/enter")
def enter() -> str:
    """The page of a personal link, whose token stays in the browser until the page exchanges it."""
    return render_template("join/enter.html")


@bp.get("/commitment")
def commitment() -> str:
    """The page of a commitment's personal link, whose token stays in the browser and never in an address."""
    return render_template("join/commitment.html")


def _code_page(typed: str = "", complaint: str = "", refusal: Refusal | None = None, unknown: str = "") -> AnyResponse:
    page = render_template("join/code.html", typed=typed, complaint=complaint, unknown=unknown)
    response = make_response(page)
    if refusal is not None:
        response.status_code = STATUS[refusal.kind]
    if refusal is not None and "wait_s" in refusal.details:
        response.headers["Retry-After"] = str(refusal.details["wait_s"])
    return response


def _no_session(code: str, refusal: Refusal) -> AnyResponse:
    if not _is_code(code):
        return _code_page(code, INCOMPLETE, refusal)
    spoken = spoken_code(code)
    return _code_page(code, f"We cannot find session {spoken}.", refusal, unknown=spoken)


def _is_code(code: str) -> bool:
    return len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)


def _wait_words(refusal: TooFast) -> str:
    seconds = int(refusal.details.get("wait_s") or 1)
    unit = "second" if seconds == 1 else "seconds"
    return f"Too many tries from this network. Wait {seconds} {unit} and try again."


def _day_words(day: str) -> str:
    return f"{date.fromisoformat(day):%-d %B %Y}"


def _moment(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)
