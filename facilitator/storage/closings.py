"""The figures that are kept of ended sessions, as rows."""

from facilitator.domain.closing import Closing
from facilitator.storage.database import Work


def find(work: Work, session_id: int) -> Closing | None:
    """What was kept of a session; None while it has not ended."""
    return work.orm.get(Closing, session_id)


def put(work: Work, closing: Closing) -> None:
    """Keep it."""
    work.orm.add(closing)
