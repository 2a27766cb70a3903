"""What groups contributed: answers to closed questions, ideas, questions to the speakers, joins, speaking turns."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Executable, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute

from facilitator.domain.boards import Post
from facilitator.domain.joins import Join
from facilitator.domain.people import Participant
from facilitator.domain.polls.poll import Poll, Response
from facilitator.domain.questions import Question
from facilitator.domain.turns import Turn
from facilitator.storage.database import Work

Row = tuple[int | None, int, datetime | None]


def contributions(
    work: Work, session_id: int, *, with_answers: bool = True
) -> dict[int | None, tuple[int, datetime | None]]:
    """How much each group contributed, and when it last did; None stands for people without a group.

    Answers count once their question is closed: while it is open, nothing by group may move.
    """
    found: dict[int | None, tuple[int, datetime | None]] = {}
    for query in _queries(session_id)[0 if with_answers else 1 :]:
        for group_id, number, last in work.orm.execute(query):
            count, at = found.get(group_id, (0, None))
            found[group_id] = (count + number, max(filter(None, (at, last)), default=None))
    return found


def put_turn(work: Work, turn: Turn) -> None:
    """Somebody spoke."""
    work.orm.add(turn)


def take_turn_back(work: Work, session_id: int, group_id: int | None) -> bool:
    """Forget the last turn of a group. False when there is none."""
    mine = select(func.max(Turn.id)).where(Turn.session_id == session_id, Turn.group_id.is_not_distinct_from(group_id))
    last = work.orm.scalar(mine)
    if last is not None:
        work.orm.execute(delete(Turn).where(Turn.id == last))
    return last is not None


def _queries(session_id: int) -> Sequence[Executable]:
    """Answers first, then everything else."""
    closed = select(Poll.id).where(Poll.session_id == session_id, Poll.state == "closed")
    return (
        _by_people(Response, Response.saved_at, Response.poll_id.in_(closed)),
        _by_people(Post, Post.sent_at, (Post.session_id == session_id) & (Post.state != "withdrawn")),
        _by_people(Question, Question.sent_at, (Question.session_id == session_id) & (Question.state != "withdrawn")),
        _by_people(Join, Join.sent_at, Join.session_id == session_id),
        select(Turn.group_id, func.count(), func.max(Turn.at))
        .where(Turn.session_id == session_id)
        .group_by(Turn.group_id),
    )


def _by_people(
    thing: type[Response | Post | Question | Join],
    at: InstrumentedAttribute[datetime],
    condition: ColumnElement[bool],
) -> Executable:
    return (
        select(Participant.group_id, func.count(), func.max(at))
        .join(thing, thing.participant_id == Participant.id)
        .where(condition)
        .group_by(Participant.group_id)
    )
