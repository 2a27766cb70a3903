"""The boards of a session; their ideas travel beside the topics, one by one."""

from functools import partial

from facilitator.domain.boards import Board
from facilitator.domain.sessions import Session
from facilitator.presenters.boards import board_topic, votes_topic
from facilitator.presenters.payloads import VotesTopic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards, clusters, points
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


def put_votes(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topics `votes:<board>` of boards on which people give points now, for hosts alone."""
    ids = changed.ids("votes:")
    if ids == frozenset():
        return
    for board in boards.list_of(work, session.id, ids):
        read = partial(_votes, work, board) if board.is_voting else lambda: None
        topics.put_for_hosts(f"votes:{board.id}", read)


def _votes(work: Work, board: Board) -> VotesTopic:
    return votes_topic(board, points.of_board(work, board.id))
