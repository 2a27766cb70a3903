"""How fast one client talks. Who pours out messages waits a moment in between, so that others are heard, too."""

import time

BREATH = 8
TOO_SOON_S = 0.1
PAUSE_S = 0.02


class Pace:
    """Counts one client's messages, however they are cut into reads: a large one comes in several."""

    __slots__ = ("_breathed_at", "_heard")

    def __init__(self) -> None:
        self._heard, self._breathed_at = 0, 0.0

    def pause_s(self) -> float:
        """How long to wait after a message: a moment after several that nobody who means well says so fast."""
        self._heard += 1
        if self._heard % BREATH:
            return 0.0
        now = time.monotonic()
        is_too_soon = now - self._breathed_at < TOO_SOON_S
        self._breathed_at = now + PAUSE_S if is_too_soon else now
        return PAUSE_S if is_too_soon else 0.0
