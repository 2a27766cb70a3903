"""Personal links of commitments: read, answered and freed of their address without an account, also later."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from facilitator.domain.codes import hashed
from facilitator.domain.commitments import NOTE_LIMIT, OVER, Commitment, CommitmentAnswer, CommitmentStatus
from facilitator.domain.errors import BadShape, TicketUnknown
from facilitator.domain.words import clean
from facilitator.presenters.commitments import kept_commitment
from facilitator.presenters.payloads import KeptCommitment
from facilitator.storage import commitments, sessions
from facilitator.storage.database import Work

LONGEST_TOKEN = 64


class CommitmentLink(BaseModel):
    """The token of a commitment's personal link."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    token: Annotated[str, StringConstraints(max_length=LONGEST_TOKEN)]


class CommitmentLater(CommitmentLink):
    """What became of a commitment, in one word and perhaps a note."""

    status: CommitmentStatus
    note: str = ""


def parse_link(raw: object) -> CommitmentLink:
    """A link as it was sent. Raises BadShape."""
    try:
        return CommitmentLink.model_validate(raw)
    except (ValidationError, RecursionError):
        raise BadShape from None


def parse_later(raw: object) -> CommitmentLater:
    """An answer by link as it was sent. Raises BadShape."""
    try:
        return CommitmentLater.model_validate(raw)
    except (ValidationError, RecursionError):
        raise BadShape from None


def look(work: Work, link: CommitmentLink) -> KeptCommitment:
    """The commitment behind a link. Raises TicketUnknown."""
    return _shown(work, _behind(work, link))


def answer(work: Work, later: CommitmentLater) -> KeptCommitment:
    """Say what became of it. When it is done or dropped nobody is reminded, so the address goes."""
    commitment = _behind(work, later)
    note = clean(later.note, limit=NOTE_LIMIT, may_be_empty=True)
    said = commitments.answers(work, commitment.id)
    if not said or (said[-1].status, said[-1].note) != (later.status, note):
        commitments.put_answer(
            work, CommitmentAnswer(commitment_id=commitment.id, at=work.now, status=later.status, note=note)
        )
    if later.status in OVER:
        commitments.forget_address(work, commitment.id)
    return _shown(work, commitment)


def forget_address(work: Work, link: CommitmentLink) -> KeptCommitment:
    """Erase the address for reminders; the commitment stays."""
    commitment = _behind(work, link)
    commitments.forget_address(work, commitment.id)
    return _shown(work, commitment)


def _behind(work: Work, link: CommitmentLink) -> Commitment:
    commitment = commitments.find_by_token(work, hashed(link.token))
    if commitment is None:
        raise TicketUnknown("This link is not known here, or its session was erased. Check that you copied all of it.")
    return commitment


def _shown(work: Work, commitment: Commitment) -> KeptCommitment:
    session = sessions.find(work, commitment.session_id)
    if session is None:
        raise TicketUnknown
    has_email = commitments.has_address(work, commitment.id)
    return kept_commitment(session, commitment, commitments.answers(work, commitment.id), has_email=has_email)
