"""Refusals and the clock, as they leave the server."""

import time

from facilitator.domain.errors import Refusal
from facilitator.presenters.payloads import ClockPayload, Nack


def nack(refusal: Refusal) -> Nack:
    """A refusal with its code, its sentence and whether the same thing may succeed later."""
    return {
        "ok": False,
        "code": refusal.code,
        "message": refusal.message,
        "retry": refusal.retry,
        "details": dict(refusal.details),
    }


def clock() -> ClockPayload:
    """The server's time."""
    return {"now_ms": time.time_ns() // 1_000_000}
