"""What is kept no longer: sessions whose day has come, and records that nobody needs any more."""

from datetime import timedelta
from typing import Final

from facilitator.services.resets import SHELF_LASTS
from facilitator.services.topics.hints import forget_all
from facilitator.storage import commitments, records, sessions, shelf
from facilitator.storage.database import Work

REPEATS_LAST: Final = timedelta(days=1)
"""A browser that could not send for a day starts anew."""


def sweep(work: Work) -> int:
    """Erase what is due, with everything in it. Returns how many sessions went."""
    records.forget_ops(work, work.now - REPEATS_LAST)
    _clear_shelf(work)
    commitments.erase_addresses(work, work.now.date())
    erased = sessions.erase_due(work, work.now.date())
    if erased:
        forget_all()
    return erased


def _clear_shelf(work: Work) -> None:
    """Erase answers that were put aside a day ago. Browsers learn that they cannot come back."""
    for session_id, poll_ids in shelf.erase_until(work, work.now - SHELF_LASTS).items():
        session = sessions.find(work, session_id)
        if session is not None:
            session.rev += 1
            records.stamp_topics(work, session_id, {f"poll:{poll_id}" for poll_id in poll_ids}, session.rev)
