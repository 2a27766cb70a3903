"""Which ideas say nearly the same: real sentences of several languages, on both sides of the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.alike import MOST, Board

SAME = {
    "another order": ("More time to learn", "Time to learn, more of it"),
    "another ending": ("Mentoring for women returning to work", "Mentoring women who return to work"),
    "case, accents and points": ("A crèche next to every evening course", "CRECHE, next to every evening course!"),
    "one word in two": ("Childcare during training", "Child care during the training"),
    "little words": ("Money for travel", "Travel money"),
    "an abbreviation": ("AI courses for teachers", "Courses on AI for teachers"),
    "all in capitals": ("WE LACK TIME TO LEARN", "We lack time to learn"),
    "Bulgarian": ("Гъвкаво работно време за родители", "Гъвкаво работно време за родителите"),
    "Finnish": ("Joustavat työajat vanhemmille", "Vanhemmille joustavat työajat"),
    "French": ("Garde d’enfants pendant la formation", "Garde des enfants pendant les formations"),
    "German": ("Kinderbetreuung am Arbeitsplatz", "Betreuung von Kindern am Arbeitsplatz"),
    "German with ß": ("Sichere Straßen zur Berufsschule", "Sichere STRASSEN zur Berufsschule"),
    "Greek": ("Φροντίδα παιδιών κατά την εκπαίδευση", "ΦΡΟΝΤΙΔΑ ΠΑΙΔΙΩΝ στην εκπαίδευση"),
    "Hungarian": ("Rugalmas munkaidő szülőknek", "Rugalmas munkaidő a szülők számára"),
    "Polish": ("Więcej miejsc w żłobkach", "wiecej miejsc w zlobkach"),
}
APART = {
    "another trade": ("More women in training for truck drivers", "More women in training for welders"),
    "another need": ("We need childcare", "We need mentors"),
    "another place": ("Role models in schools", "Role models in companies"),
    "another time": ("Part-time courses in the evening", "Full-time courses in the morning"),
    "another abbreviation": ("AI training", "HR training"),
    "another thing lent": ("We offer a mentor for one month", "We offer a room for one month"),
    "German": ("Wir brauchen mehr Zeit", "Wir brauchen mehr Geld"),
    "Greek": ("Περισσότερος χρόνος", "Περισσότερα χρήματα"),
    "the same in other words": ("A crèche next to every evening course", "Care vouchers for parents who train"),
    "no words at all": ("👍", "👍"),
}


def pairs(texts: dict[int, str], board: Board | None = None) -> list[tuple[int, int]]:
    return [(hint.post_id, hint.earlier_id) for hint in (board or Board()).hints(texts)]


@pytest.mark.parametrize("case", SAME)
def test_these_say_nearly_the_same(case: str) -> None:
    assert pairs(dict(enumerate(SAME[case]))) == [(1, 0)]


@pytest.mark.parametrize("case", APART)
def test_these_do_not(case: str) -> None:
    assert pairs(dict(enumerate(APART[case]))) == []


def test_each_idea_is_told_once_with_the_closest_that_was_sent_before_it() -> None:
    texts = {
        9: "A crèche next to every evening course",
        4: "Trains that still run after class",
        7: "Crèches next to evening courses",
        2: "Creches next to evening courses",
        5: "A creche next to every evening course",
    }
    assert pairs(texts) == [(2, 7), (5, 9), (7, 9)]


def test_of_many_that_are_the_same_each_points_at_the_first() -> None:
    assert pairs(dict.fromkeys((3, 1, 2), "Childcare")) == [(1, 3), (2, 3)]


def test_on_a_very_long_board_only_the_newest_are_compared() -> None:
    texts = {0: "Childcare", **{number: f"Idea {number:04d}{number:04d}" for number in range(1, MOST)}}
    board = Board()
    assert (MOST + 1, 0) not in pairs(texts, board)
    texts[MOST] = "Childcare!"
    texts[MOST + 1] = "Child-care"
    assert [pair for pair in pairs(texts, board) if pair[0] > MOST] == [(MOST + 1, MOST)]


WORDS = st.sampled_from(("Childcare", "Child care", "evening courses", "Evening course", "trains", "mentors", "Zeit"))
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(boards=st.lists(st.dictionaries(st.integers(0, 9), TEXTS, max_size=9), min_size=2, max_size=6))
def test_what_was_compared_before_changes_nothing_in_what_is_found(boards: list[dict[int, str]]) -> None:
    board = Board()
    for texts in boards:
        in_order = dict(sorted(texts.items()))
        assert board.hints(in_order) == Board().hints(in_order)
