"""Points budget: everybody has the same number of points to give, and gives them where they matter."""

from typing import ClassVar, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.bygroup import Lines, options_of
from facilitator.domain.polls.kind import Answer, Line, PickAnswer, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Option, Poll


class PointsAnswer(Answer):
    """Points for options; those that get none are left out."""

    kind: Literal["points"]
    picks: list[PickAnswer]


class Points(PollKind):
    """Share points out. Shares are over all points that were given, counts are people."""

    name = "points"
    title = "Points budget"
    says = "Share a number of points out over the answers. People may keep some."
    answer: ClassVar[type[Answer]] = PointsAnswer
    uses_options = True
    uses_budget = True

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Known options, each once, with whole points, together no more than there are."""
        picks = cast("PointsAnswer", answer).picks
        ids = [pick.option_id for pick in picks]
        if len(set(ids)) != len(ids) or not {option.id for option in poll.options}.issuperset(ids):
            raise WrongAnswer
        if any(pick.value is None or pick.value < 1 or pick.second is not None for pick in picks):
            raise WrongAnswer
        given = sum(pick.value or 0 for pick in picks)
        if not 1 <= given <= poll.budget:
            raise WrongAnswer(fewest=1, most=poll.budget, chosen=given)
        return Ballot(picks=tuple(Pick(option_id=pick.option_id, value=pick.value) for pick in picks))

    def lines(self, poll: Poll) -> Lines:
        """Who gives points to what, however many."""
        lines = options_of([(option.id, option.text) for option in poll.options])
        return Lines(lines=lines, counts="people who gave it points", fewest=1, most=min(poll.budget, len(lines)))

    def result(self, poll: Poll, tally: Tally) -> Result:
        """One line an option, the one with most points first."""
        given = sum((points or 0) * number for (_, points, _), number in tally.by_pick.items())
        lines = [self._line(option, tally, given) for option in poll.options]
        lines.sort(key=lambda line: -(line.points or 0))
        return Result(answered=tally.answered, base=tally.answered, lines=lines)

    def _line(self, option: Option, tally: Tally, given: int) -> Line:
        mine = {points or 0: number for (key, points, _), number in tally.by_pick.items() if key == option.id}
        points = sum(each * number for each, number in mine.items())
        return Line(
            id=option.id,
            label=option.text,
            type=option.type,
            count=sum(mine.values()),
            share=share(points, given),
            points=points,
        )
