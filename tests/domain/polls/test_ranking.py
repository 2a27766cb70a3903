"""Ranking: places without ties, and an average that says the same however somebody counts it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls import KINDS, Option, Poll
from facilitator.domain.polls.kind import Line, Tally
from tests.tallies import tally_of

LABELS = ("Care", "Cost", "Shifts", "Travel")
IDS = range(1, len(LABELS) + 1)
orders = st.lists(st.sampled_from(list(IDS)), min_size=1, max_size=3, unique=True)


def asked(*, fewest: int = 1, most: int = 3) -> Poll:
    options = [Option(position=at, text=label) for at, label in enumerate(LABELS)]
    for key, option in zip(IDS, options, strict=True):
        option.id = key
    poll = Poll(session_id=1, item_id=1, position=0, kind="ranking", title="First?", options=options)
    poll.min_choices, poll.max_choices = fewest, most
    return poll


def lines_of(*answers: list[int]) -> dict[str, Line]:
    ballots = [KINDS["ranking"].check(asked(), read(answer)) for answer in answers]
    return {line.label: line for line in KINDS["ranking"].result(asked(), tally_of(ballots)).lines}


def read(option_ids: list[int]):  # type: ignore[no-untyped-def]  # noqa: ANN201  an answer of its own kind
    return KINDS["ranking"].read({"kind": "ranking", "option_ids": option_ids})


def test_the_first_place_is_one_and_the_next_is_two() -> None:
    ballot = KINDS["ranking"].check(asked(), read([3, 1]))

    assert [(pick.option_id, pick.value) for pick in ballot.picks] == [(3, 1), (1, 2)]


@pytest.mark.parametrize("wrong", [[], [1, 1], [9], [1, 2, 3, 4]])
def test_no_place_a_tie_a_stranger_and_too_many_places_are_refused(wrong: list[int]) -> None:
    with pytest.raises(WrongAnswer):
        KINDS["ranking"].check(asked(), read(wrong))


def test_fewer_places_than_asked_for_are_refused() -> None:
    with pytest.raises(WrongAnswer) as refused:
        KINDS["ranking"].check(asked(fewest=2), read([1]))

    assert refused.value.details == {"fewest": 2, "most": 3, "chosen": 1}


def test_what_somebody_left_out_comes_right_after_the_last_place() -> None:
    lines = lines_of([1, 2, 3], [1], [2, 1])

    assert [(line.label, line.average, line.firsts, line.count) for line in lines.values()] == [
        ("Care", 1.33, 2, 3),
        ("Cost", 2.33, 1, 2),
        ("Shifts", 3.67, 0, 1),
        ("Travel", 4.0, 0, 0),
    ]


def test_before_anybody_answers_there_is_no_average() -> None:
    result = KINDS["ranking"].result(asked(), Tally())

    assert [(line.label, line.average) for line in result.lines] == [(label, None) for label in LABELS]


@given(st.lists(orders, min_size=1, max_size=12))
def test_the_average_is_that_of_everybody_one_by_one(answers: list[list[int]]) -> None:
    lines = lines_of(*answers)

    for key, label in zip(IDS, LABELS, strict=True):
        places = [answer.index(key) + 1 if key in answer else 4 for answer in answers]
        assert lines[label].average == round(sum(places) / len(places), 2)
        assert lines[label].firsts == sum(answer[0] == key for answer in answers)
        assert lines[label].count == sum(key in answer for answer in answers)
    assert sum(line.firsts or 0 for line in lines.values()) == len(answers)


@given(st.lists(orders, min_size=1, max_size=12))
def test_the_lines_stand_in_the_order_of_their_average(answers: list[list[int]]) -> None:
    averages = [line.average or 0 for line in lines_of(*answers).values()]

    assert all(one <= other for one, other in pairwise(averages))


@given(st.lists(orders, min_size=1, max_size=8), orders)
def test_one_more_first_place_never_harms(answers: list[list[int]], more: list[int]) -> None:
    label = LABELS[more[0] - 1]
    before, after = lines_of(*answers)[label], lines_of(*answers, more)[label]

    assert (after.average or 0) <= (before.average or 0)
