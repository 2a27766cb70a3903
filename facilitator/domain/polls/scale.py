"""A scale with words at each step, and a counted "not applicable"."""

from typing import ClassVar, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.bygroup import NOT_APPLICABLE_LINE, GroupLine, Lines, steps_of
from facilitator.domain.polls.kind import Answer, Line, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Poll


class ScaleAnswer(Answer):
    """A step, counted from 1, or "not applicable", never both."""

    kind: Literal["scale"]
    value: int | None
    not_applicable: bool


class Scale(PollKind):
    """Pick a step. The mean and the shares leave "not applicable" out; its count is shown."""

    name = "scale"
    title = "Scale"
    says = "Pick a step between two ends, each step in words."
    answer: ClassVar[type[Answer]] = ScaleAnswer
    uses_labels = True
    takes_hands = True

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """One step that exists, or "not applicable" where the question offers it."""
        given = cast("ScaleAnswer", answer)
        if given.not_applicable:
            if poll.not_applicable is None or given.value is not None:
                raise WrongAnswer
            return Ballot(not_applicable=True)
        if given.value is None or not 1 <= given.value <= len(poll.labels):
            raise WrongAnswer
        return Ballot(value=given.value)

    def lines(self, poll: Poll) -> Lines:
        """One line a step, and one for those whom it does not concern."""
        apart = [GroupLine(id=NOT_APPLICABLE_LINE, label=poll.not_applicable)] if poll.not_applicable else []
        return Lines(lines=[*steps_of(poll.labels), *apart])

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """The one step, or none of them."""
        del poll
        return frozenset({NOT_APPLICABLE_LINE if ballot.value is None else ballot.value})

    def result(self, poll: Poll, tally: Tally) -> Result:
        """One line a step, lowest first."""
        base = tally.answered - tally.not_applicable
        lines = [
            Line(id=value, label=label, type=None, count=(n := tally.by_value.get(value, 0)), share=share(n, base))
            for value, label in enumerate(poll.labels, start=1)
        ]
        total = sum(value * count for value, count in tally.by_value.items())
        return Result(
            answered=tally.answered,
            base=base,
            lines=lines,
            not_applicable=tally.not_applicable,
            mean=round(total / base, 2) if base else None,
        )
