"""A result as lines to be drawn: the same lines on the results page and in a workbook's charts."""

from collections.abc import Sequence

from facilitator.domain.polls.bygroup import OTHER
from facilitator.domain.polls.kind import Line, Result, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.takeaway import Shown
from facilitator.presenters.kind_figures import cells_of, is_alone, reading_of

NOT_APPLICABLE = "Not applicable"


def lines_of(poll: Poll, result: Result) -> Sequence[Shown]:
    """One line an option or step, and one for answers in own words where the question takes them."""
    lines = [_shown(poll, result, line) for line in result.lines]
    if poll.has_other:
        lines.append(_other(result))
    return lines


def _shown(poll: Poll, result: Result, line: Line) -> Shown:
    old = next((each for each in result.before.lines if each.id == line.id), None) if result.before else None
    return Shown(
        label=line.label,
        count=line.count,
        share=line.share,
        hands=result.hands.get(line.id, 0),
        before=old.count if old else None,
        before_share=old.share if old and not is_alone(poll) else None,
        cells=cells_of(poll, line),
        drawn=line.firsts,
        language=line.language,
    )


def _other(result: Result) -> Shown:
    before = result.before
    return Shown(
        label=OTHER,
        count=result.other_count,
        share=share(result.other_count, result.base),
        before=before.other_count if before else None,
        before_share=share(before.other_count, before.base) if before else None,
        cells=(str(result.other_count), f"{share(result.other_count, result.base)} %"),
    )


def counted(number: int, word: str, words: str = "") -> str:
    """A number with its word: 1 answer, 2 answers. `words` is the plural that does not just add an s."""
    return f"{number:,} {word if number == 1 else words or word + 's'}"


def note_of(poll: Poll, result: Result) -> str:
    """How many answered, how many of them are not in the shares, and what there is beside the answers."""
    said = [f"{counted(result.answered, 'answer')}." if result.answered else "Nobody answered."]
    if result.not_applicable:
        said.append(f"“{poll.not_applicable or NOT_APPLICABLE}”: {result.not_applicable}, not in the shares.")
    if result.hands:
        said.append(f"{counted(sum(result.hands.values()), 'hand')} counted by a host, not in the shares.")
    if result.before is not None:
        said.append(f"First round: {_round(result.before)}.")
    if result.answered and reading_of(poll):
        said.append(reading_of(poll))
    if result.left:
        said.append(f"{counted(result.left, 'more word was', 'more words were')} said more seldom.")
    return " ".join(said)


def _round(before: Result) -> str:
    answers = counted(before.answered, "answer")
    return f"{answers}, {counted(sum(before.hands.values()), 'hand')}" if before.hands else answers


def average_of(poll: Poll, result: Result) -> str:
    """The mean of a scale; empty where there is none."""
    if result.mean is None:
        return ""
    average = f"Average: {result.mean:.1f} of {len(poll.labels)}."
    if result.before is None or result.before.mean is None:
        return average
    return f"{average} In the first round: {result.before.mean:.1f}."
