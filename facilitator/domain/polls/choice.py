"""Single and multiple choice, with an "other" in people's own words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.bygroup import OTHER, OTHER_LINE, GroupLine, Lines, options_of
from facilitator.domain.polls.kind import Answer, Line, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.words import OTHER_LIMIT, clean

if TYPE_CHECKING:
    from facilitator.domain.definition.part import Raw


class ChoiceAnswer(Answer):
    """Picked options; `other_text` counts as one more choice."""

    kind: Literal["choice"]
    option_ids: list[int]
    other_text: str | None


class MultipleChoice(PollKind):
    """Pick some of several; shares are over people, so they may add up to more than 100."""

    name = "multiple"
    title = "Multiple choice"
    says = "Pick some of several answers, as many as you allow."
    answer: ClassVar[type[Answer]] = ChoiceAnswer
    uses_options = True
    uses_limits = True
    takes_other = True
    takes_hands = True

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """One choice at most would be another kind."""
        if definition.number("max_choices", 1) == 1:
            yield "max_choices", "must say how many may be chosen, at least 2; for one choice take the kind single"

    def limits(self, poll: Poll) -> tuple[int, int]:
        """Fewest and most choices."""
        return poll.min_choices, poll.max_choices

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Known options, each once, as many as asked for."""
        picked = cast("ChoiceAnswer", answer)
        other = clean(picked.other_text, limit=OTHER_LIMIT, may_be_empty=True) if picked.other_text else None
        ids = tuple(picked.option_ids)
        known = {option.id for option in poll.options}
        if len(set(ids)) != len(ids) or not known.issuperset(ids) or (other and not poll.has_other):
            raise WrongAnswer
        fewest, most = self.limits(poll)
        if not fewest <= len(ids) + bool(other) <= most:
            raise WrongAnswer(fewest=fewest, most=most, chosen=len(ids) + bool(other))
        return Ballot(picks=tuple(Pick(option_id=key) for key in ids), other_text=other or None)

    def lines(self, poll: Poll) -> Lines:
        """One line an option, and one for people's own words."""
        other = [GroupLine(id=OTHER_LINE, label=OTHER)] if poll.has_other else []
        lines = [*options_of([(option.id, option.text) for option in poll.options]), *other]
        fewest, most = self.limits(poll)
        return Lines(lines=lines, fewest=fewest, most=min(most, len(lines)))

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """What was picked, own words too."""
        return super().lines_of(poll, ballot) | ({OTHER_LINE} if ballot.other_text else frozenset())

    def result(self, poll: Poll, tally: Tally) -> Result:
        """One line an option; the others' words are counted apart."""
        by_option = tally.by_option
        lines = [
            Line(
                id=option.id,
                label=option.text,
                type=option.type,
                count=(count := by_option.get(option.id, 0)),
                share=share(count, tally.answered),
            )
            for option in poll.options
        ]
        return Result(
            answered=tally.answered,
            base=tally.answered,
            lines=lines,
            other_count=tally.other_count,
            quotes=tally.quotes,
        )


class SingleChoice(MultipleChoice):
    """Pick exactly one of several."""

    name = "single"
    title = "Single choice"
    says = "Pick exactly one of several answers."
    uses_limits = False

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """Limits other than one would be another kind."""
        for name in ("min_choices", "max_choices"):
            if definition.number(name, 1) not in (1, None):
                yield name, "must be 1; for several choices take the kind multiple"

    def limits(self, poll: Poll) -> tuple[int, int]:
        """Exactly one, whatever the definition says."""
        del poll
        return 1, 1
