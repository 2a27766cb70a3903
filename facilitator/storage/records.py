"""Which commands were done, which topics changed, who did what: as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from facilitator.domain.records import Act, DoneOp, Op, TopicRev
from facilitator.storage.database import Work

_SENT = select(Op.actor, Op.op_id).where(
    Op.actor.in_(bindparam("actors", expanding=True)), Op.op_id.in_(bindparam("op_ids", expanding=True))
)
_REMEMBER = insert(Op)
_CHANGED = select(TopicRev.topic).where(TopicRev.session_id == bindparam("session"), TopicRev.rev > bindparam("since"))


def find_op(work: Work, actor: str, op_id: str) -> DoneOp | Op | None:
    """The record of a command that this actor sent before, in this batch or long ago."""
    return work.once(("op", actor, op_id), lambda: work.orm.get(Op, (actor, op_id)))


def recall_ops(work: Work, keys: Collection[tuple[str, str]]) -> None:
    """Look up many commands, by actor and `op_id`, at once."""
    actors, op_ids = sorted({actor for actor, _ in keys}), sorted({op_id for _, op_id in keys})
    seen = {(actor, op_id) for actor, op_id in work.rows(_SENT, actors=actors, op_ids=op_ids)}
    work.memo.update({("op", *key): None for key in keys if key not in seen})
    if seen:
        query = select(Op).where(Op.actor.in_(actors), Op.op_id.in_(op_ids))
        work.memo.update({("op", op.actor, op.op_id): op for op in work.orm.scalars(query)})


def put_op(work: Work, op: DoneOp) -> None:
    """Remember a command and its reply, with the next flush."""
    work.memo["op", op.actor, op.op_id] = work.buffer(Ops).done[op.actor, op.op_id] = op


def put_off(work: Work, actor: str, op_ids: Collection[str], *, session_id: int) -> None:
    """See to it that commands which were not carried out by now never will be."""
    for op_id in op_ids:
        if find_op(work, actor, op_id) is None:
            never = {"ok": False}
            put_op(
                work,
                DoneOp(actor=actor, op_id=op_id, session_id=session_id, fingerprint="", reply=never, done_at=work.now),
            )


def stamp_topics(work: Work, session_id: int, topics: Collection[str], rev: int) -> None:
    """Remember, with the next flush, that these topics changed at `rev`."""
    work.buffer(Stamps).revs.update({(session_id, topic): rev for topic in topics})


@dataclass(kw_only=True)
class Ops:
    """Commands that were done and wait to be remembered."""

    done: dict[tuple[str, str], DoneOp] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all."""
        work.write(_REMEMBER, [vars(op) for op in self.done.values()])


@dataclass(kw_only=True)
class Stamps:
    """Topics that changed, each with its last revision."""

    revs: dict[tuple[int, str], int] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all."""
        stamp = work.upsert(TopicRev, key=("session_id", "topic"), changing=("rev",))
        rows = [{"session_id": at, "topic": topic, "rev": rev} for (at, topic), rev in sorted(self.revs.items())]
        work.write(stamp, rows)


def topics_since(work: Work, session_id: int, since: int) -> Sequence[str]:
    """The topics that changed after `since`."""
    return [topic for (topic,) in work.rows(_CHANGED, session=session_id, since=since)]


def put_act(work: Work, act: Act) -> None:
    """Write one line into the log of acts."""
    work.orm.add(act)


def latest_acts(work: Work, session_id: int, most: int = 10) -> Sequence[Act]:
    """The last acts, newest first."""
    return work.orm.scalars(select(Act).where(Act.session_id == session_id).order_by(Act.id.desc()).limit(most)).all()


def forget_ops(work: Work, before: datetime) -> None:
    """Forget the commands that were done before a moment; nobody repeats them any more."""
    work.orm.execute(delete(Op).where(Op.done_at < before))
