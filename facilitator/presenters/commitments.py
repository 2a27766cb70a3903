"""Commitments, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience. No line names an
e-mail address, a person or a group.
"""

from collections.abc import Sequence
from typing import Final

from facilitator.domain.base import known_ms
from facilitator.domain.commitments import Commitment, CommitmentAnswer
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import (
    Audience,
    CommitmentsTopic,
    KeptCommitment,
    OwnCommitment,
    PublicCommitment,
)

NEWEST: Final = 60
"""So many public commitments are read; hosts get all of them, other screens the first few that are not hidden."""
ON_SCREENS: Final = 12


def commitments_topic(
    session: Session, count: int, public: Sequence[Commitment], audience: Audience
) -> CommitmentsTopic:
    """How many there are, and the newest of those that everybody may read."""
    if audience == "moderator":
        return {"count": count, "public": [{**_public(session, one), "is_hidden": one.is_hidden} for one in public]}
    seen = [one for one in public if not one.is_hidden]
    return {"count": count, "public": [_public(session, one) for one in seen[:ON_SCREENS]]}


def organisation_of(session: Session, commitment: Commitment) -> str:
    """Whose commitment it is, where that may be told."""
    return "" if session.is_chatham else commitment.organisation


def own_commitment(commitment: Commitment, *, has_email: bool) -> OwnCommitment:
    """An own commitment as it was saved."""
    return {
        "id": commitment.id,
        "when_text": commitment.when_text,
        "then_text": commitment.then_text,
        "language": commitment.language,
        "owner": commitment.owner,
        "organisation": commitment.organisation,
        "due_on": commitment.due_on.isoformat(),
        "is_public": commitment.is_public,
        "has_email": has_email,
        "saved_at_ms": known_ms(commitment.sent_at),
        "receipt": commitment.receipt,
    }


def kept_commitment(
    session: Session, commitment: Commitment, answers: Sequence[CommitmentAnswer], *, has_email: bool
) -> KeptCommitment:
    """A commitment for whoever holds its link."""
    return {
        "session": session.title,
        "session_language": session.language,
        "when_text": commitment.when_text,
        "then_text": commitment.then_text,
        "language": commitment.language,
        "owner": commitment.owner,
        "organisation": commitment.organisation,
        "due_on": commitment.due_on.isoformat(),
        "delete_on": session.delete_on.isoformat(),
        "has_email": has_email,
        "answers": [{"status": said.status, "note": said.note, "at_ms": known_ms(said.at)} for said in answers],
    }


def _public(session: Session, commitment: Commitment) -> PublicCommitment:
    return {
        "id": commitment.id,
        "when_text": commitment.when_text,
        "then_text": commitment.then_text,
        "language": commitment.language,
        "organisation": organisation_of(session, commitment),
        "due_on": commitment.due_on.isoformat(),
    }
