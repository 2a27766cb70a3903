"""The end of serving: everybody is told when to come back, each at another moment."""

from random import Random

from flask_socketio import SocketIO

from facilitator.domain.errors import Restarting
from facilitator.presenters.refusals import nack
from facilitator.services.desk import Desk

SOONEST_MS = 2_000
LATEST_MS = 3_000
"""Who comes before a new process serves, and it takes two to three seconds, comes in vain and then waits longer."""
AT_ONCE = 64
LINGER_S = 0.3


def say_goodbye(socketio: SocketIO, desk: Desk) -> None:
    """Tell every socket that the server restarts, and close it so that browsers come back by themselves (1012).

    Spread, lest all come back in the same moment.
    """
    chance = Random()  # noqa: S311  spreading a crowd needs no secrecy
    sids = [sid for sid, seat in desk.presence.seats.items() if not seat.over_http]
    for number, sid in enumerate(sids):
        bye = {**nack(Restarting()), "retry_in_ms": chance.randint(SOONEST_MS, LATEST_MS)}
        socketio.server.emit("bye", bye, to=sid)
        if number % AT_ONCE == 0:
            desk.loop.sleep(0)
    desk.loop.sleep(LINGER_S)
    socketio.server.manager.wires.end_all()
    desk.loop.sleep(LINGER_S)
