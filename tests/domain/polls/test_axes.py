"""Two axes: both steps of what one rates, and nothing for what one does not know."""

from typing import Any

import pytest

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls import KINDS, Option, Poll
from facilitator.domain.polls.ballot import Ballot
from tests.tallies import tally_of

LABELS = ("Mentors", "Childcare", "Short courses")


def asked() -> Poll:
    options = [Option(position=at, text=label) for at, label in enumerate(LABELS)]
    for at, option in enumerate(options):
        option.id = at + 1
    return Poll(session_id=1, item_id=1, position=0, kind="axes", title="What helps", options=options)


def ballot_of(*picks: tuple[Any, Any, Any]) -> Ballot:
    sent = [{"option_id": key, "value": value, "second": second} for key, value, second in picks]
    return KINDS["axes"].check(asked(), KINDS["axes"].read({"kind": "axes", "picks": sent}))


@pytest.mark.parametrize(
    "wrong",
    [[], [(1, 3, None)], [(1, None, 3)], [(1, 0, 3)], [(1, 3, 6)], [(1, 3, 3), (1, 2, 2)], [(9, 3, 3)]],
    ids=["nothing", "no second", "no first", "too low", "too high", "twice", "a stranger"],
)
def test_half_a_rating_is_refused(wrong: list[tuple[Any, Any, Any]]) -> None:
    with pytest.raises(WrongAnswer):
        ballot_of(*wrong)


def test_averages_are_over_those_who_rated_it() -> None:
    result = KINDS["axes"].result(asked(), tally_of([ballot_of((1, 5, 2), (2, 4, 5)), ballot_of((1, 4, 1))]))

    assert [(line.label, line.average, line.second, line.count, line.share) for line in result.lines] == [
        ("Mentors", 4.5, 1.5, 2, 100),
        ("Childcare", 4.0, 5.0, 1, 50),
        ("Short courses", None, None, 0, 0),
    ]
