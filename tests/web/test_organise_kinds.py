"""Building questions that ask for places, points, words, two axes and practices."""

import pytest

from tests.pages import Browser
from tests.web.conftest import Home


@pytest.fixture
def nadia(home: Home) -> Browser:
    """Nadia at the agenda of her session."""
    browser = home.nadia()
    browser.open(f"/organise/{home.gathering.public_id}")
    return browser


AXES = {
    "axis-0-title": "How much it helps", "axis-0-low": "Hardly", "axis-0-high": "A lot",
    "axis-1-title": "How hard to copy", "axis-1-low": "Easy", "axis-1-high": "Very hard",
}  # fmt: skip


def start(home: Home, nadia: Browser, kind: str) -> None:
    """Begin a new question of a kind in the first step."""
    step = home.gathering.items()[0].id
    nadia.open(f"/organise/{home.gathering.public_id}/steps/{step}/questions/new?kind={kind}")


def test_a_question_of_each_later_kind_is_added(home: Home, nadia: Browser) -> None:
    typed: dict[str, dict[str, str]] = {
        "Ranking": {"title": "What comes first", "more": "Care\nCost\nShifts", "max_choices": "2"},
        "Points budget": {"title": "Where to spend", "more": "Care\nCost", "budget": "20"},
        "One to three words": {"title": "In few words", "max_choices": "2"},
        "Two-axis rating": {"title": "What helps", "more": "Mentors\nChildcare", **AXES},
        "Practice transfer": {"title": "Could it move", "max_length": "150"},
    }
    for kind, fields in typed.items():
        nadia.open(f"/organise/{home.gathering.public_id}")
        nadia.follow("Add a question to Break")
        nadia.follow(kind)
        assert nadia.press("Add the question", **fields).problems == []
    made = {title: home.gathering.poll(title) for title in (fields["title"] for fields in typed.values())}
    assert [poll.kind for poll in made.values()] == ["ranking", "points", "words", "axes", "transfer"]
    assert (made["What comes first"].max_choices, made["In few words"].max_choices) == (2, 2)
    assert (made["Where to spend"].budget, made["Could it move"].max_length) == (20, 150)
    assert made["What helps"].axes[1] == {"title": "How hard to copy", "low": "Easy", "high": "Very hard"}


def test_the_words_of_an_axis_are_corrected(home: Home, nadia: Browser) -> None:
    start(home, nadia, "axes")
    nadia.press("Add the question", title="What helps", more="Mentors\nChildcare", **AXES)
    nadia.follow("What helps")
    nadia.press("Save the question", **{"axis-1-high": "Hardly possible"})
    assert [axis["high"] for axis in home.gathering.poll("What helps").axes] == ["A lot", "Hardly possible"]


def test_what_is_wrong_with_them_is_said_in_the_words_of_the_page(home: Home, nadia: Browser) -> None:
    start(home, nadia, "axes")
    page = nadia.press("Add the question", title="What helps", more="Mentors\nChildcare", **(AXES | {"axis-0-low": ""}))
    assert page.problems == ["Axis 1 must not be empty."]
    assert "#axis-0-low" in page.links.values()
    start(home, nadia, "ranking")
    assert nadia.press("Add the question", title="x", more="a\nb", max_choices="1").problems == [
        "The most choices must say how many places there are, at least 2."
    ]
    start(home, nadia, "words")
    assert nadia.press("Add the question", title="x", max_choices="4").problems == [
        "The most choices must be at most 3 words; for more take the kind text."
    ]
    start(home, nadia, "points")
    assert nadia.press("Add the question", title="x", more="a\nb", budget="0").problems == [
        "The points must be at least 1."
    ]
