"""Ranking: put options in an order. There are no ties, and one may stop after a few places."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.bygroup import Lines, options_of
from facilitator.domain.polls.kind import Answer, Line, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Option, Poll

if TYPE_CHECKING:
    from facilitator.domain.definition.part import Raw


class RankingAnswer(Answer):
    """Options in their order, the first place first; those that are left out have no place."""

    kind: Literal["ranking"]
    option_ids: list[int]


class Ranking(PollKind):
    """Give places. The average place is over everybody: what somebody left out comes right after the last place."""

    name = "ranking"
    title = "Ranking"
    says = "Put answers in an order, from the first place on. People may stop after a few places."
    answer: ClassVar[type[Answer]] = RankingAnswer
    uses_options = True
    uses_limits = True

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """One place would be a single choice."""
        if definition.number("max_choices", 1) == 1:
            yield "max_choices", "must say how many places there are, at least 2"

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Known options, each once, at least as many as asked for."""
        ids = cast("RankingAnswer", answer).option_ids
        if len(set(ids)) != len(ids) or not {option.id for option in poll.options}.issuperset(ids):
            raise WrongAnswer
        fewest = max(1, poll.min_choices)
        if not fewest <= len(ids) <= poll.max_choices:
            raise WrongAnswer(fewest=fewest, most=poll.max_choices, chosen=len(ids))
        return Ballot(picks=tuple(Pick(option_id=key, value=place) for place, key in enumerate(ids, start=1)))

    def lines(self, poll: Poll) -> Lines:
        """Who puts what first."""
        lines = options_of([(option.id, option.text) for option in poll.options])
        return Lines(lines=lines, counts="people who put it first")

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """The option with the first place."""
        del poll
        return frozenset(pick.option_id for pick in ballot.picks if pick.value == 1)

    def result(self, poll: Poll, tally: Tally) -> Result:
        """One line an option, the best average place first. `count` is who gave it a place, whichever."""
        behind = behind_all(poll)
        lines = [self._line(option, tally, behind) for option in poll.options]
        lines.sort(key=lambda line: (line.average or behind, -(line.firsts or 0)))
        return Result(answered=tally.answered, base=tally.answered, lines=lines)

    def _line(self, option: Option, tally: Tally, behind: int) -> Line:
        places = {place or 0: n for (key, place, _), n in tally.by_pick.items() if key == option.id}
        count = sum(places.values())
        total = sum(place * number for place, number in places.items()) + behind * (tally.answered - count)
        return Line(
            id=option.id,
            label=option.text,
            type=option.type,
            count=count,
            share=share(count, tally.answered),
            average=round(total / tally.answered, 2) if tally.answered else None,
            firsts=places.get(1, 0),
        )


def behind_all(poll: Poll) -> int:
    """The place that counts for an option which somebody left out: right after the last that one can give."""
    return min(poll.max_choices, len(poll.options)) + 1
