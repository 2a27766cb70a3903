"""Who may stay: counts what cannot be meant well, and shows out whoever does it too often.

A stranger is a connection that has not said who it is. It has a minute and a few tries to do so, and nobody
asks whether it is still there; when the house is full, the one who waits longest has to go. A guest has ten
malformed packets, and more messages than a person can send, though no flood of them. Each client fills at
most one line of the log a minute, and all of them together one a second.
"""

import time
from dataclasses import dataclass
from typing import Any

import structlog
from websockets.frames import CloseCode

from facilitator.domain.errors import BadShape
from facilitator.presenters.refusals import nack
from facilitator.realtime.heart import BEAT_S
from facilitator.realtime.moments import Moments
from facilitator.realtime.packets import MALFORMED
from facilitator.realtime.websocket import Wires

MOST_STRIKES = 10
MOST_INTRODUCTIONS = 4
INTRODUCTION_S = 60.0
MOMENT_S = 1.0
FLOOD = 400
FLOOD_S = 2.0
QUIET_S = 60.0
QUIET_OF_ALL_S = 1.0
KEPT = ("REMOTE_ADDR", "HTTP_HOST", "HTTP_ORIGIN", "wsgi.url_scheme")
_CONNECT = "0"
log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class _Guest:
    """What is remembered of one connection."""

    introductions: int = 0
    strikes: int = 0
    heard: int = 0
    heard_since: float = 0.0
    may_log_at: float = 0.0


class Gate:
    """Stands between engine.io and Socket.IO; both keep their own handlers behind it."""

    def __init__(self, server: Any, wires: Wires) -> None:  # noqa: ANN401  the library is not typed
        self._server = server
        self._wires = wires
        self._guests: dict[str, _Guest] = {}
        self._strangers = Moments[str]()  # to have said who they are
        self._is_watching = False
        self._may_log_at = 0.0
        behind = dict(server.eio.handlers)
        self._enter_behind, self._hear_behind = behind["connect"], behind["message"]
        self._leave_behind = behind["disconnect"]
        server.eio.on("connect", self._enter)
        server.eio.on("message", self._hear)
        server.eio.on("disconnect", self._leave)
        server.on(MALFORMED, self._strike)
        server.on("*", lambda _event, sid, *_said: self._strike(sid))

    def _enter(self, eio_sid: str, environ: dict[str, Any]) -> object:
        """Let in who asks to upgrade, while there is room; of the request only a little is kept.

        Engine.io would answer who does not ask to upgrade with a session that nobody holds.
        """
        asked = {word.strip() for word in environ.get("HTTP_CONNECTION", "").lower().split(",")}
        if "upgrade" not in asked or not self._has_room():
            return False
        self._wires.heart.relieve(self._server.eio.sockets[eio_sid])
        self._guests[eio_sid] = _Guest()
        self._strangers.put(eio_sid, INTRODUCTION_S)
        if not self._is_watching:
            self._is_watching = True
            self._wires.loop.spawn(self._watch)
        return self._enter_behind(eio_sid, {name: environ.get(name) for name in KEPT})

    def _has_room(self) -> bool:
        """Tell whether one more can come in; a stranger who had a moment to say who they are makes room."""
        if len(self._guests) < self._wires.loop.max_connections:
            return True
        longest_here = next(self._strangers.due(INTRODUCTION_S - MOMENT_S), None)
        if longest_here is not None:
            self._wires.cut(longest_here)
        return longest_here is not None

    def _leave(self, eio_sid: str, reason: str) -> None:
        self._guests.pop(eio_sid, None)
        self._strangers.forget(eio_sid)
        self._leave_behind(eio_sid, reason)

    def _hear(self, eio_sid: str, data: object) -> None:
        """Pass on what a known guest says, and what makes a guest known; nothing else."""
        guest = self._guests.get(eio_sid)
        if guest is None:
            return
        is_introduction = isinstance(data, str) and data.startswith(_CONNECT)
        if is_introduction:
            guest.introductions += 1
        if (
            _is_flooding(guest)
            or guest.introductions > MOST_INTRODUCTIONS
            or not (is_introduction or self._is_known(eio_sid))
        ):
            self._show_out(eio_sid, guest)
        elif is_introduction:
            self._introduce(eio_sid, data)
        else:
            self._hear_behind(eio_sid, data)

    def _introduce(self, eio_sid: str, data: object) -> None:
        """Who is let in is asked from now on whether they are still there; who is not remains a stranger."""
        self._strangers.forget(eio_sid)
        try:
            self._hear_behind(eio_sid, data)
        finally:
            if self._is_known(eio_sid):
                self._wires.heart.adopt(self._server.eio.sockets[eio_sid])
            elif eio_sid in self._guests:
                self._strangers.put(eio_sid, INTRODUCTION_S)

    def _is_known(self, eio_sid: str) -> bool:
        return self._server.manager.sid_from_eio_sid(eio_sid, "/") is not None

    def _strike(self, sid: str, *_said: object) -> object:
        """Count a malformed packet, or an event that nobody knows; its sender is told, up to a point."""
        eio_sid = self._server.manager.eio_sid_from_sid(sid, "/")
        guest = self._guests.get(eio_sid)
        if guest is not None:
            guest.strikes += 1
            if guest.strikes > MOST_STRIKES:
                self._show_out(eio_sid, guest)
            else:
                self._note(eio_sid, guest, "malformed_packet")
        return nack(BadShape())

    def _show_out(self, eio_sid: str, guest: _Guest) -> None:
        self._note(eio_sid, guest, "shown_out")
        self._wires.end(eio_sid, CloseCode.POLICY_VIOLATION)

    def _note(self, eio_sid: str, guest: _Guest, event: str) -> None:
        now = time.monotonic()
        if now >= guest.may_log_at and now >= self._may_log_at:
            guest.may_log_at, self._may_log_at = now + QUIET_S, now + QUIET_OF_ALL_S
            log.warning(event, client=eio_sid[:6], strikes=guest.strikes)

    def _watch(self) -> None:
        """Show out who never said who they are; a crowd of them little by little."""
        while True:
            self._wires.loop.sleep(BEAT_S)
            for eio_sid in self._strangers.few_due(BEAT_S, INTRODUCTION_S):
                self._wires.end(eio_sid, CloseCode.POLICY_VIOLATION)


def _is_flooding(guest: _Guest) -> bool:
    """Count a message; tell whether it is one too many."""
    now = time.monotonic()
    if now - guest.heard_since >= FLOOD_S:
        guest.heard_since, guest.heard = now, 0
    guest.heard += 1
    return guest.heard > FLOOD
