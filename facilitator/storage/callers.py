"""Who calls, and how far their session is: one statement for a whole crowd."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import bindparam, select

from facilitator.domain.people import Participant
from facilitator.domain.sessions import Course, Session
from facilitator.storage.database import Work
from facilitator.storage.people import Holder

_CALLERS: Final = (
    select(Participant.ticket_hash, Participant.id, Participant.session_id, Session.rev, Session.state)
    .join(Session, Session.id == Participant.session_id)
    .where(Participant.ticket_hash.in_(bindparam("hashes", expanding=True)))
    .with_for_update(of=Session)
)


def meet(work: Work, ticket_hashes: Collection[str]) -> dict[str, Holder]:
    """Have many participants at hand for `find_holder`, and their sessions for `find_course`. Returns who holds which.

    PostgreSQL keeps the rows of the sessions locked to the end of a write.
    """
    met: dict[str, Holder] = {}
    for ticket_hash, id_, session_id, rev, state in work.rows(_CALLERS, hashes=list(ticket_hashes)):
        met[ticket_hash] = Holder(id_, session_id)
        if ("course", session_id) not in work.memo:
            work.memo["course", session_id] = Course(id=session_id, rev=rev, state=state)
    work.memo.update({("ticket", ticket_hash): met.get(ticket_hash) for ticket_hash in ticket_hashes})
    return met
