"""What people promise to do next."""

from facilitator.domain.sessions import Session
from facilitator.presenters.commitments import NEWEST, commitments_topic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import commitments
from facilitator.storage.database import Work


def put_commitments(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `commitments`; the session's mode decides whether organisations are named."""
    if not (changed.has("commitments") or changed.has("session")):
        return
    count = commitments.count(work, session.id)
    public = commitments.newest_public(work, session.id, most=NEWEST) if count else ()
    topics.put("commitments", lambda audience: commitments_topic(session, count, public, audience))
