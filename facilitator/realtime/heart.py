"""One heart for everybody: asks each client now and then whether it is still there, and parts with who is silent.

Engine.io would start a task a client for every beat, and look after each of them only now and then.
What it looks at is `last_ping`, the moment of a question that is not answered yet.
"""

import contextlib
import time
from typing import Any

from engineio import packet as eio
from engineio.exceptions import EngineIOError

from facilitator.concurrency import Loop

SLOWEST_BEAT_S = 1.0


class Heart:
    """Asks every session that it adopted, once per `ping_interval`."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._due: dict[Any, float] = {}
        self._is_beating = False

    def adopt(self, session: Any) -> None:  # noqa: ANN401  engine.io's, which is not typed
        """Ask this session from now on; engine.io asks nobody whom it believes to be asked already."""
        session.last_ping = None
        self._due[session] = time.monotonic() + session.server.ping_interval
        if not self._is_beating:
            self._is_beating = True
            self._loop.spawn(self._beat)

    def heard(self, session: Any) -> None:  # noqa: ANN401  see adopt
        """It answered."""
        session.last_ping = None

    def forget(self, session: Any) -> None:  # noqa: ANN401  see adopt
        """It is gone."""
        self._due.pop(session, None)

    def _beat(self) -> None:
        pause = SLOWEST_BEAT_S
        while True:
            self._loop.sleep(pause)
            now = time.monotonic()
            for session, due in list(self._due.items()):
                pause = min(SLOWEST_BEAT_S, session.server.ping_interval / 4)
                with contextlib.suppress(EngineIOError):  # it went this very moment
                    if session.last_ping is not None:
                        session.check_ping_timeout()
                    elif now >= due:
                        self._due[session] = now + session.server.ping_interval
                        session.last_ping = time.time()
                        session.send(eio.Packet(eio.PING))
