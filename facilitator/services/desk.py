"""The desk: where both edges hand in commands and questions, and wait for the reply.

It brings together the writer, the readers, the tickets and the loop. Nothing here knows HTTP or
sockets, and the database is never touched on the serving loop.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from facilitator.concurrency import Loop, Reply
from facilitator.domain.errors import Refusal
from facilitator.domain.permissions import Actor
from facilitator.presenters.payloads import Ack, Audience, Door, Joined, State
from facilitator.services import dispatch, joining
from facilitator.services.access import access_actor
from facilitator.services.crowds import CROWDS
from facilitator.services.dispatch import Done, Listener
from facilitator.services.gauges import Gauges, Stopwatch
from facilitator.services.presence import Presence
from facilitator.services.rates import Rates, rate_of
from facilitator.services.shared import SharedStates
from facilitator.services.state import AUDIENCES, read_me, read_state, shared_state
from facilitator.services.tickets import Tickets
from facilitator.storage.database import Database, Work
from facilitator.storage.readers import Readers
from facilitator.storage.writer import Job, Writer

T = TypeVar("T")


@dataclass(frozen=True)
class _Told:
    """Gives a command's outcome to the listeners, then to whoever waits, should they still be there."""

    reply: Reply
    tell: Callable[[Done], None]

    def give(self, value: Done) -> None:
        """The command was stored."""
        self.tell(value)
        self.reply.give(value)

    def fail(self, error: BaseException) -> None:
        """The command was refused."""
        self.reply.fail(error)


class Desk:
    """Takes commands and questions from the edges. Every method may raise a Refusal."""

    def __init__(self, *, loop: Loop, database: Database, tickets: Tickets, rates: Rates, queue_limit: int) -> None:
        self.loop = loop
        self.tickets = tickets
        self.rates = rates
        self.presence = Presence()
        self.writer = Writer(database, loop.call_soon, queue_limit)
        self.gauges = Gauges(self.writer, self.presence)
        self.shared = SharedStates()
        self._readers = Readers(database, loop.call_soon)
        self.is_draining = False
        self.visits: set[object] = set()
        """Pages and forms that are being served; who brings them here takes them away."""
        self._listeners: list[Listener] = []

    @property
    def is_busy(self) -> bool:
        """Tell whether somebody waits for a page, or for what is being stored."""
        return bool(self.visits or self.writer.waiting or self.writer.is_committing)

    def listen(self, listener: Listener) -> None:
        """Be told on the loop of everything that was stored."""
        self._listeners.append(listener)

    def act(self, ticket: object, raw: object) -> Ack:
        """Carry out a command as it was sent, store it, and reply after the commit."""
        watch = Stopwatch()
        try:
            ack = self._act(ticket, raw)
        except Refusal as refusal:
            self.gauges.refused(refusal.code)
            raise
        self.gauges.acked(watch.seconds)
        return ack

    def _act(self, ticket: object, raw: object) -> Ack:
        holder, order = self.tickets.read(ticket), dispatch.parse(raw)
        self.rates.need(rate_of(order.name), str(ticket))
        reply = self.loop.reply()
        self.writer.submit(
            Job(
                run=lambda work: dispatch.perform(work, holder, order),
                reply=_Told(reply, self._tell),
                prepare=CROWDS.get(order.name),
                about=(holder, order),
            )
        )
        return cast("Done", reply.wait()).ack

    def actor(self, ticket: object) -> Actor:
        """Who holds a ticket, now."""
        holder = self.tickets.read(ticket)
        return self.read(lambda work: access_actor(work, holder))

    def enter(self, ticket: object) -> tuple[Actor, State]:
        """Who holds a ticket, and what they see, from one read.

        Whoever listens from now on must ask `is_current` afterwards: what was sent meanwhile is not in it.
        """
        holder = self.tickets.read(ticket)

        def look(work: Work) -> tuple[Actor, State]:
            actor = access_actor(work, holder)
            return actor, self._state_of(work, actor, None)

        return self.read(look)

    def is_current(self, actor: Actor, state: State) -> bool:
        """Tell whether a snapshot holds everything that was sent to everybody by now."""
        return state["rev"] >= self.shared.last_sent(actor.session_id, AUDIENCES[actor.role])

    def state(self, ticket: object, since: int | None) -> State:
        """What the holder of a ticket sees: a snapshot, or what changed after `since`."""
        holder = self.tickets.read(ticket)
        return self.read(lambda work: self._state_of(work, access_actor(work, holder), since))

    def changes(self, session_id: int, audiences: frozenset[Audience], since: int) -> dict[Audience, State]:
        """What changed after `since` for several audiences, from one read."""
        return self.read(lambda work: shared_state(work, session_id, audiences, since))

    def door(self, code: str) -> Door:
        """What somebody with a code may know before joining."""
        return self.read(lambda work: joining.look_at_door(work, code))

    def join(self, raw: object) -> Joined:
        """Let somebody in and give them their ticket."""
        request = joining.parse(raw)
        reply = self.loop.reply()
        self.writer.submit(
            Job(
                run=lambda work: joining.join(work, request),
                reply=reply,
                prepare=joining.prepare_joins,
                about=request,
            )
        )
        return cast("Joined", reply.wait())

    def read(self, question: Callable[[Work], T]) -> T:
        """Ask the database something and wait for the answer."""
        reply = self.loop.reply()
        self._readers.submit(Job(run=question, reply=reply))
        return cast("T", reply.wait())

    def write(self, act: Callable[[Work], T]) -> T:
        """Change something that belongs to no session's state."""
        reply = self.loop.reply()
        self.writer.submit(Job(run=act, reply=reply))
        return cast("T", reply.wait())

    def stop(self) -> None:
        """Finish what waits and end the threads."""
        self.writer.stop()
        self._readers.stop()

    def _tell(self, done: Done) -> None:
        if not done.is_repeat:
            for listener in self._listeners:
                listener(done)

    def _state_of(self, work: Work, actor: Actor, since: int | None) -> State:
        audience = AUDIENCES[actor.role]
        if since is not None or audience == "moderator":
            return read_state(work, actor, since)
        state = self.shared.get(work, actor.session_id, audience)
        if actor.participant_id is not None:
            state["me"] = read_me(work, actor.participant_id)
        return state
