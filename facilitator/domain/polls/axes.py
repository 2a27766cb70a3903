"""Two-axis rating: each option on two scales at once, such as how much it helps and how hard it is to copy."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.bygroup import Lines, options_of
from facilitator.domain.polls.kind import Answer, Line, PickAnswer, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Option, Poll

if TYPE_CHECKING:
    from facilitator.domain.definition.part import Raw

STEPS: Final = 5
"""Each axis has so many steps; its two ends are in words."""
AXES: Final = 2
MUCH: Final = 4
"""From this step on somebody stands at the high end of an axis."""


class AxesAnswer(Answer):
    """A step on each axis for some or all options."""

    kind: Literal["axes"]
    picks: list[PickAnswer]


class Axes(PollKind):
    """Rate options twice. One may rate only those that one knows."""

    name = "axes"
    title = "Two-axis rating"
    says = "Rate each answer on two scales, such as how much it helps and how hard it is to copy."
    answer: ClassVar[type[Answer]] = AxesAnswer
    uses_options = True
    uses_axes = True

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """A drawing with two axes needs both."""
        if len(definition.entries("axes")) != AXES:
            yield "axes", "must name two axes, each with its title and both ends in words"

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Known options, each once, each with a step on both axes."""
        picks = cast("AxesAnswer", answer).picks
        ids = [pick.option_id for pick in picks]
        if not ids or len(set(ids)) != len(ids) or not {option.id for option in poll.options}.issuperset(ids):
            raise WrongAnswer
        steps = range(1, STEPS + 1)
        if any(pick.value not in steps or pick.second not in steps for pick in picks):
            raise WrongAnswer
        return Ballot(picks=tuple(Pick(**pick.model_dump()) for pick in picks))

    def lines(self, poll: Poll) -> Lines:
        """Who puts what at the high end of the first axis."""
        lines = options_of([(option.id, option.text) for option in poll.options])
        counts = f"people who gave it {MUCH} or {STEPS} of {STEPS} on “{poll.axes[0]['title']}”"
        return Lines(lines=lines, counts=counts, fewest=0, most=len(lines))

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """The options at that end."""
        del poll
        return frozenset(pick.option_id for pick in ballot.picks if (pick.value or 0) >= MUCH)

    def result(self, poll: Poll, tally: Tally) -> Result:
        """One line an option, in the order of the question; `count` is who rated it."""
        lines = [self._line(option, tally) for option in poll.options]
        return Result(answered=tally.answered, base=tally.answered, lines=lines)

    def _line(self, option: Option, tally: Tally) -> Line:
        mine = [(first or 0, second or 0, n) for (key, first, second), n in tally.by_pick.items() if key == option.id]
        count = sum(number for *_, number in mine)
        return Line(
            id=option.id,
            label=option.text,
            type=option.type,
            count=count,
            share=share(count, tally.answered),
            average=round(sum(first * n for first, _, n in mine) / count, 2) if count else None,
            second=round(sum(second * n for _, second, n in mine) / count, 2) if count else None,
        )
