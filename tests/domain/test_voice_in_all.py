"""How groups were heard in a whole session: what somebody could work out who can count everything else."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

import pytest

from facilitator.domain.voice import Heard, in_all

LEAST = 3


def heard(sizes: Sequence[int], contributions: tuple[int, ...], *, everything: int) -> tuple[str, ...]:
    groups = [
        Heard(group_id=number, people=size, contributions=count, heard_at=None)
        for number, (size, count) in enumerate(zip(sizes, contributions, strict=True))
    ]
    return tuple(in_all(groups, everything=everything, least=LEAST).values())


def test_a_group_is_told_beside_its_share_and_one_not_heard_like_one_heard_little() -> None:
    assert heard((10, 10, 5, 5), (40, 4, 10, 0), everything=40) == ("fair", "less", "fair", "less")


def test_one_group_alone_is_not_told_of() -> None:
    assert heard((10,), (40,), everything=40) == ()


@pytest.mark.parametrize(("everything", "told"), [(2 * LEAST - 1, 0), (2 * LEAST, 2)])
def test_words_need_much_that_came_in(everything: int, told: int) -> None:
    assert len(heard((5, 5), (9, 9), everything=everything)) == told


SIZES = ((3, 3), (3, 7), (4, 12), (3, 3, 4), (5, 7, 8), (3, 5, 9))


def known(sizes: tuple[int, ...], everything: int, *, has_others: bool, answers: Sequence[int] = ()) -> set[int]:
    """What is known for certain of a group's part of everything: all worlds that agree with the words have it."""
    worlds: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    for gave in product(range(everything + 1), repeat=len(sizes)):
        if sum(gave) == everything or (has_others and 0 < sum(gave) < everything):
            counted = tuple(map(sum, zip(gave, answers or [0] * len(sizes), strict=True)))
            worlds[heard(sizes, counted, everything=10**6)].append((*gave, everything - sum(gave)))
    parts = (set(part) for agreeing in worlds.values() for part in zip(*agreeing, strict=True))
    return {only for part in parts if len(part) == 1 for only in part}


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("more", [0, 1, 5])
def test_nobody_can_work_out_that_a_group_gave_a_few(sizes: tuple[int, ...], more: int) -> None:
    everything = LEAST * len(sizes) + more
    found = known(sizes, everything, has_others=False) | known(sizes, everything, has_others=True)
    assert found.isdisjoint(range(1, LEAST))


def test_with_answers_that_were_published_by_group_they_could() -> None:
    assert 2 in known((5, 7, 8), 7, has_others=False, answers=(2, 0, 18))
