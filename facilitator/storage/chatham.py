"""Forgetting who is who: what Chatham House mode does to everything that is stored of a session."""

from typing import Final

from sqlalchemy import Delete, Update, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute

from facilitator.domain.base import Guarded
from facilitator.domain.boards import Board, Post
from facilitator.domain.closing import Closing
from facilitator.domain.clusters import Cluster
from facilitator.domain.comments import Comment
from facilitator.domain.commitments import Commitment, ReminderAddress
from facilitator.domain.joins import Join
from facilitator.domain.people import Participant
from facilitator.domain.polls.hands import Hands
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.published import GroupView
from facilitator.domain.polls.shelf import Shelf
from facilitator.domain.questions import Question
from facilitator.domain.records import Act
from facilitator.domain.sessions import A_HOST, Session
from facilitator.domain.turns import Turn
from facilitator.storage.database import Work

_STEERED: Final[dict[type[Guarded], InstrumentedAttribute[int]]] = {
    Session: Session.id,
    Poll: Poll.session_id,
    Board: Board.session_id,
    Post: Post.session_id,
    Question: Question.session_id,
    Comment: Comment.session_id,
}


def forget(work: Work, session_id: int) -> frozenset[int]:
    """Take names of people and hosts, organisations and groups off a session, and its tables by group away.

    Ideas and questions count as changed, so that every browser gets them anew. Returns who had named an organisation.
    """
    work.flush()
    named = frozenset(
        person
        for noun in (Join, Commitment)
        for person in work.orm.scalars(select(noun.participant_id).where(noun.session_id == session_id))
        if person is not None
    )
    for statement in _statements(work, session_id):
        work.orm.execute(statement, execution_options={"synchronize_session": "fetch"})
    clusters = select(Board.id).where(Board.session_id == session_id)
    by_host = update(Cluster).where(Cluster.board_id.in_(clusters), Cluster.touched_by != "")
    work.orm.execute(by_host.values(touched_by=A_HOST), execution_options={"synchronize_session": "fetch"})
    polls = select(Poll.id).where(Poll.session_id == session_id)
    work.orm.execute(delete(GroupView).where(GroupView.poll_id.in_(polls)))
    return named


def _statements(work: Work, session_id: int) -> list[Update | Delete]:
    promised = select(Commitment.id).where(Commitment.session_id == session_id)
    polls = select(Poll.id).where(Poll.session_id == session_id)
    steered = [
        update(noun).where(of == session_id, noun.touched_by != "").values(touched_by=A_HOST)
        for noun, of in _STEERED.items()
    ]
    return [
        *steered,
        update(Post).where(Post.session_id == session_id).values(rev=work.rev),
        update(Question).where(Question.session_id == session_id).values(rev=work.rev),
        update(Participant).where(Participant.session_id == session_id).values(group_id=None, name=""),
        update(Act).where(Act.session_id == session_id).values(by=A_HOST),
        update(Join).where(Join.session_id == session_id).values(organisation="", country=None, contact=None),
        update(Commitment).where(Commitment.session_id == session_id).values(organisation=""),
        delete(ReminderAddress).where(ReminderAddress.commitment_id.in_(promised)),
        update(Turn).where(Turn.session_id == session_id).values(group_id=None),
        update(Closing).where(Closing.session_id == session_id).values(voices=[], across=[]),
        update(Hands).where(Hands.poll_id.in_(polls)).values(counted_by=A_HOST),
        update(Shelf).where(Shelf.poll_id.in_(polls)).values(by=A_HOST),
        update(Poll).where(Poll.session_id == session_id).values(are_groups_on_stage=False, are_groups_on_phones=False),
    ]
