"""A result as lines to be drawn: the same lines on the results page and in a workbook's charts."""

from collections.abc import Sequence

from facilitator.domain.polls.kind import Result, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.takeaway import Shown

OTHER = "Something else"
NOT_APPLICABLE = "Not applicable"


def lines_of(poll: Poll, result: Result) -> Sequence[Shown]:
    """One line an option or step, and one for answers in own words where the question takes them."""
    lines = [Shown(label=line.label, count=line.count, share=line.share) for line in result.lines]
    if poll.has_other:
        lines.append(Shown(label=OTHER, count=result.other_count, share=share(result.other_count, result.base)))
    return lines


def counted(number: int, word: str, words: str = "") -> str:
    """A number with its word: 1 answer, 2 answers. `words` is the plural that does not just add an s."""
    return f"{number:,} {word if number == 1 else words or word + 's'}"


def note_of(poll: Poll, result: Result) -> str:
    """How many answered, and how many of them are not in the shares."""
    if result.answered == 0:
        return "Nobody answered."
    answers = f"{counted(result.answered, 'answer')}."
    if not result.not_applicable:
        return answers
    return f"{answers} “{poll.not_applicable or NOT_APPLICABLE}”: {result.not_applicable}, not in the shares."


def average_of(poll: Poll, result: Result) -> str:
    """The mean of a scale; empty where there is none."""
    return "" if result.mean is None else f"Average: {result.mean:.1f} of {len(poll.labels)}."
