"""Practice transfer: is it relevant, could we copy it, and what would we need?"""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.bygroup import Lines, steps_of
from facilitator.domain.polls.kind import Answer, Ask, Language, Line, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.words import clean


class TransferAnswer(Answer):
    """A step of each of the two questions, counted from 1, and what one would need; that may stay empty."""

    kind: Literal["transfer"]
    value: int
    second: int
    text: str
    language: Language


class Transfer(PollKind):
    """Ask after a practice whether it could move. The needs are texts; a moderator can hide each."""

    name = "transfer"
    title = "Practice transfer"
    says = "Three short questions about a practice: is it relevant, could we copy it, what would we need?"
    answer: ClassVar[type[Answer]] = TransferAnswer
    uses_length = True
    asks = (
        Ask(title="Is it relevant for us?", labels=("Yes", "Partly", "No")),
        Ask(title="Could we copy it?", labels=("Yes", "With changes", "No")),
        Ask(title="What would we need?"),
    )

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Both questions answered; the text may be empty."""
        given = cast("TransferAnswer", answer)
        for step, ask in ((given.value, self.asks[0]), (given.second, self.asks[1])):
            if not 1 <= step <= len(ask.labels):
                raise WrongAnswer
        needs = clean(given.text, limit=poll.max_length, may_be_empty=True)
        language = given.language if needs else None
        return Ballot(value=given.value, second=given.second, text=needs or None, language=language)

    def lines(self, poll: Poll) -> Lines:
        """Who could copy it: the groups of those who might take it up."""
        del poll
        return Lines(lines=steps_of(self.asks[1].labels), counts=f"answers to “{self.asks[1].title}”")

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """The step of the second question."""
        del poll
        return frozenset({ballot.second or 0})

    def result(self, poll: Poll, tally: Tally) -> Result:
        """People by their answer to the first question, then by that to the second, then the needs."""
        del poll
        first, second, _ = self.asks
        return Result(
            answered=tally.answered,
            base=tally.answered,
            lines=_lines(first.labels, tally.by_value, tally.answered),
            further=_lines(second.labels, tally.by_second, tally.answered),
            quotes=tally.quotes,
        )


def _lines(labels: Sequence[str], counts: Mapping[int, int], answered: int) -> Sequence[Line]:
    return [
        Line(id=step, label=label, type=None, count=(n := counts.get(step, 0)), share=share(n, answered))
        for step, label in enumerate(labels, start=1)
    ]
