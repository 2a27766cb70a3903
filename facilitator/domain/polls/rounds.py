"""A question asked a second time: which line of one round is which line of the other."""

from collections.abc import Sequence
from dataclasses import replace

from facilitator.domain.polls.kind import Line, Result
from facilitator.domain.polls.poll import Option, Poll

_AS_IT_WAS = (
    *("session_id", "kind", "title", "help", "min_choices", "max_choices", "has_other", "label_set"),
    *("not_applicable", "max_length", "budget", "is_pulse"),
)


def second_round(first: Poll, *, item_id: int, position: int) -> Poll:
    """The same question again, ready to be opened."""
    return Poll(
        **{name: getattr(first, name) for name in _AS_IT_WAS},
        item_id=item_id,
        position=position,
        labels=list(first.labels),
        axes=[dict(axis) for axis in first.axes],
        options=[Option(position=each.position, text=each.text, type=each.type) for each in first.options],
        again_of_id=first.id,
    )


def beside(result: Result, before: Result) -> Result:
    """The result with what the round before brought in, under the ids of its own lines.

    Lines belong together that say the same; of the others those at the same place, so that a corrected text
    stays beside what it was. A line that the other round did not have is left out.
    """
    pairs = _pairs(result.lines, before.lines)
    lines = [replace(old, id=new.id, label=new.label) for new, old in pairs]
    hands = {new.id: before.hands[old.id] for new, old in pairs if old.id in before.hands}
    return replace(result, before=replace(before, lines=lines, hands=hands, quotes=(), before=None))


def _pairs(new: Sequence[Line], old: Sequence[Line]) -> list[tuple[Line, Line]]:
    by_label = {_folded(line): line for line in old}
    same = {line.id: by_label[_folded(line)] for line in new if _folded(line) in by_label}
    taken = {line.id for line in same.values()}
    for line, there in zip(new, old, strict=False):
        if line.id not in same and there.id not in taken:
            same[line.id] = there
    return [(line, same[line.id]) for line in new if line.id in same]


def _folded(line: Line) -> str:
    return " ".join(line.label.split()).casefold()
