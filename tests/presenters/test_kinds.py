"""Places, points, words, two axes and practices: on the results page and in what is taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.presenters.results import Question
from facilitator.services.results import read_results
from tests.cast import MARIA
from tests.factories import Gathering
from tests.kinds import answer_all, open_all
from tests.takeaways import Row, from_csv, from_json, plain

NAMES = ("line", "count", "share", "average", "second", "firsts", "points", "language")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Gathering]:
    """Five questions in five ways, answered, and over."""
    made = open_all(tmp_path)
    answer_all(made)
    made.steer(MARIA, "end_session", confirm="END")
    yield made
    made.database.dispose()


def lines(held: Gathering, title: str) -> list[tuple[object, ...]]:
    rows = [row for row in from_json(held, "polls") if row["poll"] == title]
    return [tuple(row[name] for name in NAMES) for row in rows]


def answers(held: Gathering, title: str) -> list[Row]:
    return [row for row in from_json(held, "answers") if row["poll"] == title]


def question(held: Gathering, title: str) -> Question:
    page = held.read(lambda work: read_results(work, held.actor(MARIA)))
    return next(each for step in page.steps for each in step.questions if each.title == title)


def test_a_ranking_is_taken_away_in_the_order_of_its_average(held: Gathering) -> None:
    assert lines(held, "What comes first") == [
        ("Care", 3, 100, 1.33, None, 2, None, None),
        ("Cost", 2, 67, 2.33, None, 1, None, None),
        ("Shifts", 1, 33, 3.67, None, 0, None, None),
        ("Travel", 0, 0, 4.0, None, 0, None, None),
    ]
    orders = [(row["options"], row["values"]) for row in answers(held, "What comes first")]
    assert sorted(orders) == [
        (["Care"], ["1"]),
        (["Care", "Cost"], ["2", "1"]),
        (["Care", "Cost", "Shifts"], ["1", "2", "3"]),
    ]


def test_points_are_taken_away_with_their_share_of_all_points(held: Gathering) -> None:
    assert lines(held, "Where to spend") == [
        ("Care", 2, 44, None, None, None, 7, None),
        ("Shifts", 1, 31, None, None, None, 5, None),
        ("Cost", 1, 25, None, None, None, 4, None),
    ]


def test_words_are_taken_away_in_their_languages(held: Gathering) -> None:
    found = {(line, count, language) for line, count, *_, language in lines(held, "In few words")}

    assert ("χρόνος", 2, "el") in found
    assert {language for *_, language in found} == {"en", "de", "pl", "el"}


def test_two_axes_are_taken_away_with_both_averages(held: Gathering) -> None:
    assert lines(held, "What helps") == [
        ("Mentors", 2, 100, 4.5, 1.5, None, None, None),
        ("Childcare", 1, 50, 4.0, 5.0, None, None, None),
        ("Short courses", 0, 0, None, None, None, None, None),
    ]
    rated = [(row["options"], row["values"], row["seconds"]) for row in answers(held, "What helps")]
    assert sorted(rated) == [(["Mentors"], ["4"], ["1"]), (["Mentors", "Childcare"], ["5", "4"], ["2", "5"])]


def test_a_practice_is_taken_away_in_its_parts(held: Gathering) -> None:
    rows = [row for row in from_json(held, "polls") if row["poll"] == "Could it move"]

    assert [(row["part"], row["line"], row["count"]) for row in rows] == [
        ("Is it relevant for us?", "Yes", 2),
        ("Is it relevant for us?", "Partly", 1),
        ("Is it relevant for us?", "No", 0),
        ("Could we copy it?", "Yes", 1),
        ("Could we copy it?", "With changes", 1),
        ("Could we copy it?", "No", 1),
    ]


def test_a_word_that_looks_like_a_formula_is_text_in_every_file(held: Gathering) -> None:
    assert "'=1+1" in {row["line"] for row in from_csv(held, "polls")}
    assert "'=pieniądze" in {row["text"] for row in from_csv(held, "answers")}
    assert "=1+1" in plain(held, "session.json")


def test_the_page_shows_places_points_and_parts_as_tables(held: Gathering) -> None:
    ranked, pointed = question(held, "What comes first").figure, question(held, "Where to spend").figure
    moved = question(held, "Could it move")

    assert ranked is not None
    assert pointed is not None
    assert moved.further is not None
    assert (list(ranked.heads), list(ranked.lines[0].cells)) == (
        ["Average place", "First places", "People"],
        ["1.3", "2", "3"],
    )
    assert (pointed.way, list(pointed.lines[0].cells)) == ("bars", ["7", "44 %", "2"])
    assert [line.label for line in moved.further.lines] == ["Yes", "With changes", "No"]
    assert [quote.text for quote in moved.quotes if quote.language == "pl"] == ["=pieniądze"]


def test_the_page_names_the_language_of_each_word_among_several(held: Gathering) -> None:
    said, ranked = question(held, "In few words").figure, question(held, "What comes first").figure

    assert said is not None
    assert ranked is not None
    assert (said.has_languages, ranked.has_languages) == (True, False)


def test_the_page_says_how_an_average_place_is_to_be_read(held: Gathering) -> None:
    assert question(held, "What comes first").note == (
        "3 answers. Best average place first; whoever left an answer out counts as place 4."
    )


def test_the_drawing_with_two_axes_has_a_mark_for_what_was_rated(held: Gathering) -> None:
    drawn = question(held, "What helps").quadrant

    assert drawn is not None
    assert [(mark.number, mark.label) for mark in drawn.marks] == [(1, "Mentors"), (2, "Childcare")]
    assert (drawn.marks[0].x, drawn.marks[0].y) == (17.75, 17.75)
    assert list(drawn.unrated) == ["Short courses"]
