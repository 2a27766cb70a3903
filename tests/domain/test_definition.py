"""A session as data: what may be written, and what contradicts itself."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from facilitator.domain.definition import (
    BoardDefinition,
    ColumnDefinition,
    Fact,
    ItemDefinition,
    OptionDefinition,
    PollDefinition,
    Raw,
    Reference,
    SessionDefinition,
)
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.choice import MultipleChoice


def session(**changes: object) -> dict[str, Any]:
    """The plainest session that is right, with changes."""
    plain = {
        "format": 1,
        "title": "Peers",
        "language": "en",
        "timezone": "Europe/Brussels",
        "agenda": [{"kind": "welcome", "title": "Welcome", "minutes": 5}],
    }
    return plain | changes


def with_poll(**poll: object) -> dict[str, Any]:
    """A session that asks one question."""
    asked = {"kind": "single", "title": "Where do you work?"} | poll
    item = {"kind": "poll", "title": "A question", "minutes": 5, "polls": [asked]}
    return session(agenda=[item], label_sets={"agree": ["No", "Partly", "Yes"]})


def mistakes(data: dict[str, Any]) -> set[tuple[str, str]]:
    """Where a session is wrong, as dotted places, and what is said about it."""
    with pytest.raises(ValidationError) as caught:
        SessionDefinition.model_validate(data)
    errors = caught.value.errors(include_url=False)
    return {
        (".".join(map(str, error["loc"])), str(error.get("ctx", {}).get("error", error["type"]))) for error in errors
    }


def poll_mistakes(**poll: object) -> set[tuple[str, str]]:
    """Where a question is wrong."""
    return {(place.removeprefix("agenda.0.polls.0."), phrase) for place, phrase in mistakes(with_poll(**poll))}


def test_the_plainest_session_holds_what_is_taken_without_being_written() -> None:
    plain = SessionDefinition.model_validate(session())

    assert plain == SessionDefinition(
        format=1,
        title="Peers",
        organiser="",
        description="",
        language="en",
        timezone="Europe/Brussels",
        start=None,
        groups=[],
        references=[],
        facts=[],
        label_sets={},
        agenda=[
            ItemDefinition(kind="welcome", title="Welcome", minutes=5, instruction="", notes="", polls=[], boards=[])
        ],
    )
    assert plain.minutes == 5


def test_texts_are_tidied_once_and_for_all() -> None:
    tidy = SessionDefinition.model_validate(session(title=" Peers\tof\n Europe ", description="  Cafe\u0301\r\nfirst "))

    assert (tidy.title, tidy.description) == ("Peers of  Europe", "Caf\u00e9\nfirst")


def test_an_empty_field_counts_as_one_that_was_not_written() -> None:
    assert SessionDefinition.model_validate(session(description=None)).description == ""
    assert mistakes(session(title=None)) == {("title", "missing")}


def test_an_option_without_a_type_may_be_its_text_alone() -> None:
    short = PollDefinition.model_validate({"kind": "single", "title": "Well?", "options": ["Yes", {"text": "No"}]})

    assert short.options == [OptionDefinition(text="Yes"), OptionDefinition(text="No")]


def test_unknown_fields_are_refused_wherever_they_stand() -> None:
    wrong = with_poll(colour="red", options=[{"text": "A", "points": 3}, "B"]) | {"theme": "dark"}

    assert mistakes(wrong) == {
        ("theme", "extra_forbidden"),
        ("agenda.0.polls.0.colour", "extra_forbidden"),
        ("agenda.0.polls.0.options.0.points", "extra_forbidden"),
    }


@pytest.mark.parametrize(
    ("field", "value", "phrase"),
    [
        ("format", 2, "literal_error"),
        ("title", "", "must not be empty"),
        ("title", "x" * 201, "is longer than 200 characters"),
        ("title", "bell\a", "holds characters that cannot be shown"),
        ("title", 24, "string_type"),
        ("description", "x" * 4001, "is longer than 4000 characters"),
        ("language", "english please", "must be a language code such as en, el or pt-BR"),
        ("timezone", "Mars/Base", "must be the name of a time zone, such as Europe/Brussels"),
        ("timezone", "../../etc/passwd", "must be the name of a time zone, such as Europe/Brussels"),
        ("agenda", [], "too_short"),
        ("agenda", [session()["agenda"][0]] * 101, "too_long"),
        ("groups", "all", "list_type"),
    ],
)
def test_a_field_that_is_wrong_is_named(field: str, value: object, phrase: str) -> None:
    assert mistakes(session(**{field: value})) == {(field, phrase)}


@pytest.mark.parametrize(
    ("item", "place", "phrase"),
    [
        ({"kind": "lunch"}, "kind", "literal_error"),
        ({"minutes": 0}, "minutes", "greater_than_equal"),
        ({"minutes": 601}, "minutes", "less_than_equal"),
        ({"minutes": True}, "minutes", "int_type"),
        ({"minutes": "five"}, "minutes", "int_type"),
        ({"notes": "x" * 4001}, "notes", "is longer than 4000 characters"),
    ],
)
def test_a_step_that_is_wrong_is_named(item: dict[str, object], place: str, phrase: str) -> None:
    welcome = {"kind": "welcome", "title": "Welcome", "minutes": 5} | item

    assert mistakes(session(agenda=[welcome])) == {(f"agenda.0.{place}", phrase)}


def test_a_start_has_its_offset_and_stays_the_same_instant() -> None:
    in_brussels = datetime(2023, 10, 24, 14, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    written = SessionDefinition.model_validate(session(start="2023-10-24T14:30:00+02:00"))
    given = SessionDefinition.model_validate(session(start=in_brussels))

    assert written.start == given.start == datetime(2023, 10, 24, 12, 30, tzinfo=UTC)
    assert given.start is not None
    assert given.start.tzinfo == timezone(timedelta(hours=2))


@pytest.mark.parametrize("start", ["2023-10-24", "2023-10-24T14:30:00", "half past two", 1698150600, True])
def test_a_start_without_its_offset_is_refused(start: object) -> None:
    phrase = "must be a date and time with its offset from UTC, such as 2023-10-24T14:30:00+02:00"

    assert mistakes(session(start=start)) == {("start", phrase)}


def test_a_start_in_another_age_is_refused() -> None:
    assert mistakes(session(start="0001-01-01T00:00:00+02:00")) == {("start", "must lie between 2000 and 2100")}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "https://a b.eu", "www.example.org", ""])
def test_only_addresses_of_pages_become_links(url: str) -> None:
    wrong = session(
        references=[{"title": "A page", "url": url}], facts=[{"text": "A fact", "source": "A page", "url": url}]
    )
    phrase = "must be an address that starts with https:// or http://"

    assert mistakes(wrong) == {("references.0.url", phrase), ("facts.0.url", phrase)}
    assert Reference(title="A page", url="https://example.org/a?b=c").url == "https://example.org/a?b=c"
    assert Fact(text="A fact", source="A book").url is None


def test_what_stands_twice_is_found_whatever_its_case() -> None:
    wrong = with_poll(options=["Time", "Money", " time"]) | {
        "groups": [{"key": "union", "title": "Union"}, {"key": "union", "title": "UNION"}],
        "label_sets": {"agree": ["Yes", "No", "yes"]},
    }
    wrong["agenda"][0]["boards"] = [{"title": "Together", "columns": [{"title": "Offer"}, {"title": "offer"}]}]

    assert mistakes(wrong) == {
        ("agenda.0.polls.0.options.2", "stands further up already"),
        ("agenda.0.boards.0.columns.1", "stands further up already"),
        ("groups.1.key", "stands further up already"),
        ("groups.1.title", "stands further up already"),
        ("label_sets.agree.2", "stands further up already"),
    }


@pytest.mark.parametrize(
    ("poll", "found"),
    [
        ({"options": ["Only one"]}, {("options", "must hold at least two options")}),
        ({"options": "A, B"}, {("options", "list_type")}),
        ({"options": [f"Option {n}" for n in range(61)]}, {("options", "too_long")}),
        ({"options": ["A", "B"], "labels": "agree"}, {("labels", "has no meaning for the kind single")}),
        (
            {"options": ["A", "B"], "max_choices": 2},
            {("max_choices", "must be 1; for several choices take the kind multiple")},
        ),
        (
            {"kind": "multiple", "options": ["A", "B", "C"]},
            {
                (
                    "max_choices",
                    "must say how many may be chosen, at least 2; for one choice take the kind single",
                )
            },
        ),
        (
            {"kind": "multiple", "options": ["A", "B", "C"], "max_choices": 4},
            {("max_choices", "must be at most 3, because there is no more to choose")},
        ),
        (
            {"kind": "multiple", "options": ["A", "B", "C"], "min_choices": 3, "max_choices": 2},
            {("min_choices", "must be at most max_choices, which is 2")},
        ),
        ({"kind": "scale"}, {("labels", "must name one of the label_sets")}),
        ({"kind": "scale", "labels": "other"}, {("labels", "names a set that is not in label_sets")}),
        (
            {"kind": "scale", "labels": "agree", "options": ["A", "B"]},
            {("options", "has no meaning for the kind scale")},
        ),
        (
            {"kind": "text", "not_applicable": "Not for us", "has_other": True},
            {
                ("not_applicable", "has no meaning for the kind text"),
                ("has_other", "has no meaning for the kind text"),
            },
        ),
        ({"kind": "text", "max_length": 0}, {("max_length", "greater_than_equal")}),
        (
            {"kind": "quiz"},
            {
                (
                    "kind",
                    "must be a kind of question: axes, multiple, points, ranking, scale, single, text, transfer, words",
                )
            },
        ),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(poll: dict[str, object], found: set[tuple[str, str]]) -> None:
    assert poll_mistakes(**poll) == found


def test_an_own_answer_is_one_more_choice() -> None:
    asked = {"kind": "multiple", "title": "What helped?", "options": ["A", "B"], "max_choices": 3}

    assert PollDefinition.model_validate(asked | {"has_other": True}).max_choices == 3


def test_one_mistake_hides_no_other() -> None:
    wrong = with_poll(kind="scale", title="", labels="other") | {"language": "EN"}
    wrong["agenda"].append({"kind": "lunch"})
    wrong["agenda"].append({"kind": "poll", "title": "More", "minutes": 1, "polls": [{"kind": "single", "title": "?"}]})

    assert mistakes(wrong) == {
        ("language", "must be a language code such as en, el or pt-BR"),
        ("agenda.0.polls.0.title", "must not be empty"),
        ("agenda.0.polls.0.labels", "names a set that is not in label_sets"),
        ("agenda.1.kind", "literal_error"),
        ("agenda.1.title", "missing"),
        ("agenda.1.minutes", "missing"),
        ("agenda.2.polls.0.options", "must hold at least two options"),
    }


def test_a_new_kind_of_question_is_known_by_being_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    class Raffle(MultipleChoice):
        """A kind that does not exist yet."""

    asked = {"kind": "raffle", "title": "What first?", "options": ["A", "B"], "max_choices": 2}
    with pytest.raises(ValidationError):
        PollDefinition.model_validate(asked)

    monkeypatch.setitem(KINDS, "raffle", Raffle())

    assert PollDefinition.model_validate(asked).kind == "raffle"


def test_parts_that_are_ready_are_checked_together_too() -> None:
    scale = PollDefinition(kind="scale", title="Agree?", labels="agree")
    item = ItemDefinition(kind="poll", title="A question", minutes=5, polls=[scale])

    assert mistakes(session(agenda=[item])) == {("agenda.0.polls.0.labels", "names a set that is not in label_sets")}
    labels = {"agree": ["No", "Yes"]}
    assert SessionDefinition.model_validate(session(agenda=[item], label_sets=labels)).agenda == [item]


def test_a_board_asks_for_approval_unless_told_otherwise() -> None:
    assert BoardDefinition(title="Together", columns=[ColumnDefinition(title="Offer")]).needs_approval is True


def test_reading_without_trust_takes_wrong_types_as_absent() -> None:
    raw = Raw({"title": 3, "options": "all", "max_choices": True, "sets": [1]})

    assert raw.text("title") is None
    assert raw.entries("options") == []
    assert raw.number("max_choices", 1) is None
    assert raw.number("min_choices", 1) == 1
    assert raw.inside("sets").names() == []
    assert Raw(None).has("title") is False
