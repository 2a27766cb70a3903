"""The boards of a session; their ideas travel beside the topics, one by one."""

from functools import partial

from facilitator.domain.sessions import Session
from facilitator.presenters.boards import board_topic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards, clusters
from facilitator.storage.database import Work


def put_boards(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topics `board:<id>`; null for one that is gone."""
    ids = changed.ids("board:")
    if ids == frozenset():
        return
    found = boards.list_of(work, session.id, ids)
    here = [board.id for board in found]
    counts, grouped = boards.counts(work, here), clusters.list_of(work, here)
    for board in found:
        topics.put(f"board:{board.id}", partial(board_topic, board, grouped[board.id], counts[board.id]))
    for gone in (ids or frozenset()).difference(board.id for board in found):
        topics.put(f"board:{gone}", lambda _: None)
