"""What answered what: barriers, factors, and the pairs between them."""

from facilitator.domain.pairs import BARRIERS, FACTORS
from facilitator.domain.sessions import Session
from facilitator.presenters.pairs import pairs_topic
from facilitator.services.things import read_things
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import pairs
from facilitator.storage.database import Work


def put_pairs(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `pairs`."""
    if not changed.has("pairs"):
        return
    things, found = read_things(work, session), pairs.counts(work, session.id)
    topics.put(
        "pairs",
        lambda audience: pairs_topic(
            session, things.of(BARRIERS, audience), things.of(FACTORS, audience), found, audience
        ),
    )
