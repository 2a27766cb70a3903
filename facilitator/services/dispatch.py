"""The one command path: from an envelope to a stored change, inside the writer's transaction."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from pydantic import ValidationError

from facilitator.domain.base import ms
from facilitator.domain.codes import receipt_of
from facilitator.domain.errors import BadShape, OpReused, Superseded, UnknownCommand
from facilitator.domain.events import ActDone
from facilitator.domain.permissions import HOSTS, Actor
from facilitator.domain.records import Act, DoneOp, Op
from facilitator.presenters.payloads import Ack
from facilitator.services.access import access_actor, access_course
from facilitator.services.commands.base import Envelope
from facilitator.services.orders import Order
from facilitator.services.outcome import Outcome
from facilitator.services.registry import COMMANDS
from facilitator.services.state import read_me
from facilitator.services.tickets import Ticket
from facilitator.storage import records, sessions
from facilitator.storage.database import Work

_IN_ORDER: Final = json.JSONEncoder(sort_keys=True)


@dataclass(frozen=True, kw_only=True)
class Done:
    """What the edges need to know after the commit: the reply, and what to tell whom."""

    ack: Ack
    session_id: int
    topics: frozenset[str]
    people: frozenset[int]
    is_urgent: bool = False
    is_repeat: bool = False


def parse(raw: object) -> Order:
    """An envelope as it was sent, checked against its shape. Raises BadShape or UnknownCommand."""
    try:
        envelope = Envelope.model_validate(raw)
        if envelope.name not in COMMANDS:
            raise UnknownCommand
        shape, _ = COMMANDS[envelope.name]
        command = shape.model_validate(envelope.args)
    except (ValidationError, RecursionError):
        raise BadShape from None
    return Order(
        op_id=envelope.op_id,
        name=envelope.name,
        command=command,
        fingerprint=_fingerprint(envelope),
        instead_of=tuple(envelope.instead_of),
    )


def perform(work: Work, ticket: Ticket, order: Order) -> Done:
    """Carry a command out once, however often it is sent. Runs in the writer's transaction."""
    actor = access_actor(work, ticket)
    done_before = records.find_op(work, actor.key, order.op_id)
    if done_before is not None:
        return _again(work, actor, done_before, order)
    actor.need(order.name)
    session = access_course(work, actor)
    work.events.clear()
    work.rev, work.receipt = session.rev + 1, receipt_of(order.op_id, actor.key)
    _, service = COMMANDS[order.name]
    outcome = service(work, actor, order.command)
    if actor.role in HOSTS:
        _log(work, actor, order, outcome)
    topics = frozenset[str]().union(*(event.topics() for event in work.events))
    if work.events:
        sessions.advance(work, session, work.rev)
        records.stamp_topics(work, session.id, topics, work.rev)
    return _done(work, actor, order, outcome, session.rev, topics)


def _done(work: Work, actor: Actor, order: Order, outcome: Outcome, rev: int, topics: frozenset[str]) -> Done:
    ack: Ack = {"ok": True, "rev": rev, "at_ms": ms(work.now) or 0, "receipt": work.receipt, "me": outcome.me}
    if outcome.made:
        ack["made"] = outcome.made
    kept = {key: value for key, value in ack.items() if key != "me"}
    records.put_op(
        work,
        DoneOp(
            actor=actor.key,
            op_id=order.op_id,
            session_id=actor.session_id,
            fingerprint=order.fingerprint,
            reply=kept,
            done_at=work.now,
        ),
    )
    records.put_off(work, actor.key, order.instead_of, session_id=actor.session_id)
    people = frozenset[int]().union(*(event.people() for event in work.events))
    return Done(
        ack=ack,
        session_id=actor.session_id,
        topics=topics,
        people=people,
        is_urgent=actor.role in HOSTS,
        is_repeat=not work.events,
    )


def _again(work: Work, actor: Actor, op: Op | DoneOp, order: Order) -> Done:
    """The reply of the first time, with the sender's own things as they are now: that reply may be lost."""
    if not op.reply["ok"]:
        raise Superseded
    if op.fingerprint != order.fingerprint:
        raise OpReused
    me = None
    if actor.participant_id is not None:
        work.flush()
        me = read_me(work, actor.participant_id)
    ack = cast("Ack", {**op.reply, "me": me})
    return Done(ack=ack, session_id=op.session_id, topics=frozenset(), people=frozenset(), is_repeat=True)


def _log(work: Work, actor: Actor, order: Order, outcome: Outcome) -> None:
    by, act = outcome.by or actor.name, outcome.act or order.name
    records.put_act(
        work,
        Act(session_id=actor.session_id, at=work.now, by=by, act=act, what=outcome.what[:200], rev=work.rev),
    )
    work.announce(ActDone())


def _fingerprint(envelope: Envelope) -> str:
    said = _IN_ORDER.encode([envelope.name, envelope.args])
    return hashlib.sha256(said.encode()).hexdigest()


Listener = Callable[[Done], None]
