"""Which commands were done, which topics changed, who did what: as rows."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from facilitator.domain.records import Act, Op, TopicRev
from facilitator.storage.database import Work


def find_op(work: Work, actor: str, op_id: str) -> Op | None:
    """The record of a command that this actor sent before."""
    return work.orm.get(Op, (actor, op_id))


def put_op(work: Work, op: Op) -> None:
    """Remember a command and its reply."""
    work.orm.add(op)


def stamp_topics(work: Work, session_id: int, topics: Collection[str], rev: int) -> None:
    """Remember that these topics changed at `rev`."""
    if not topics:
        return
    insert = sqlite.insert if work.orm.get_bind().dialect.name == "sqlite" else postgresql.insert
    rows = [{"session_id": session_id, "topic": topic, "rev": rev} for topic in sorted(topics)]
    statement = insert(TopicRev).values(rows)
    work.orm.execute(
        statement.on_conflict_do_update(index_elements=["session_id", "topic"], set_={"rev": statement.excluded.rev})
    )


def topics_since(work: Work, session_id: int, since: int) -> Sequence[str]:
    """The topics that changed after `since`."""
    query = select(TopicRev.topic).where(TopicRev.session_id == session_id, TopicRev.rev > since)
    return work.orm.scalars(query).all()


def put_act(work: Work, act: Act) -> None:
    """Write one line into the log of acts."""
    work.orm.add(act)


def latest_acts(work: Work, session_id: int, most: int = 10) -> Sequence[Act]:
    """The last acts, newest first."""
    return work.orm.scalars(select(Act).where(Act.session_id == session_id).order_by(Act.id.desc()).limit(most)).all()


def forget_ops(work: Work, before: datetime) -> None:
    """Forget the commands that were done before a moment; nobody repeats them any more."""
    work.orm.execute(delete(Op).where(Op.done_at < before))
