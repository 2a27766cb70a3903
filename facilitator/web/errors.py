"""Refusals and failures as HTTP: JSON for the API, a page in words for people."""

from typing import Final

import structlog
from flask import Blueprint, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from facilitator.domain.codes import new_token
from facilitator.domain.errors import BadShape, Kind, NotFound, Refusal, TooBig, Trouble
from facilitator.presenters.refusals import nack

bp = Blueprint("errors", __name__)
log = structlog.get_logger()

STATUS: Final[dict[Kind, int]] = {
    "bad": 400,
    "forbidden": 403,
    "missing": 404,
    "conflict": 409,
    "gone": 410,
    "too_big": 413,
    "too_fast": 429,
    "busy": 503,
}
LOWEST_REFUSAL: Final = 400
TOO_LARGE: Final = 413
MISSING: Final = 404
KEPT_HEADERS: Final = {"Allow"}


@bp.app_errorhandler(Refusal)
def refused(refusal: Refusal) -> Response:
    """A refusal of ours."""
    return _answer(refusal, STATUS[refusal.kind])


@bp.app_errorhandler(HTTPException)
def not_served(error: HTTPException) -> Response:
    """A request that Flask itself turns down, in our words."""
    status = error.code or 500
    if status < LOWEST_REFUSAL:
        return make_response(error.get_response())
    if status == TOO_LARGE:
        return _answer(TooBig(), status)
    if status == MISSING:
        return _answer(NotFound("There is no such page. Check the address."), status)
    response = _answer(BadShape(error.description), status)
    response.headers.extend({name: value for name, value in error.get_headers() if name in KEPT_HEADERS})
    return response


@bp.app_errorhandler(Exception)
def failed(error: Exception) -> Response:
    """Something unforeseen: one log line with a reference, no traceback to people."""
    reference = new_token()[:8]
    log.error("request_failed", reference=reference, path=request.path, exc_info=error)
    return _answer(Trouble(reference=reference), 500)


def _answer(refusal: Refusal, status: int) -> Response:
    if request.path.startswith("/api/"):
        response = jsonify(nack(refusal))
    else:
        response = make_response(render_template("errors/refusal.html", refusal=refusal))
    response.status_code = status
    if "wait_s" in refusal.details:
        response.headers["Retry-After"] = str(refusal.details["wait_s"])
    return response
