"""Participants, personal links and organisers, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, exists, func, insert, select, update

from facilitator.domain.people import Link, Organiser, Participant, SignInLink
from facilitator.storage.database import Work
from facilitator.storage.tables import metadata


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose ticket it is, and for which session."""

    id: int
    session_id: int


_HOLDER: Final = select(Participant.id, Participant.session_id).where(Participant.ticket_hash == bindparam("hash"))

_BELONGING: Final = [
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if any(key.target_fullname == "participant.id" for key in column.foreign_keys)
]
_HAS_LEFT: Final = select(*(exists().where(column == bindparam("person")) for column in _BELONGING))


def find_holder(work: Work, ticket_hash: str) -> Holder | None:
    """Who holds this ticket."""
    return work.once(("ticket", ticket_hash), lambda: _find_holder(work, ticket_hash))


def _find_holder(work: Work, ticket_hash: str) -> Holder | None:
    found = work.rows(_HOLDER, hash=ticket_hash)
    return Holder(*found[0]) if found else None


def tables_of(work: Work, participant_id: int) -> set[str]:
    """Names of the tables in which something belongs to a person; most who come in have nothing yet."""
    (found,) = work.rows(_HAS_LEFT, person=participant_id)
    return {column.table.name for column, there in zip(_BELONGING, found, strict=True) if there}


def count_participants(work: Work, session_id: int) -> int:
    """How many people joined a session."""
    return work.orm.scalar(select(func.count()).where(Participant.session_id == session_id)) or 0


def count_by_session(work: Work, session_ids: Collection[int]) -> dict[int, int]:
    """How many people joined each of these sessions."""
    query = select(Participant.session_id, func.count()).where(Participant.session_id.in_(session_ids))
    found = dict(work.orm.execute(query.group_by(Participant.session_id)).all())
    return {session_id: found.get(session_id, 0) for session_id in session_ids}


def count_by_group(work: Work, session_id: int) -> dict[int | None, int]:
    """How many people joined, for each group id; None is "prefer not to say"."""
    query = select(Participant.group_id, func.count()).where(Participant.session_id == session_id)
    return dict(work.orm.execute(query.group_by(Participant.group_id)).all())


def put_participant(work: Work, participant: Participant) -> None:
    """Store somebody who joined, with the next flush."""
    work.buffer(Newcomers).people.append(participant)


@dataclass(kw_only=True)
class Newcomers:
    """People who joined and wait to be written."""

    people: list[Participant] = field(default_factory=list)

    def write(self, work: Work) -> None:
        """Write them all in one statement."""
        rows = [{name: getattr(person, name) for name in _COLUMNS} for person in self.people]
        work.connection.execute(_JOIN, rows)


_COLUMNS: Final = Participant.__table__.columns.keys()
_JOIN: Final = insert(Participant)


def find_link(work: Work, link_id: int) -> Link | None:
    """A personal link by its id."""
    return work.orm.get(Link, link_id, populate_existing=True)


def find_link_by_token(work: Work, token_hash: str) -> Link | None:
    """A personal link by the hash of its token."""
    return work.orm.scalars(select(Link).where(Link.token_hash == token_hash)).one_or_none()


def list_links(work: Work, session_id: int) -> Sequence[Link]:
    """All personal links of a session, revoked ones too."""
    return work.orm.scalars(select(Link).where(Link.session_id == session_id).order_by(Link.id)).all()


def revoked_among(work: Work, link_ids: Collection[int]) -> Sequence[int]:
    """Which of these links were revoked."""
    return work.orm.scalars(select(Link.id).where(Link.id.in_(link_ids), Link.revoked_at.is_not(None))).all()


def put_link(work: Work, link: Link) -> None:
    """Store a new link and give it its id."""
    work.orm.add(link)
    work.orm.flush()


def find_organiser(work: Work, organiser_id: int) -> Organiser | None:
    """An account by its id."""
    return work.orm.get(Organiser, organiser_id)


def find_organiser_by_email(work: Work, email: str) -> Organiser | None:
    """An account by its e-mail address, whatever the case."""
    return work.orm.scalars(select(Organiser).where(Organiser.email == email.strip().lower())).one_or_none()


def first_organiser(work: Work) -> Organiser | None:
    """The account that was made first."""
    return work.orm.scalars(select(Organiser).order_by(Organiser.id).limit(1)).one_or_none()


def put_organiser(work: Work, organiser: Organiser) -> None:
    """Store a new account and give it its id."""
    work.orm.add(organiser)
    work.orm.flush()


def put_sign_in_link(work: Work, link: SignInLink) -> None:
    """Store a sign-in link."""
    work.orm.add(link)
    work.orm.flush()


def find_sign_in_link(work: Work, token_hash: str, now: datetime) -> int | None:
    """Whose sign-in link it is, as long as it can be used."""
    query = select(SignInLink.organiser_id).where(SignInLink.token_hash == token_hash)
    return work.orm.scalar(query.where(SignInLink.used_at.is_(None), SignInLink.expires_at > now))


def use_sign_in_link(work: Work, token_hash: str, now: datetime) -> int | None:
    """Use a sign-in link up, in one statement. Returns the organiser's id, or None when it is no good."""
    used = (
        update(SignInLink)
        .where(SignInLink.token_hash == token_hash, SignInLink.used_at.is_(None), SignInLink.expires_at > now)
        .values(used_at=now)
        .returning(SignInLink.organiser_id)
    )
    return work.orm.scalar(used)
