"""Tells every audience what changed: once a window, one read, one rendering, one frame an audience.

The window stretches with what a flush costs, so that at least half of the time stays free for answers.
A host's act goes out at once. Answers and ideas are gathered for a window, and in a small room for a
longer one, because there a number that moves by one tells who just answered.
"""

import time
from dataclasses import dataclass, field

import structlog
from flask_socketio import SocketIO

from facilitator.domain.errors import LinkRevoked, Refusal
from facilitator.presenters.payloads import Audience
from facilitator.presenters.refusals import clock, nack
from facilitator.services.desk import Desk
from facilitator.services.dispatch import Done
from facilitator.services.gauges import Stopwatch
from facilitator.services.state import read_me
from facilitator.settings import Settings
from facilitator.storage import people, sessions

URGENT_S = 0.02
TICK_S = 1.0
ALL: frozenset[Audience] = frozenset({"participant", "stage", "moderator"})
log = structlog.get_logger()


@dataclass(kw_only=True)
class _Chain:
    """What one audience of one session was told last."""

    sent: int
    flushed_at: float = 0.0
    cost_s: float = 0.0
    is_due: bool = False
    is_flushing: bool = False


@dataclass(kw_only=True)
class _Session:
    chains: dict[Audience, _Chain]
    people: set[int] = field(default_factory=set)


class Broadcaster:
    """Listens to the desk and writes to the sockets."""

    def __init__(self, socketio: SocketIO, desk: Desk, settings: Settings) -> None:
        self._server = socketio.server
        self._desk = desk
        self._presence = desk.presence
        self._settings = settings
        self._sessions: dict[int, _Session] = {}
        desk.listen(self._mark)
        losses = socketio.server.manager.wires.losses
        desk.gauges.watch("facilitator_replaced", "Frames that newer ones replaced.", lambda: losses.replaced)
        desk.gauges.watch("facilitator_cut_off", "Clients closed because they were behind.", lambda: losses.cut_off)

    def start(self) -> None:
        """Begin the once-a-second look at what others changed and who is here."""
        self._desk.loop.spawn(self._tick_forever)

    def _mark(self, done: Done) -> None:
        known = self._session(done.session_id, done.ack["rev"] - 1)
        known.people |= done.people
        for audience in ALL:
            self._schedule(done.session_id, audience, is_urgent=done.is_urgent)

    def _session(self, session_id: int, rev: int) -> _Session:
        if session_id not in self._sessions:
            self._sessions[session_id] = _Session(chains={audience: _Chain(sent=rev) for audience in ALL})
        return self._sessions[session_id]

    def _schedule(self, session_id: int, audience: Audience, *, is_urgent: bool) -> None:
        chain = self._sessions[session_id].chains[audience]
        if chain.is_due and not is_urgent:
            return
        chain.is_due = True
        delay = URGENT_S if is_urgent else self._delay_s(session_id, audience)
        self._desk.loop.spawn(lambda: self._flush_later(session_id, audience, delay))

    def _delay_s(self, session_id: int, audience: Audience) -> float:
        """How long a change that nobody is in a hurry for waits for others.

        In a small room it waits a whole slow step, also when it is the first for long: a number that moves
        right after somebody tapped tells who it was.
        """
        is_small = self._presence.participants(session_id) < self._settings.small_room
        if is_small and audience != "moderator":
            return self._settings.small_room_window_ms / 1000
        chain = self._sessions[session_id].chains[audience]
        window_s = max(self._settings.window_ms / 1000, 2 * chain.cost_s)
        return max(URGENT_S, chain.flushed_at + window_s - time.monotonic())

    def _flush_later(self, session_id: int, audience: Audience, delay: float) -> None:
        self._desk.loop.sleep(delay)
        chain = self._sessions[session_id].chains[audience]
        while chain.is_flushing:
            self._desk.loop.sleep(URGENT_S)
        if not chain.is_due:
            return
        chain.is_due, chain.is_flushing = False, True
        watch = Stopwatch()
        # Counted from its beginning: what comes while a flush runs must wait for the next window.
        chain.flushed_at = time.monotonic()
        try:
            self._flush(session_id, audience, chain)
        except Refusal as refusal:
            log.warning("not_sent", code=refusal.code)
        finally:
            chain.is_flushing, chain.cost_s = False, watch.seconds

    def _flush(self, session_id: int, audience: Audience, chain: _Chain) -> None:
        state = self._desk.changes(session_id, frozenset({audience}), chain.sent)[audience]
        chain.sent = state["rev"]
        self._desk.shared.sent(session_id, audience, state["rev"])
        if state["topics"] or state["posts"] or state["questions"]:
            self._server.emit("change", state, to=f"{session_id}:{audience}")
        if audience == "participant":
            self._tell_people(session_id, state["rev"])

    def _tell_people(self, session_id: int, rev: int) -> None:
        known = self._sessions[session_id]
        waiting, known.people = known.people, set()
        for participant_id in waiting:
            me = self._desk.read(lambda work, who=participant_id: read_me(work, who))  # type: ignore[misc]
            self._server.emit("me", {"rev": rev, "me": me}, to=f"me:{participant_id}")

    def _tick_forever(self) -> None:
        while True:
            self._desk.loop.sleep(TICK_S)
            try:
                self._look_for_changes()
                self._drop_revoked()
                self._tell_rooms()
            except Refusal as refusal:
                log.warning("tick_failed", code=refusal.code)

    def _look_for_changes(self) -> None:
        """Changes that other processes made, or that a lost reply hid from us."""
        for session_id, rev in self._desk.read(sessions.list_running):
            known = self._session(session_id, rev)
            for audience, chain in known.chains.items():
                if rev > chain.sent and not chain.is_due:
                    self._schedule(session_id, audience, is_urgent=False)

    def _drop_revoked(self) -> None:
        """Close the sockets of links that were revoked, wherever that was done."""
        holders = {seat.actor.key: seat.actor for seat in self._presence.seats.values()}
        ids = [int(key[1:]) for key in holders if key.startswith("l")]
        for link_id in self._desk.read(lambda work: people.revoked_among(work, ids)) if ids else ():
            actor = holders[f"l{link_id}"]
            room = f"holder:{actor.session_id}:{actor.key}"
            self._server.emit("bye", {**nack(LinkRevoked()), "retry_in_ms": None}, to=room)
            for sid in [sid for sid, seat in self._presence.seats.items() if seat.actor.key == actor.key]:
                self._server.disconnect(sid)

    def _tell_rooms(self) -> None:
        for session_id in self._sessions:
            if "moderator" in self._presence.audiences(session_id):
                room = self._presence.room(session_id, clock()["now_ms"])
                self._server.emit("room", room, to=f"{session_id}:moderator")
