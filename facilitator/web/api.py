"""The HTTP way: the same commands and the same state as over the socket, for networks without it."""

import json

from flask import Blueprint, Response, current_app, jsonify, request

from facilitator.domain.errors import BadShape, TicketUnknown, TooBig
from facilitator.presenters.refusals import clock
from facilitator.services import commitment_links, links
from facilitator.web.cookies import remember_link
from facilitator.web.doors import let_in, look_at_door
from facilitator.web.house import address, house

LONGEST_NUMBER = 15
LONGEST_TOKEN = 64
bp = Blueprint("api", __name__, url_prefix="/api")


@bp.post("/act")
def act() -> Response:
    """Carry out a command."""
    desk, ticket = house().desk, _ticket()
    ack = desk.act(ticket, _body())
    house().presence.seen_over_http(desk.actor(ticket))
    return jsonify(ack)


@bp.get("/state")
def state() -> Response:
    """A snapshot, or what changed after `since`."""
    desk, ticket = house().desk, _ticket()
    since = request.args.get("since")
    if since is not None and not (since.isascii() and since.isdigit() and len(since) <= LONGEST_NUMBER):
        raise BadShape
    found = desk.state(ticket, None if since is None else int(since))
    house().presence.seen_over_http(desk.actor(ticket))
    return jsonify(found)


@bp.get("/clock")
def now() -> Response:
    """The server's time."""
    return jsonify(clock())


@bp.get("/door/<code>")
def door(code: str) -> Response:
    """What somebody with a code may know before joining."""
    return jsonify(look_at_door(code))


@bp.post("/join")
def join() -> Response:
    """Let somebody in; the reply holds the ticket that this browser keeps."""
    return jsonify(let_in(_body()))


@bp.post("/enter")
def enter() -> Response:
    """Exchange the token of a personal link for a cookie."""
    house().rates.need("code", address())
    body = _body()
    token = body.get("token") if isinstance(body, dict) else None
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN:
        raise BadShape
    link, session = house().desk.write(lambda work: links.enter(work, token))
    remember_link(link, session.public_id)
    page = "control" if link.role == "moderator" else link.role
    return jsonify({"url": f"/{page}/{session.public_id}"})


@bp.post("/commitment")
def commitment() -> Response:
    """Show the commitment behind a personal link."""
    house().rates.need("code", address())
    link = commitment_links.parse_link(_body())
    return jsonify(house().desk.read(lambda work: commitment_links.look(work, link)))


@bp.post("/commitment/answer")
def answer_commitment() -> Response:
    """Say what became of the commitment behind a personal link."""
    house().rates.need("code", address())
    later = commitment_links.parse_later(_body())
    return jsonify(house().desk.write(lambda work: commitment_links.answer(work, later)))


@bp.post("/commitment/forget")
def forget_address() -> Response:
    """Erase the e-mail address of the commitment behind a personal link."""
    house().rates.need("code", address())
    link = commitment_links.parse_link(_body())
    return jsonify(house().desk.write(lambda work: commitment_links.forget_address(work, link)))


def _ticket() -> str:
    scheme, _, ticket = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not ticket:
        raise TicketUnknown
    return ticket


def _body() -> object:
    """The JSON that was sent, only as JSON: a form of another site cannot send this type."""
    if request.mimetype != "application/json":
        raise BadShape
    if (request.content_length or 0) > current_app.config["API_LARGEST_MESSAGE"]:
        raise TooBig
    try:
        return json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise BadShape from None
