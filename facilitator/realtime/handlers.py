"""What a browser may say over its socket: five events, each parsed, handed to the desk, answered."""

from collections.abc import Callable
from typing import Any

import structlog
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as Refused

from facilitator.domain.errors import BadShape, Refusal, Trouble
from facilitator.domain.permissions import Actor
from facilitator.presenters.payloads import State
from facilitator.presenters.refusals import clock, nack
from facilitator.services.desk import Desk
from facilitator.services.state import AUDIENCES

MOST_UNSENT = 1000
MOST_SOCKETS = 4
log = structlog.get_logger()


class Handlers:
    """The socket edge's side of the protocol."""

    def __init__(self, socketio: SocketIO, desk: Desk) -> None:
        self._server = socketio.server
        self._desk = desk
        self._presence = desk.presence
        self._tickets: dict[str, str] = {}
        self._newcomers: dict[str, tuple[Actor, State]] = {}
        self._server.manager.greet = self._greet
        for name in ("connect", "disconnect", "act", "state", "clock", "echo", "report"):
            self._server.on(
                name, _answered(getattr(self, name)) if name not in {"connect", "disconnect"} else getattr(self, name)
            )

    def connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        """Let somebody in and give them the state. Refused with a Nack when the ticket is no good."""
        ticket = auth.get("ticket") if isinstance(auth, dict) else None
        try:
            self._desk.rates.need("handshake", environ.get("REMOTE_ADDR", "unknown"))
            actor, state = self._desk.enter(ticket)
        except Refusal as refusal:
            raise Refused(refusal.message, nack(refusal)) from None
        self._tickets[sid] = str(ticket)
        for oldest in self._presence.sids_of(actor)[: -(MOST_SOCKETS - 1)]:
            self._server.disconnect(oldest)
        self._presence.enter(sid, actor)
        for room in rooms_of(actor):
            self._server.enter_room(sid, room)
        self._newcomers[sid] = actor, state

    def disconnect(self, sid: str, *reason: object) -> None:
        """Somebody is gone."""
        del reason
        self._tickets.pop(sid, None)
        self._newcomers.pop(sid, None)
        self._presence.leave(sid)

    def act(self, sid: str, envelope: object = None) -> object:
        """A command."""
        return self._desk.act(self._tickets.get(sid), envelope)

    def state(self, sid: str, ask: object = None) -> object:
        """A browser that missed something asks for the truth."""
        since = ask.get("since") if isinstance(ask, dict) else None
        if since is not None and (not isinstance(since, int) or isinstance(since, bool) or since < 0):
            raise BadShape
        ticket = self._tickets.get(sid)
        self._desk.rates.need("state", str(ticket))
        return self._desk.state(ticket, since)

    def clock(self, sid: str, ask: object = None) -> object:
        """A browser sets its clock."""
        del sid, ask
        return clock()

    def echo(self, sid: str, said: object = None) -> object:
        """A stage says what it shows."""
        self._presence.echo(sid, _string(said, "showing"))
        return clock()

    def report(self, sid: str, said: object = None) -> object:
        """A phone says how much it could not send yet."""
        unsent = said.get("unsent") if isinstance(said, dict) else None
        if not isinstance(unsent, int) or not 0 <= unsent <= MOST_UNSENT:
            raise BadShape
        self._presence.report(sid, unsent)
        return clock()

    def _greet(self, sid: str) -> None:
        """Give a newcomer the state, read again when others were told of changes in the meantime."""
        newcomer = self._newcomers.pop(sid, None)
        if newcomer is None:
            return
        actor, state = newcomer
        try:
            while not self._desk.is_current(actor, state):
                state = self._desk.state(self._tickets.get(sid), None)
        except Refusal as refusal:
            self._server.emit("bye", {**nack(refusal), "retry_in_ms": None}, to=sid)
        else:
            self._server.emit("snapshot", state, to=sid)


def rooms_of(actor: Actor) -> list[str]:
    """The rooms that an actor's frames are sent to."""
    rooms = [f"{actor.session_id}:{AUDIENCES[actor.role]}", f"holder:{actor.session_id}:{actor.key}"]
    if actor.participant_id is not None:
        rooms.append(f"me:{actor.participant_id}")
    return rooms


def _answered(handler: Callable[..., object]) -> Callable[..., object]:
    """A handler whose refusals become Nacks, and whose failures are logged once and told in words."""

    def answer(sid: str, *said: object) -> object:
        try:
            return handler(sid, *said)
        except Refusal as refusal:
            return nack(refusal)
        except Exception:
            log.exception("event_failed")
            return nack(Trouble())

    return answer


def _string(said: object, key: str) -> str:
    value = said.get(key) if isinstance(said, dict) else None
    if not isinstance(value, str):
        raise BadShape
    return value
