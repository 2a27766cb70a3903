"""What is kept no longer: sessions whose day has come, and records that nobody needs any more."""

from datetime import timedelta
from typing import Final

from facilitator.storage import records, sessions
from facilitator.storage.database import Work

REPEATS_LAST: Final = timedelta(days=1)
"""A browser that could not send for a day starts anew."""


def sweep(work: Work) -> int:
    """Erase what is due, with everything in it. Returns how many sessions went."""
    records.forget_ops(work, work.now - REPEATS_LAST)
    return sessions.erase_due(work, work.now.date())
