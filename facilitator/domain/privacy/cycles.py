"""Which links of a net lie on a cycle, in one walk over all of them.

A link between two places can be walked one way, or both ways. Within a part in which every place is reached from
every other, a link lies on a cycle that does not turn back on it, unless it is a bridge: the only link between two
halves (Boesch and Tindell, "Robbins's theorem for mixed multigraphs", 1980).
"""

from collections.abc import Sequence

Net = Sequence[Sequence[int]]
"""For each place, those that are reached from it."""


def on_cycles(ways: Net) -> set[tuple[int, int]]:
    """The links on cycles, each both ways round. There is at most one link between two places."""
    part = _parts(ways)
    around: list[list[int]] = [[] for _ in ways]
    for here, there in enumerate(ways):
        for other in there:
            if part[here] == part[other] and other not in around[here]:
                around[here].append(other)
                around[other].append(here)
    bridges = _bridges(around)
    return {(one, other) for one, there in enumerate(around) for other in there if (one, other) not in bridges}


def _parts(ways: Net) -> list[int]:
    """The part that each place is in, by its first place (Tarjan 1972)."""
    found, low, part = [-1] * len(ways), [0] * len(ways), [-1] * len(ways)
    stack: list[int] = []
    seen = 0

    def walk(here: int) -> None:
        nonlocal seen
        found[here] = low[here] = seen
        seen += 1
        stack.append(here)
        for other in ways[here]:
            if found[other] < 0:
                walk(other)
            if part[other] < 0:
                low[here] = min(low[here], low[other])
        while low[here] == found[here] and part[here] < 0:
            part[stack.pop()] = here

    for each in range(len(ways)):
        if found[each] < 0:
            walk(each)
    return part


def _bridges(around: Net) -> set[tuple[int, int]]:
    """The links without which two places would not be joined, each both ways round."""
    found, low = [-1] * len(around), [0] * len(around)
    bridges: set[tuple[int, int]] = set()
    seen = 0

    def walk(here: int, before: int) -> None:
        nonlocal seen
        found[here] = low[here] = seen
        seen += 1
        for other in around[here]:
            if other == before:
                continue
            if found[other] < 0:
                walk(other, here)
                if low[other] > found[here]:
                    bridges.update(((here, other), (other, here)))
            low[here] = min(low[here], low[other] if found[other] > found[here] else found[other])

    for each in range(len(around)):
        if found[each] < 0:
            walk(each, -1)
    return bridges
