"""The end of serving: everybody is told when to come back, each at another moment."""

from collections.abc import Callable
from random import Random

from flask_socketio import SocketIO

from facilitator.concurrency import Loop
from facilitator.domain.errors import Restarting
from facilitator.presenters.refusals import nack
from facilitator.services.desk import Desk

SOONEST_MS = 1_800
LATEST_MS = 2_600
"""Who comes before a new process serves, and it takes one to two seconds, comes in vain and then waits longer."""
AT_ONCE = 64
LINGER_S = 0.1
ANSWERED_S = 1.0
HEARD_S = 0.4
GLANCE_S = 0.02


def say_goodbye(socketio: SocketIO, desk: Desk) -> None:
    """Tell every socket that the server restarts, and close it so that browsers come back by themselves (1012).

    Spread, lest all come back in the same moment. Whoever is being served is answered before, unless that takes
    long; then we wait until all have heard goodbye, but not for those who do not listen.
    """
    chance = Random()  # noqa: S311  spreading a crowd needs no secrecy
    sids = [sid for sid, seat in desk.presence.seats.items() if not seat.over_http]
    for number, sid in enumerate(sids):
        bye = {**nack(Restarting()), "retry_in_ms": chance.randint(SOONEST_MS, LATEST_MS)}
        socketio.server.emit("bye", bye, to=sid)
        if number % AT_ONCE == 0:
            desk.loop.sleep(0)
    desk.loop.sleep(LINGER_S)
    _wait(desk.loop, ANSWERED_S, lambda: not desk.is_busy)
    wires = socketio.server.manager.wires
    open_by_now = list(wires.open.values())
    wires.end_all()
    _wait(desk.loop, HEARD_S, lambda: not wires.open and all(wire.is_idle for wire in open_by_now))


def _wait(loop: Loop, at_most_s: float, is_so: Callable[[], bool]) -> None:
    for _ in range(round(at_most_s / GLANCE_S)):
        if is_so():
            return
        loop.sleep(GLANCE_S)
