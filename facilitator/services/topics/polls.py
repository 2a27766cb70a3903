"""The questions of a session."""

from collections.abc import Sequence
from functools import partial

from facilitator.domain.polls import Poll
from facilitator.domain.sessions import Session
from facilitator.presenters.polls import poll_topic
from facilitator.services.counting import results_of
from facilitator.services.groups import by_group_of
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import polls, shelf
from facilitator.storage.database import Work


def put_polls(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topics `poll:<id>`; null for one that is gone. A second round shows the first, and changes with it."""
    ids = changed.ids("poll:")
    if ids == frozenset():
        return
    found = _asked(work, session, ids)
    results, aside = results_of(work, found), shelf.latest(work, [poll.id for poll in found])
    by_group = by_group_of(work, session, found)
    for poll in found:
        told = partial(poll_topic, aside=aside.get(poll.id), groups=by_group.get(poll.id))
        topics.put(f"poll:{poll.id}", partial(told, poll, results[poll.id], may_have_groups=not session.is_chatham))
    for gone in (ids or frozenset()).difference(poll.id for poll in found):
        topics.put(f"poll:{gone}", lambda _: None)


def _asked(work: Work, session: Session, ids: frozenset[int] | None) -> Sequence[Poll]:
    if ids is None:
        return polls.list_of(work, session.id)
    return polls.look_at(work, session.id, ids | polls.rounds_after(work, ids))
