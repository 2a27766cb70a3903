"""One heart for everybody: asks each client now and then whether it is still there, and parts with who is silent.

Engine.io would start a task a client for every beat, and look after each of them only now and then. It judges by
`last_ping`, a time of day that may jump; without one it leaves the judging to us.
"""

import contextlib
import math
import time
from collections.abc import Iterator
from typing import Any, Final

from engineio import packet as eio
from engineio.exceptions import EngineIOError

from facilitator.concurrency import Loop

BEAT_S = 0.05
"""Often, and few at a time: a crowd that answers in one moment would hold up everybody who has something to say."""
_PING: Final = eio.Packet(eio.PING)


class Heart:
    """Asks every session that it adopted, once per `ping_interval` or a little later."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._due: dict[Any, float] = {}  # when each will be asked, the earliest first
        self._asked: dict[Any, float] = {}  # when each must have answered, the earliest first
        self._is_beating = False

    def adopt(self, session: Any) -> None:  # noqa: ANN401  engine.io's, which is not typed
        """Ask this session from now on."""
        session.last_ping = None
        self._due[session] = time.monotonic() + session.server.ping_interval
        if not self._is_beating:
            self._is_beating = True
            self._loop.spawn(lambda: self._beat_forever(session.server.ping_interval))

    def heard(self, session: Any) -> None:  # noqa: ANN401  see adopt
        """It answered."""
        self._asked.pop(session, None)

    def forget(self, session: Any) -> None:  # noqa: ANN401  see adopt
        """It is gone."""
        self._due.pop(session, None)
        self._asked.pop(session, None)

    def _beat_forever(self, interval_s: float) -> None:
        pause = min(BEAT_S, interval_s / 4)
        while True:
            self._loop.sleep(pause)
            self._part_with_silent()
            # Twice as many as it takes: a crowd that came in one moment is asked within half of the interval.
            self._ask(1 + math.ceil(2 * len(self._due) * pause / interval_s))

    def _part_with_silent(self) -> None:
        for session in _up_to_now(self._asked):
            self.forget(session)
            with contextlib.suppress(EngineIOError):  # it went this very moment
                session.close(wait=False, abort=False, reason=session.server.reason.PING_TIMEOUT)

    def _ask(self, most: int) -> None:
        for _, session in zip(range(most), _up_to_now(self._due), strict=False):
            del self._due[session]
            now = time.monotonic()
            self._due[session] = now + session.server.ping_interval
            if session not in self._asked:
                self._asked[session] = now + session.server.ping_timeout
                with contextlib.suppress(EngineIOError):  # see above
                    session.send(_PING)


def _up_to_now(moments: dict[Any, float]) -> Iterator[Any]:
    """Who is due by now, the earliest first; whoever takes one has to take it out, or put it at the end."""
    now = time.monotonic()
    while moments:
        first = next(iter(moments))
        if moments[first] > now:
            return
        yield first
