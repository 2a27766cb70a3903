"""The topics of a session, one family of things to a file: a new kind of topic is a line in `FAMILIES`."""

from collections.abc import Collection
from typing import Final

from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience, Topic
from facilitator.services.topics.boards import put_boards, put_votes
from facilitator.services.topics.commitments import put_commitments
from facilitator.services.topics.family import Changed, Family, Topics
from facilitator.services.topics.hints import put_hints
from facilitator.services.topics.matches import put_matches
from facilitator.services.topics.pairs import put_pairs
from facilitator.services.topics.polls import put_polls
from facilitator.services.topics.sessions import put_acts, put_agenda, put_session
from facilitator.storage import records
from facilitator.storage.database import Work

FAMILIES: Final[tuple[Family, ...]] = (
    put_session,
    put_agenda,
    put_acts,
    put_polls,
    put_boards,
    put_votes,
    put_hints,
    put_pairs,
    put_matches,
    put_commitments,
)


def topics_of(
    work: Work, session: Session, audiences: Collection[Audience], since: int | None
) -> dict[Audience, dict[str, Topic | None]]:
    """Every topic, or those that changed after `since`, for each audience."""
    names = None if since is None else frozenset(records.topics_since(work, session.id, since))
    changed, topics = Changed(names=names), Topics(audiences, is_change=since is not None)
    for put in FAMILIES:
        put(work, session, changed, topics)
    return topics.found
