"""Commitments, the addresses for their reminders and what became of them, as rows."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import bindparam, delete, func, select, update

from facilitator.domain.commitments import Commitment, CommitmentAnswer, ReminderAddress
from facilitator.storage.database import Work

_OWN: Final = (
    select(Commitment, ReminderAddress.commitment_id.is_not(None))
    .outerjoin(ReminderAddress, ReminderAddress.commitment_id == Commitment.id)
    .where(Commitment.participant_id == bindparam("person"))
    .order_by(Commitment.sent_at, Commitment.id)
)


def find(work: Work, session_id: int, commitment_id: int) -> Commitment | None:
    """A commitment of this session."""
    query = select(Commitment).where(Commitment.id == commitment_id, Commitment.session_id == session_id)
    return work.orm.scalars(query).one_or_none()


def find_by_token(work: Work, token_hash: str) -> Commitment | None:
    """The commitment behind a link."""
    return work.orm.scalars(select(Commitment).where(Commitment.token_hash == token_hash)).one_or_none()


def put(work: Work, commitment: Commitment) -> None:
    """Store a new commitment."""
    work.orm.add(commitment)
    work.orm.flush()


def remove(work: Work, commitment: Commitment) -> None:
    """Delete a commitment with its address and its answers."""
    for noun in (ReminderAddress, CommitmentAnswer):
        work.orm.execute(delete(noun).where(noun.commitment_id == commitment.id))
    work.orm.delete(commitment)
    work.orm.flush()


def own(work: Work, participant_id: int) -> Sequence[tuple[Commitment, bool]]:
    """A person's commitments in the order they were made, each with whether a reminder has an address."""
    return [(one, has_address) for one, has_address in work.orm.execute(_OWN, {"person": participant_id})]


def count(work: Work, session_id: int) -> int:
    """How many commitments a session has."""
    return work.orm.scalar(select(func.count()).where(Commitment.session_id == session_id)) or 0


def newest_public(work: Work, session_id: int, *, most: int) -> Sequence[Commitment]:
    """The newest of those that everybody may read, hidden ones too."""
    query = select(Commitment).where(Commitment.session_id == session_id, Commitment.is_public)
    return work.orm.scalars(query.order_by(Commitment.sent_at.desc(), Commitment.id).limit(most)).all()


def list_with_answers(work: Work, session_id: int) -> Sequence[tuple[Commitment, CommitmentAnswer | None]]:
    """All commitments in the order of their random ids, each with what its owner answered last."""
    made = work.orm.scalars(select(Commitment).where(Commitment.session_id == session_id).order_by(Commitment.id)).all()
    if not made:
        return []
    query = select(CommitmentAnswer).join(Commitment, Commitment.id == CommitmentAnswer.commitment_id)
    said = work.orm.scalars(query.where(Commitment.session_id == session_id).order_by(CommitmentAnswer.id))
    last = {answer.commitment_id: answer for answer in said}
    return [(one, last.get(one.id)) for one in made]


def answers(work: Work, commitment_id: int) -> Sequence[CommitmentAnswer]:
    """What became of a commitment, oldest first."""
    query = select(CommitmentAnswer).where(CommitmentAnswer.commitment_id == commitment_id)
    return work.orm.scalars(query.order_by(CommitmentAnswer.id)).all()


def put_answer(work: Work, answer: CommitmentAnswer) -> None:
    """Store what its owner says."""
    work.orm.add(answer)
    work.orm.flush()


def has_address(work: Work, commitment_id: int) -> bool:
    """Whether a reminder can be sent."""
    return work.orm.get(ReminderAddress, commitment_id) is not None


def put_address(work: Work, commitment_id: int, email: str, erase_on: date) -> None:
    """Keep, change or (when empty) erase the address for reminders."""
    forget_address(work, commitment_id)
    if email:
        work.orm.add(ReminderAddress(commitment_id=commitment_id, email=email, erase_on=erase_on))
        work.orm.flush()


def keep_address_until(work: Work, commitment_id: int, erase_on: date) -> None:
    """Move the day on which the address goes."""
    query = update(ReminderAddress).where(ReminderAddress.commitment_id == commitment_id)
    work.orm.execute(query.values(erase_on=erase_on))


def forget_address(work: Work, commitment_id: int) -> None:
    """Erase the address for reminders."""
    work.orm.execute(delete(ReminderAddress).where(ReminderAddress.commitment_id == commitment_id))


def erase_addresses(work: Work, today: date) -> None:
    """Erase the addresses whose last reminder is over."""
    work.orm.execute(delete(ReminderAddress).where(ReminderAddress.erase_on <= today))


def cut_links(work: Work, session_id: int) -> None:
    """Forget who made which commitment of a session; its own link stays."""
    query = update(Commitment).where(Commitment.session_id == session_id)
    work.orm.execute(query.values(participant_id=None), execution_options={"synchronize_session": False})
