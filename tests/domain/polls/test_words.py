"""Words: what counts as the same word, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import BadText, Refusal, TextMissing, TextTooLong, WrongAnswer
from facilitator.domain.polls import KINDS, Poll
from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.kind import Tally
from facilitator.domain.polls.terms import Said, folded, root_of


def ballot_of(*terms: str) -> Ballot:
    poll = Poll(session_id=1, item_id=1, position=0, kind="words", title="In few words", max_choices=3)
    return KINDS["words"].check(poll, KINDS["words"].read({"kind": "words", "terms": [*terms], "language": "en"}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Childcare", "childcare!"),
        ("  more   time ", "More time"),
        ("STRASSE", "straße"),
        ("ΧΡΌΝΟΣ", "χρόνος"),
        ("ﬁne", "fine"),
        ("“Trust”", "trust…"),
        ("Cafe\u0301", "café"),
        ("Ⅷ", "viii"),
    ],
)
def test_case_signs_and_surroundings_do_not_make_another_word(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("job", "jobs"), ("co-op", "coop"), ("C#", "C"), ("C++", "C"), ("Zeit", "Zelt")]
)
def test_an_ending_or_a_sign_within_makes_another_word(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=40))
def test_a_folded_word_always_fits_its_column(text: str) -> None:
    try:
        terms = ballot_of(text).terms
    except Refusal:
        return
    assert all(0 < len(folded(term)) <= 80 for term in terms)


def test_the_same_word_twice_counts_once_and_keeps_its_first_spelling() -> None:
    assert ballot_of("Time", "time!", "Care").terms == ("Time", "Care")


def test_empty_fields_are_left_out() -> None:
    assert ballot_of("", "Care", "  ").terms == ("Care",)


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        ([], TextMissing),
        (["", " "], TextMissing),
        (["…", "!"], TextMissing),
        (["a", "b", "c", "d"], WrongAnswer),
        (["a" * 41], TextTooLong),
        (["bell\x07"], BadText),
    ],
)
def test_what_is_no_answer_is_refused(terms: list[str], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        ballot_of(*terms)


def said(word: str, count: int, **more: object) -> Said:
    return Said(**{"folded": word, "language": "en", "text": word, "count": count, "together": count, **more})  # type: ignore[arg-type]


def test_the_most_said_stands_first_and_a_hidden_or_merged_word_is_no_line() -> None:
    words = (
        said("care", 3),
        said("cost", 5),
        said("rude", 9, is_hidden=True),
        said("child care", 2, merged_into="care"),
    )
    poll = Poll(session_id=1, item_id=1, position=0, kind="words", title="In few words")

    result = KINDS["words"].result(poll, Tally(answered=10, terms=words))

    assert [(line.label, line.count, line.share, line.language) for line in result.lines] == [
        ("cost", 5, 50, "en"),
        ("care", 3, 30, "en"),
    ]


def test_of_very_many_words_the_rest_is_counted() -> None:
    poll = Poll(session_id=1, item_id=1, position=0, kind="words", title="In few words")

    result = KINDS["words"].result(poll, Tally(answered=70, terms=[said(f"word {n}", 1) for n in range(70)]))

    assert (len(result.lines), result.left) == (60, 10)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_following_what_was_merged_always_comes_to_an_end(merged: dict[str, str]) -> None:
    assert root_of("a", merged) in "abcdef"
