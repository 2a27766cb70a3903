"""Tells every audience what changed: once a window, one read, one rendering, one frame an audience.

All audiences that are due are told from the same read; who has nobody here is not read for at all.
The window stretches with what a flush costs, so that at least half of the time stays free for answers.
A host's act goes out at once. Answers and ideas are gathered for a window, and in a small room for a
longer one, because there a number that moves by one tells who just answered.
"""

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import structlog
from flask_socketio import SocketIO

from facilitator.domain.errors import LinkRevoked, Refusal
from facilitator.presenters.payloads import Audience, Room, State, VoicePayload
from facilitator.presenters.refusals import clock, nack
from facilitator.services.chatham import without_names
from facilitator.services.desk import Desk
from facilitator.services.dispatch import Done
from facilitator.services.gauges import Stopwatch
from facilitator.services.state import read_me
from facilitator.services.voice import read_voices
from facilitator.settings import Settings
from facilitator.storage import people, sessions

URGENT_S = 0.02
TICK_S = 1.0
VOICES_EVERY_S = 15.0
NEVER = math.inf
ALL: frozenset[Audience] = frozenset({"participant", "stage", "moderator"})
log = structlog.get_logger()


@dataclass(kw_only=True)
class _Chain:
    """What one audience of one session was told last, and when it will be told more.

    `sent` is how far was looked for it; `told` is the last change that it heard of, or needed to.
    """

    sent: int
    told: int
    flushed_at: float = 0.0
    due_at: float = NEVER


@dataclass(kw_only=True)
class _Session:
    """`latest` is the number of the last change that is known of; `people` wait for changes of their own things."""

    chains: dict[Audience, _Chain]
    latest: int
    people: set[int] = field(default_factory=set)
    cost_s: float = 0.0
    voices: list[VoicePayload] = field(default_factory=list)
    voices_due_at: float = 0.0
    is_flushing: bool = False


class Broadcaster:
    """Listens to the desk and writes to the sockets."""

    def __init__(self, socketio: SocketIO, desk: Desk, settings: Settings) -> None:
        self._server = socketio.server
        self._desk = desk
        self._presence = desk.presence
        self._settings = settings
        self._sessions: dict[int, _Session] = {}
        desk.listen(self._mark)
        socketio.server.manager.must_give_way = lambda: desk.writer.is_committing
        losses = socketio.server.manager.wires.losses
        desk.gauges.watch("facilitator_replaced", "Frames that newer ones replaced.", lambda: losses.replaced)
        desk.gauges.watch("facilitator_cut_off", "Clients closed because they were behind.", lambda: losses.cut_off)

    def start(self) -> None:
        """Begin the once-a-second look at what others changed and who is here."""
        self._desk.loop.spawn(self._tick_forever)

    def _mark(self, done: Done) -> None:
        known = self._session(done.session_id, done.ack["rev"] - 1)
        known.latest = max(known.latest, done.ack["rev"])
        known.people |= done.people
        self._schedule(done.session_id, ALL, is_urgent=done.is_urgent)

    def _session(self, session_id: int, rev: int) -> _Session:
        if session_id not in self._sessions:
            chains: dict[Audience, _Chain] = {audience: _Chain(sent=rev, told=rev) for audience in ALL}
            self._sessions[session_id] = _Session(chains=chains, latest=rev)
        return self._sessions[session_id]

    def _schedule(self, session_id: int, audiences: Iterable[Audience], *, is_urgent: bool) -> None:
        moments, now = set(), time.monotonic()
        for audience in audiences:
            chain = self._sessions[session_id].chains[audience]
            if chain.due_at != NEVER and not is_urgent:
                continue
            due_at = now + URGENT_S if is_urgent else self._next_window(session_id, audience, now)
            if due_at < chain.due_at:
                chain.due_at = due_at
                moments.add(due_at)
        for moment in moments:
            self._desk.loop.spawn(lambda moment=moment: self._flush_at(session_id, moment))  # type: ignore[misc]

    def _next_window(self, session_id: int, audience: Audience, now: float) -> float:
        """When an audience is told of a change that nobody is in a hurry for.

        In a small room it waits a whole slow step, also when it is the first for long: a number that moves
        right after somebody tapped tells who it was.
        """
        if audience != "moderator" and self._presence.participants(session_id) < self._settings.small_room:
            return now + self._settings.small_room_window_ms / 1000
        known = self._sessions[session_id]
        window_s = max(self._settings.window_ms / 1000, 2 * known.cost_s)
        return max(now + URGENT_S, known.chains[audience].flushed_at + window_s)

    def _flush_at(self, session_id: int, moment: float) -> None:
        """Tell every audience that is due by then, all of them from one read."""
        known = self._sessions[session_id]
        self._desk.loop.sleep(max(0.0, moment - time.monotonic()))
        while known.is_flushing:
            self._desk.loop.sleep(URGENT_S)
        # Counted from its beginning: what comes while a flush runs must wait for the next window.
        now = max(moment, time.monotonic())
        due = {audience: chain for audience, chain in known.chains.items() if chain.due_at <= now}
        if not due:
            return
        for chain in due.values():
            chain.due_at, chain.flushed_at = NEVER, now
        known.is_flushing = True
        watch = Stopwatch()
        try:
            self._flush(session_id, known, due)
        except Refusal as refusal:
            log.warning("not_sent", code=refusal.code)
        finally:
            known.is_flushing, known.cost_s = False, watch.seconds

    def _flush(self, session_id: int, known: _Session, due: Mapping[Audience, _Chain]) -> None:
        present = self._presence.audiences(session_id)
        for audience in due.keys() - present:
            self._note_sent(session_id, audience, known.latest)
            due[audience].told = due[audience].sent
        listening = frozenset(due.keys() & present)
        if listening:
            since = min(due[audience].sent for audience in listening)
            states = self._desk.changes(session_id, listening, since)
            for audience, state in states.items():
                self._note_sent(session_id, audience, state["rev"])
            for audience, state in states.items():
                if state["topics"] or state["posts"] or state["questions"]:
                    self._tell(f"{session_id}:{audience}", due[audience], state)
        if "participant" in due:
            self._tell_people(known)

    def _tell(self, room: str, chain: _Chain, state: State) -> None:
        """Tell an audience what changed since it heard anything: in between there was nothing for it to hear."""
        since = min(state["since"] or 0, chain.told)
        chain.told = state["rev"]
        self._server.emit("change", {**state, "since": since}, to=room)

    def _note_sent(self, session_id: int, audience: Audience, rev: int) -> None:
        """Whoever comes from now on needs a snapshot that is as new, be it that nobody was there to be told."""
        chain = self._sessions[session_id].chains[audience]
        chain.sent = max(chain.sent, rev)
        self._desk.shared.sent(session_id, audience, chain.sent)

    def _tell_people(self, known: _Session) -> None:
        waiting, known.people = known.people, set()
        if not waiting:
            return
        rev = known.chains["participant"].sent
        own = self._desk.read(lambda work: {who: read_me(work, who) for who in waiting})
        for participant_id, me in own.items():
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
            known.latest = max(known.latest, rev)
            behind = [audience for audience, chain in known.chains.items() if rev > chain.sent]
            self._schedule(session_id, behind, is_urgent=False)

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
                self._server.emit("room", self._present(session_id), to=f"{session_id}:moderator")

    def _present(self, session_id: int) -> Room:
        here = self._presence.room(session_id, clock()["now_ms"])
        room: Room = {**here, "voices": self._voices(session_id)}
        return self._desk.read(lambda work: without_names(work, session_id, room))

    def _voices(self, session_id: int) -> list[VoicePayload]:
        """Who is being heard, looked at so seldom that nobody can tell who it was that spoke."""
        known, now = self._sessions[session_id], time.monotonic()
        if now >= known.voices_due_at:
            known.voices_due_at = now + VOICES_EVERY_S
            known.voices = self._desk.read(lambda work: read_voices(work, session_id))
        return known.voices
