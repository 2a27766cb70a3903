"""What the room asked its speakers, for the results page."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.questions import Question
from facilitator.presenters.figures import counted
from facilitator.presenters.harvest import Harvest


@dataclass(frozen=True, kw_only=True)
class ShownQuestion:
    """A question as everybody saw it."""

    text: str
    language: str
    is_pinned: bool
    is_answered: bool
    votes: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The questions that everybody saw. `note` counts them, also those that nobody saw."""

    note: str
    questions: Sequence[ShownQuestion]


def asked_of(harvest: Harvest) -> Asked | None:
    """Pinned questions first, then those that most people want answered; None when nobody asked anything."""
    if not harvest.questions:
        return None
    shown = [(question, votes) for question, votes in harvest.questions if question.is_shown]
    shown.sort(key=lambda pair: (not pair[0].is_pinned, -pair[1]))
    rest = len(harvest.questions) - len(shown)
    answered = sum(question.is_answered for question, _ in shown)
    note = f"{counted(len(shown), 'question')}, {answered} answered."
    if rest:
        note += f" {rest} more {'was' if rest == 1 else 'were'} not shown: only in the exports."
    return Asked(note=note, questions=[_shown(question, votes) for question, votes in shown])


def _shown(question: Question, votes: int) -> ShownQuestion:
    verb = "wants" if votes == 1 else "want"
    return ShownQuestion(
        text=question.text,
        language=question.language,
        is_pinned=question.is_pinned,
        is_answered=question.is_answered,
        votes=f"{counted(votes, 'person', 'people')} {verb} to know too" if votes else "",
    )
