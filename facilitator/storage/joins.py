"""Joins and handshakes, as rows."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import aliased

from facilitator.domain.joins import Handshake, Join, JoinSide
from facilitator.domain.people import Participant
from facilitator.storage.database import Work


def find_own(work: Work, post_id: int, participant_id: int) -> Join | None:
    """How a person joined an idea."""
    return work.orm.scalars(
        select(Join).where(Join.post_id == post_id, Join.participant_id == participant_id)
    ).one_or_none()


def find(work: Work, session_id: int, join_id: int) -> Join | None:
    """A join of this session."""
    return work.orm.scalars(select(Join).where(Join.id == join_id, Join.session_id == session_id)).one_or_none()


def put(work: Work, join: Join) -> None:
    """Store a new join."""
    work.orm.add(join)
    work.orm.flush()


def remove(work: Work, join: Join) -> None:
    """Forget a join with its handshakes."""
    work.orm.delete(join)
    work.orm.flush()


def of_posts(work: Work, post_ids: Collection[int]) -> dict[int, list[Join]]:
    """The joins of some ideas, in the order of their random ids, which says nothing about who was first."""
    found: dict[int, list[Join]] = {}
    if post_ids:
        for join in work.orm.scalars(select(Join).where(Join.post_id.in_(post_ids)).order_by(Join.id)):
            found.setdefault(join.post_id, []).append(join)
    return found


def own(work: Work, participant_id: int) -> Sequence[Join]:
    """All joins of a person."""
    return work.orm.scalars(select(Join).where(Join.participant_id == participant_id).order_by(Join.id)).all()


def shakes_of(work: Work, join_ids: Collection[int]) -> Sequence[Handshake]:
    """The handshakes that these joins are part of."""
    if not join_ids:
        return ()
    mine = or_(Handshake.offer_id.in_(join_ids), Handshake.want_id.in_(join_ids))
    return work.orm.scalars(select(Handshake).where(mine)).all()


def get_shake(work: Work, one: Join, other: Join) -> Handshake:
    """The handshake of two joins of different sides, made when there is none yet."""
    offer, want = (one, other) if one.side == "offer" else (other, one)
    found = work.orm.get(Handshake, (offer.id, want.id))
    if found is None:
        found = Handshake(offer_id=offer.id, want_id=want.id)
        work.orm.add(found)
    return found


def let_go(work: Work, join: Join) -> None:
    """Forget the handshakes of a join."""
    mine = or_(Handshake.offer_id == join.id, Handshake.want_id == join.id)
    work.orm.execute(delete(Handshake).where(mine))


def sides(work: Work, post_id: int, side: JoinSide) -> Sequence[Join]:
    """Those who joined an idea on one side."""
    return work.orm.scalars(select(Join).where(Join.post_id == post_id, Join.side == side).order_by(Join.id)).all()


def groups_of(work: Work, session_id: int) -> dict[int, int]:
    """The group of the person behind each join, as far as there is one: to compare, never to tell."""
    query = (
        select(Join.id, Participant.group_id)
        .join(Participant, Participant.id == Join.participant_id)
        .where(Join.session_id == session_id, Participant.group_id.is_not(None))
    )
    return {join_id: group_id for join_id, group_id in work.orm.execute(query) if group_id is not None}


def count_handshakes(work: Work, session_id: int) -> tuple[int, int]:
    """How many handshakes both sides agreed to, and how many there could be: each offer with each want of an idea."""
    agreed = (
        select(func.count())
        .select_from(Handshake)
        .join(Join, Join.id == Handshake.offer_id)
        .where(
            Join.session_id == session_id,
            Handshake.offer_agreed_at.is_not(None),
            Handshake.want_agreed_at.is_not(None),
        )
    )
    other = aliased(Join)
    possible = (
        select(func.count())
        .select_from(Join)
        .join(other, other.post_id == Join.post_id)
        .where(Join.session_id == session_id, Join.side == "offer", other.side == "want")
    )
    return work.orm.scalars(agreed).one(), work.orm.scalars(possible).one()


def cut_links(work: Work, session_id: int) -> None:
    """Forget who joined, and every contact: who wanted to exchange them has done so."""
    mine = Join.session_id == session_id
    ids = select(Join.id).where(mine)
    work.orm.execute(delete(Handshake).where(or_(Handshake.offer_id.in_(ids), Handshake.want_id.in_(ids))))
    work.orm.execute(update(Join).where(mine).values(participant_id=None, contact=None))
