"""A budget of points: nobody gives more than there are, and none is lost in counting."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls import KINDS, Option, Poll
from facilitator.domain.polls.ballot import Ballot
from tests.tallies import tally_of

BUDGET = 10
IDS = (1, 2, 3)
shared_out = st.dictionaries(st.sampled_from(IDS), st.integers(1, BUDGET), min_size=1).filter(
    lambda given: sum(given.values()) <= BUDGET
)


def asked() -> Poll:
    options = [Option(position=key, text=f"Option {key}") for key in IDS]
    for key, option in zip(IDS, options, strict=True):
        option.id = key
    poll = Poll(session_id=1, item_id=1, position=0, kind="points", title="Where to spend", options=options)
    poll.budget = BUDGET
    return poll


def ballot_of(*picks: tuple[int, Any]) -> Ballot:
    kind = KINDS["points"]
    return kind.check(asked(), kind.read({"kind": "points", "picks": [{"option_id": k, "value": v} for k, v in picks]}))


@pytest.mark.parametrize(
    "wrong",
    [[], [(1, 0)], [(1, -1)], [(1, None)], [(1, 11)], [(1, 6), (2, 5)], [(1, 2), (1, 3)], [(9, 1)]],
    ids=["nothing", "no point", "less than none", "no number", "too many", "too many together", "twice", "a stranger"],
)
def test_what_nobody_has_to_give_is_refused(wrong: list[tuple[int, Any]]) -> None:
    with pytest.raises(WrongAnswer):
        ballot_of(*wrong)


def test_some_points_may_be_kept() -> None:
    assert [(pick.option_id, pick.value) for pick in ballot_of((2, 3)).picks] == [(2, 3)]


@given(st.lists(shared_out, max_size=12))
def test_every_point_that_was_given_is_counted_once(answers: list[dict[int, int]]) -> None:
    result = KINDS["points"].result(asked(), tally_of([ballot_of(*answer.items()) for answer in answers]))
    by_id = {line.id: line for line in result.lines}

    assert sum(line.points or 0 for line in result.lines) == sum(sum(answer.values()) for answer in answers)
    for key in IDS:
        assert by_id[key].points == sum(answer.get(key, 0) for answer in answers)
        assert by_id[key].count == sum(key in answer for answer in answers)


@given(st.lists(shared_out, min_size=1, max_size=12))
def test_the_most_points_stand_first_and_shares_are_over_all_points(answers: list[dict[int, int]]) -> None:
    lines = KINDS["points"].result(asked(), tally_of([ballot_of(*answer.items()) for answer in answers])).lines
    given_points = sum(line.points or 0 for line in lines)

    assert [line.points for line in lines] == sorted((line.points for line in lines), key=lambda n: -(n or 0))
    assert all(abs(line.share - 100 * (line.points or 0) / given_points) <= 0.5 for line in lines)
