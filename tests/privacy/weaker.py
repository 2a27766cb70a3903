"""A weaker rule, as one would write it at first: to show that the solver finds what such a rule tells."""

from facilitator.domain.polls.bygroup import Lines
from facilitator.domain.privacy import Answered, GroupRow, GroupTable, Told
from facilitator.domain.privacy.counts import count
from facilitator.domain.privacy.publishing import Before, choose


def publish_cell_by_cell(lines: Lines, answered: Answered, *, least: int, before: Before | None = None) -> GroupTable:
    """Groups that are too small are left out, and so is each small number, but nobody asks what it all tells."""
    del before
    sizes = {group: sum(sets.values()) for group, sets in answered.items()}
    shown = choose(sizes, least=least, before=Before())
    counts = count(lines, answered, shown)
    return GroupTable(
        least=least,
        answered=sum(sizes.values()),
        others=sum(counts.sizes[len(shown) :]),
        lines=lines.lines,
        totals=counts.totals,
        rows=[
            GroupRow(
                group_id=group,
                answered=counts.sizes[row],
                cells=[_told(value, counts.sizes[row], least) for value in counts.table[row]],
            )
            for row, group in enumerate(shown)
            if len(counts.sizes) > 1
        ],
    )


def _told(value: int, size: int, least: int) -> Told:
    if value < least:
        return Told(low=0, high=least - 1)
    return Told(low=size - least + 1, high=size) if size - value < least else Told(low=value, high=value)
