"""What answered what: barriers, factors, and the pairs between them."""

from facilitator.domain.pairs import BARRIERS, FACTORS
from facilitator.domain.sessions import Session
from facilitator.presenters.pairs import pairs_topic
from facilitator.services.things import read_things, typed_boards
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import pairs
from facilitator.storage.database import Work


def put_pairs(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `pairs`. Ideas of a typed board are barriers or factors too, so it changes with such a board."""
    if not changed.has("pairs") and not typed_boards(work, session, changed.ids("board:")):
        return
    things, found = read_things(work, session), pairs.counts(work, session.id)
    topics.put(
        "pairs",
        lambda audience: pairs_topic(
            session, things.of(BARRIERS, audience), things.of(FACTORS, audience), found, audience
        ),
    )
