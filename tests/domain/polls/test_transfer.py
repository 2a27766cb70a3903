"""Practice transfer: two questions that need an answer, and needs that may stay empty."""

import pytest

from facilitator.domain.errors import Refusal, TextTooLong, WrongAnswer
from facilitator.domain.polls import KINDS, Poll
from facilitator.domain.polls.ballot import Ballot
from tests.tallies import tally_of


def asked() -> Poll:
    return Poll(session_id=1, item_id=1, position=0, kind="transfer", title="Could it move", max_length=20)


def ballot_of(value: int, second: int, text: str = "") -> Ballot:
    sent = {"kind": "transfer", "value": value, "second": second, "text": text, "language": "el"}
    return KINDS["transfer"].check(asked(), KINDS["transfer"].read(sent))


def test_needs_may_stay_empty_and_then_have_no_language() -> None:
    empty, needs = ballot_of(1, 2, "  "), ballot_of(1, 2, " Ένας εταίρος ")

    assert [(each.text, each.language) for each in (empty, needs)] == [(None, None), ("Ένας εταίρος", "el")]


@pytest.mark.parametrize(
    ("value", "second", "text", "refusal"),
    [(0, 1, "", WrongAnswer), (4, 1, "", WrongAnswer), (1, 0, "", WrongAnswer), (1, 4, "", WrongAnswer),
     (1, 1, "x" * 21, TextTooLong)],
)  # fmt: skip
def test_a_step_that_is_none_is_refused(value: int, second: int, text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        ballot_of(value, second, text)


def test_both_questions_are_counted_apart() -> None:
    result = KINDS["transfer"].result(asked(), tally_of([ballot_of(1, 2), ballot_of(1, 3), ballot_of(2, 3)]))

    assert [(line.label, line.count, line.share) for line in result.lines] == [
        ("Yes", 2, 67), ("Partly", 1, 33), ("No", 0, 0),
    ]  # fmt: skip
    assert [(line.label, line.count) for line in result.further] == [("Yes", 0), ("With changes", 1), ("No", 2)]
