"""What people promised, for the results page: how many, what became of them, and those that all may read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from babel.dates import format_date

from facilitator.domain.commitments import Commitment, CommitmentAnswer, CommitmentStatus
from facilitator.domain.sessions import Session
from facilitator.presenters.commitments import organisation_of
from facilitator.presenters.figures import counted
from facilitator.presenters.harvest import Harvest

WORDS: Final[dict[CommitmentStatus, str]] = {
    "done": "done",
    "begun": "begun",
    "not_yet": "not yet",
    "dropped": "dropped",
}


@dataclass(frozen=True, kw_only=True)
class ShownCommitment:
    """A commitment that its author lets everybody read."""

    when_text: str
    then_text: str
    language: str
    about: str


@dataclass(frozen=True, kw_only=True)
class Promised:
    """`note` counts all of them, `news` what their owners said later."""

    note: str
    news: str
    commitments: Sequence[ShownCommitment]


def promised_of(harvest: Harvest) -> Promised | None:
    """The commitments in random order; None when nobody made any."""
    if not harvest.commitments:
        return None
    shown = [pair for pair in harvest.commitments if pair[0].is_public and not pair[0].is_hidden]
    became = Counter(answer.status for _, answer in harvest.commitments if answer)
    return Promised(
        note=f"{counted(len(harvest.commitments), 'commitment')}, {len(shown)} of them public.",
        news=", ".join(f"{became[status]} {words}" for status, words in WORDS.items() if became[status]),
        commitments=[_shown(harvest.session, made, answer) for made, answer in shown],
    )


def _shown(session: Session, made: Commitment, answer: CommitmentAnswer | None) -> ShownCommitment:
    until = f"by {format_date(made.due_on, 'd MMMM y', locale='en')}"
    parts = (organisation_of(session, made), until, WORDS[answer.status] if answer else "")
    return ShownCommitment(
        when_text=made.when_text,
        then_text=made.then_text,
        language=made.language,
        about=", ".join(part for part in parts if part),
    )
