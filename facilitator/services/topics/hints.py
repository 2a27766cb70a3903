"""Ideas that say nearly the same: hints for hosts, who decide."""

import threading
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Final

from facilitator.domain import alike
from facilitator.domain.sessions import Session
from facilitator.presenters.boards import hints_topic
from facilitator.presenters.payloads import HintsTopic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards
from facilitator.storage.database import Work

REMEMBERED: Final = 16
"""Boards that are in use at the same time. One that was forgotten is compared anew, with the same result."""


@dataclass(frozen=True)
class _Memory:
    board: alike.Board = field(default_factory=alike.Board)
    lock: threading.Lock = field(default_factory=threading.Lock)


def put_hints(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topics `hints:<board>`, for hosts alone. They change with the board's ideas."""
    ids = changed.ids("board:")
    if ids == frozenset():
        return
    for board in boards.list_of(work, session.id, ids):
        topics.put_for_hosts(f"hints:{board.id}", partial(_hints, work, board.id))


def _hints(work: Work, board_id: int) -> HintsTopic | None:
    texts, memory = boards.texts(work, board_id), memory_of(board_id)
    with memory.lock:
        found = memory.board.hints(texts)
    return hints_topic(board_id, found) if found else None


def forget_all() -> None:
    """Let go of all texts: a session was erased. What is still in use is compared anew."""
    memory_of.cache_clear()


@lru_cache(maxsize=REMEMBERED)
def memory_of(board_id: int) -> _Memory:  # noqa: ARG001  one for each board
    """What was compared on a board, so that one more idea costs one comparison with each other, not all again."""
    return _Memory()
