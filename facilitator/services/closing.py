"""Closing a session's books: keep the figures that cannot be counted any more once the links are cut."""

from facilitator.domain.closing import Closing, contacts_told
from facilitator.domain.matching import Idea, matches
from facilitator.domain.sessions import Session
from facilitator.services.topics.matches import read_ideas
from facilitator.services.voice import heard_in_all
from facilitator.storage import closings, joins
from facilitator.storage.database import Work


def close_books(work: Work, session: Session) -> None:
    """Keep what is told of contacts, of groups and of suggestions. Questions are closed by now, links still there."""
    agreed, possible = joins.count_handshakes(work, session.id)
    least = session.least_group
    contacts = contacts_told(agreed, possible, least=least)
    closing = Closing(
        session_id=session.id,
        made_at=work.now,
        least_group=least,
        contacts_possible=possible,
        contacts_low=contacts.low,
        contacts_high=contacts.high,
        voices=[{"group_id": group_id, "heard": word} for group_id, word in heard_in_all(work, session).items()],
        across=[] if session.is_chatham else _across(read_ideas(work, session)),
    )
    closings.put(work, closing)


def _across(ideas: list[Idea]) -> list[dict[str, int]]:
    return [
        {"offer": match.join_ids[0], "want": match.join_ids[1]}
        for match in matches(ideas)
        if match.join_ids and match.is_across_groups
    ]
