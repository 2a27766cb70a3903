"""One heart for everybody: asks each client now and then whether it is still there, and parts with who is silent.

Engine.io would start a task a client for every beat, and look after each of them only now and then. It judges by
`last_ping`, a time of day that may jump; without one it leaves the judging to us.
"""

import contextlib
from typing import Any, Final

from engineio import packet as eio
from engineio.exceptions import EngineIOError

from facilitator.concurrency import Loop
from facilitator.realtime.moments import Moments

BEAT_S = 0.05
"""Often, and few at a time: a crowd that answers in one moment would hold up everybody who has something to say."""
_PING: Final = eio.Packet(eio.PING)


class Heart:
    """Asks every session that it adopted, once per `ping_interval` or a little later; engine.io asks none."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._due = Moments[Any]()  # to be asked
        self._asked = Moments[Any]()  # to have answered
        self._is_beating = False

    def relieve(self, session: Any) -> None:  # noqa: ANN401  engine.io's, which is not typed
        """Keep engine.io from asking this new session."""
        session.last_ping = None

    def adopt(self, session: Any) -> None:  # noqa: ANN401  see relieve
        """Ask this session from now on."""
        self._due.put(session, session.server.ping_interval)
        if not self._is_beating:
            self._is_beating = True
            self._loop.spawn(lambda: self._beat_forever(session.server.ping_interval))

    def heard(self, session: Any) -> None:  # noqa: ANN401  see relieve
        """It answered."""
        self._asked.forget(session)

    def forget(self, session: Any) -> None:  # noqa: ANN401  see relieve
        """It is gone."""
        self._due.forget(session)
        self._asked.forget(session)

    def _beat_forever(self, interval_s: float) -> None:
        beat_s = min(BEAT_S, interval_s / 4)
        while True:
            self._loop.sleep(beat_s)
            self._part_with_silent()
            for session in self._due.few_due(beat_s, interval_s):
                self._ask(session, interval_s)

    def _part_with_silent(self) -> None:
        for session in self._asked.due():
            self.forget(session)
            with contextlib.suppress(EngineIOError):  # it went this very moment
                session.close(wait=False, abort=False, reason=session.server.reason.PING_TIMEOUT)

    def _ask(self, session: Any, interval_s: float) -> None:  # noqa: ANN401  see relieve
        self._due.put(session, interval_s)
        if session not in self._asked:
            self._asked.put(session, session.server.ping_timeout)
            with contextlib.suppress(EngineIOError):  # see above
                session.send(_PING)
