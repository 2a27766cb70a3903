"""The way out for a crowd: a few at a time, so that whoever stays is served meanwhile."""

import threading
from collections import deque

from facilitator.concurrency import Loop, Reply

AT_ONCE = 16


class Turnstile:
    """Lets those who wait go on in the order they came, some in each turn of the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._waiting: deque[Reply] = deque()
        self._lock = threading.Lock()
        self._is_turning = False

    def wait(self) -> None:
        """Wait for one's turn; it comes in this turn of the loop or in the next when few are here."""
        turn = self._loop.reply()
        with self._lock:
            self._waiting.append(turn)
            is_first, self._is_turning = not self._is_turning, True
        if is_first:
            self._loop.spawn(self._let_through)
        turn.wait()

    def _let_through(self) -> None:
        while True:
            with self._lock:
                few = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
                self._is_turning = bool(few)
            if not few:
                return
            for turn in few:
                turn.give(None)
            self._loop.sleep(0)
