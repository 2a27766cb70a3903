"""The session, its agenda and the log of acts."""

from facilitator.domain.sessions import Session
from facilitator.presenters.acts import acts_topic
from facilitator.presenters.sessions import agenda_topic, session_topic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards, polls, records, sessions
from facilitator.storage.database import Work


def put_session(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `session`."""
    del work
    if changed.has("session"):
        topics.put("session", lambda audience: session_topic(session, audience))


def put_agenda(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `agenda`, which names the questions and boards of each step."""
    if not changed.has("agenda"):
        return
    items = sessions.agenda(work, session.id)
    owned_polls, owned_boards = polls.list_of(work, session.id), boards.list_of(work, session.id)
    topics.put("agenda", lambda audience: agenda_topic(session, items, owned_polls, owned_boards, audience))


def put_acts(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `acts`."""
    if changed.has("acts"):
        topics.put_for_hosts("acts", lambda: acts_topic(records.latest_acts(work, session.id)))
