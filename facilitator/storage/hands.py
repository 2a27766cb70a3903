"""Hands that hosts counted, as rows."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import bindparam, delete, select

from facilitator.domain.polls.hands import Hands
from facilitator.storage.database import Work

_COUNTED: Final = (
    select(Hands.poll_id, Hands.line_id, Hands.count)
    .where(Hands.poll_id.in_(bindparam("ids", expanding=True)))
    .order_by(Hands.poll_id, Hands.line_id)
)


def counted(work: Work, poll_ids: Collection[int]) -> dict[int, dict[int, int]]:
    """How many hands were counted, by poll and by line; a poll without any is left out."""
    found: dict[int, dict[int, int]] = {}
    for poll_id, line_id, count in work.rows(_COUNTED, ids=list(poll_ids)):
        found.setdefault(poll_id, {})[line_id] = count
    return found


def put(work: Work, poll_id: int, line_id: int, *, count: int, by: str) -> None:
    """Note the hands of one line, in the place of an earlier count; none at all leaves nothing."""
    remove(work, poll_id, line_id)
    if count:
        work.orm.add(Hands(poll_id=poll_id, line_id=line_id, count=count, counted_by=by, counted_at=work.now))
        work.orm.flush()


def remove(work: Work, poll_id: int, line_id: int | None = None) -> None:
    """Forget the hands of one line, or of the whole poll."""
    query = delete(Hands).where(Hands.poll_id == poll_id)
    work.orm.execute(query if line_id is None else query.where(Hands.line_id == line_id))
