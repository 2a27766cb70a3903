"""Sessions and their agenda, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast

from sqlalchemy import Table, bindparam, delete, func, select, update
from sqlalchemy.orm import selectinload

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.sessions import Course, Group, Session
from facilitator.storage.database import Work

_BY_CODE: Final = select(Session).where(Session.code == bindparam("code"))
_BY_ID: Final = select(Session).where(Session.id == bindparam("which")).options(selectinload(Session.groups))
_ADVANCE: Final = (
    update(cast("Table", Session.__table__)).where(Session.id == bindparam("which")).values(rev=bindparam("latest"))
)


def find(work: Work, session_id: int) -> Session | None:
    """The session with its groups. PostgreSQL keeps its row locked to the end of a write."""
    return work.once(("session", session_id), lambda: _load(work, session_id))


def find_course(work: Work, session_id: int) -> Session | Course | None:
    """How far a session is: as it was met, or else the session itself."""
    key = "course", session_id
    return cast("Course | None", work.memo[key]) if key in work.memo else find(work, session_id)


def advance(work: Work, session: Session | Course, rev: int) -> None:
    """Give a change its number: with the next flush it is the session's latest."""
    session.rev = rev
    if isinstance(session, Course):
        work.buffer(Revs).latest[session.id] = rev


@dataclass(kw_only=True)
class Revs:
    """Numbers of changes that wait to be written, the latest of each session."""

    latest: dict[int, int] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all."""
        work.write(_ADVANCE, [{"which": which, "latest": rev} for which, rev in sorted(self.latest.items())])


def _load(work: Work, session_id: int) -> Session | None:
    query = _BY_ID.with_for_update(of=Session) if work.may_write else _BY_ID
    return work.orm.scalars(query, {"which": session_id}).one_or_none()


def find_by_code(work: Work, code: str) -> Session | None:
    """The session with this join code, with its groups."""
    return work.orm.scalars(_BY_CODE.options(selectinload(Session.groups)), {"code": code}).one_or_none()


def find_door(work: Work, code: str) -> Session | None:
    """The session with this join code, without its groups: many people ask for it in the same moment."""
    return work.once(("door", code), lambda: work.orm.scalars(_BY_CODE, {"code": code}).one_or_none())


def has_group(work: Work, session_id: int, group_id: int) -> bool:
    """Tell whether a session has this group."""
    query = select(Group.id).where(Group.session_id == session_id, Group.id == group_id)
    return work.once(("group", session_id, group_id), lambda: work.orm.scalar(query) is not None)


def find_by_public_id(work: Work, public_id: str) -> Session | None:
    """The session with this public id."""
    query = select(Session).where(Session.public_id == public_id).options(selectinload(Session.groups))
    return work.orm.scalars(query).one_or_none()


def rev_of(work: Work, session_id: int) -> int | None:
    """Number of the last change, or None when there is no such session."""
    return work.orm.scalar(select(Session.rev).where(Session.id == session_id))


def is_chatham(work: Work, session_id: int) -> bool:
    """Whether a session is in Chatham House mode."""
    return bool(work.orm.scalar(select(Session.is_chatham).where(Session.id == session_id)))


def list_owned(work: Work, organiser_id: int) -> Sequence[Session]:
    """An organiser's sessions, the latest first."""
    query = select(Session).where(Session.owner_id == organiser_id).order_by(Session.planned_start_at.desc())
    return work.orm.scalars(query.options(selectinload(Session.groups))).all()


def list_running(work: Work) -> Sequence[tuple[int, int]]:
    """Id and rev of every session that is open or live."""
    query = select(Session.id, Session.rev).where(Session.state.in_(("open", "live")))
    return [(row.id, row.rev) for row in work.orm.execute(query)]


def count(work: Work) -> int:
    """How many sessions there are."""
    return work.orm.scalar(select(func.count()).select_from(Session)) or 0


def put(work: Work, session: Session) -> None:
    """Store a new session and give it its id."""
    work.orm.add(session)
    work.orm.flush()


def erase(work: Work, session_id: int) -> None:
    """Delete a session with everything in it."""
    work.orm.execute(delete(Session).where(Session.id == session_id))


def erase_due(work: Work, today: date) -> int:
    """Delete every session that was to be kept until a day before today. Returns how many there were."""
    due = work.orm.scalars(select(Session.id).where(Session.delete_on < today)).all()
    for session_id in due:
        erase(work, session_id)
    return len(due)


def agenda(work: Work, session_id: int) -> Sequence[AgendaItem]:
    """All steps in order."""
    query = select(AgendaItem).where(AgendaItem.session_id == session_id).order_by(AgendaItem.position)
    return work.orm.scalars(query).all()


def minutes_of(work: Work, session_ids: Collection[int]) -> dict[int, int]:
    """How many minutes each of these sessions is planned to take; one without steps is left out."""
    query = select(AgendaItem.session_id, func.sum(AgendaItem.minutes)).group_by(AgendaItem.session_id)
    return dict(work.orm.execute(query.where(AgendaItem.session_id.in_(session_ids))).all())


def put_item(work: Work, item: AgendaItem) -> None:
    """Store a new step and give it its id."""
    work.orm.add(item)
    work.orm.flush()


def remove_item(work: Work, item: AgendaItem) -> None:
    """Delete a step with the questions and boards that it owns."""
    work.orm.delete(item)
    work.orm.flush()
