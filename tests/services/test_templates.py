"""Session templates: what Ines, an organiser, sends in, gets back, and is told about her mistakes."""

import re
from datetime import UTC, datetime, timedelta, timezone
from textwrap import dedent
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import paths
from facilitator.domain.agenda import ItemKind
from facilitator.domain.definition import (
    BoardDefinition,
    ColumnDefinition,
    Fact,
    GroupDefinition,
    ItemDefinition,
    OptionDefinition,
    PairDefinition,
    Part,
    PollDefinition,
    Reference,
    SessionDefinition,
)
from facilitator.domain.errors import DefinitionWrong, NotFound
from facilitator.domain.polls import KINDS
from facilitator.services import templates

TWO_HOURS = "peer-learning-gender-balance"
DOCUMENT = paths.library().parents[1] / "docs" / "templates.md"


def told(source: str | bytes) -> list[str]:
    """What Ines is told about a file."""
    with pytest.raises(DefinitionWrong) as caught:
        templates.load(source)
    return caught.value.mistakes


def read(text: str) -> SessionDefinition:
    """A file that Ines wrote with an indentation."""
    return templates.load(dedent(text))


# --- Reading ------------------------------------------------------------------------------------


def test_ines_writes_the_shortest_session() -> None:
    session = read("""\
        format: 1
        title: Peers
        language: el
        timezone: Europe/Athens
        start: 2023-10-24 14:30:00+03:00
        agenda:
          - kind: poll
            title: Αρχή
            minutes: 5
            polls:
              - kind: single
                title: Do you agree?
                options: [Yes, No, On the whole]
        """)

    assert session == SessionDefinition(
        format=1,
        title="Peers",
        language="el",
        timezone="Europe/Athens",
        start=datetime(2023, 10, 24, 11, 30, tzinfo=UTC),
        agenda=[
            ItemDefinition(
                kind="poll",
                title="Αρχή",
                minutes=5,
                polls=[
                    PollDefinition(
                        kind="single",
                        title="Do you agree?",
                        options=[OptionDefinition(text=text) for text in ("Yes", "No", "On the whole")],
                    )
                ],
            )
        ],
    )


def test_every_mistake_is_told_at_once_in_a_sentence_with_its_line() -> None:
    assert told(
        dedent("""\
        format: 2
        titel: Peers
        language: EN
        timezone: Mars/Base
        timezone: Europe/Athens
        start: 2023-10-24
        groups:
          - key: Trade union
            title: 5
        label_sets:
          Agree?: [No, Yes]
          agree: [No, no]
          one: [Yes]
        agenda:
          - kind: lunch
            minutes: soon
            polls:
              - kind: scale
                title: Do you agree?
                labels: other
              - kind: multiple
                titel: What helped?
                options:
                  - text: Childcare
                    type: help
                  - Childcare
                has_other: often
              - Do you agree?
          - Close
        facts:
          - text: Half of all people
        """)
    ) == [
        'Line 1: "format" must be 1.',
        'Line 1: "title" is missing.',
        'Line 2: "titel" is not a known field; perhaps "title" is meant.',
        'Line 3: "language" must be a language code such as en, el or pt-BR.',
        'Line 4: "timezone" must be the name of a time zone, such as Europe/Brussels.',
        'Line 5: "timezone" stands twice.',
        'Line 6: "start" must be a date and time with its offset from UTC, such as 2023-10-24T14:30:00+02:00.',
        (
            'Line 8: In group 1, "key" must be at most 40 small letters, digits, dashes and underscores, such as '
            "trade-union."
        ),
        'Line 9: In group 1, "title" must be text; write it in quotes if it looks like a number, true or false.',
        (
            'Line 11: Label set "Agree?" must be at most 40 small letters, digits, dashes and underscores, such as '
            "trade-union."
        ),
        'Line 12: In label set "agree", label 2 stands further up already.',
        'Line 13: Label set "one" must hold at least 2 entries.',
        (
            "Line 15: In step 1, \"kind\" must be 'welcome', 'talk', 'practice', 'poll', 'board', 'break', "
            "'commitments', 'evaluation' or 'close'."
        ),
        'Line 15: In step 1, "title" is missing.',
        'Line 16: In step 1, "minutes" must be a whole number.',
        'Line 20: In step 1, question 1, "labels" names a set that is not in label_sets.',
        (
            'Line 21: In step 1, question 2, "max_choices" must say how many may be chosen, at least 2; '
            "for one choice take the kind single."
        ),
        'Line 21: In step 1, question 2, "title" is missing.',
        'Line 22: In step 1, question 2, "titel" is not a known field; perhaps "title" is meant.',
        (
            "Line 25: In step 1, question 2, option 1, \"type\" must be 'challenge', 'factor', 'practice', 'offer', "
            "'ask' or 'idea'."
        ),
        "Line 26: In step 1, question 2, option 2 stands further up already.",
        'Line 27: In step 1, question 2, "has_other" must be true or false.',
        "Line 28: In step 1, question 3 must hold fields with values.",
        "Line 29: Step 2 must hold fields with values.",
        'Line 31: In fact 1, "source" is missing.',
    ]


def test_the_refusal_says_it_all_in_one_message() -> None:
    with pytest.raises(DefinitionWrong) as caught:
        templates.load("title: Peers\nformat: 1\nlanguage: en\ntimezone: UTC\nagenda: 3\n")

    assert caught.value.code == "definition_wrong"
    assert caught.value.message == (
        'The session definition has mistakes. Nothing was changed. Line 5: "agenda" must be a list.'
    )


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("", ["Line 1: The definition must hold fields with values."]),
        ("- a\n- b\n", ["Line 1: The definition must hold fields with values."]),
        ("title: a: b", ["Line 1: this is not YAML: mapping values are not allowed in this context."]),
        ("a: &a [x]\nb: [*a, *a]", ["Line 1: anchors (&name) and aliases (*name) are not taken; write it out."]),
        (b"title: ok\nnotes: \xff\xfe\n", ["Line 2: this line is not text in UTF-8."]),
        ("title: \ud800", ["Line 1: this line is not text in UTF-8."]),
        ("é" * 128_001, ["The file is larger than 256 kB."]),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(source: str | bytes, sentences: list[str]) -> None:
    assert told(source) == sentences


def test_a_file_from_an_editor_that_marks_utf8_is_read() -> None:
    text = templates.dump(templates.get_shipped("blank"))

    assert templates.load(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == templates.get_shipped("blank")


def test_after_a_hundred_mistakes_only_their_number_is_told() -> None:
    sentences = told("\n".join(f"field_{n}: 1" for n in range(300)))

    assert len(sentences) == 101
    assert sentences[0] == 'Line 1: "agenda" is missing.'
    assert sentences[99] == 'Line 95: "field_94" is not a known field.'
    assert sentences[100] == "There are 205 more mistakes."


def test_a_form_is_checked_by_the_same_rules_without_lines() -> None:
    blank: dict[str, Any] = templates.get_shipped("blank").model_dump()

    assert templates.check(blank) == templates.get_shipped("blank")
    with pytest.raises(DefinitionWrong) as caught:
        templates.check(blank | {"title": " ", "agenda": [{"kind": "break", "title": "Break", "minutes": 0}]})
    assert caught.value.mistakes == ['"title" must not be empty.', 'In step 1, "minutes" must be at least 1.']


# --- Writing ------------------------------------------------------------------------------------

lines = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)
titles = lines.filter(lambda text: text.strip() != "" and len(text.strip()) < 60)
prose = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=200)
option_types = st.sampled_from([None, "challenge", "factor", "practice", "offer", "ask", "idea"])
starts = st.datetimes(
    min_value=datetime(2001, 1, 1),  # noqa: DTZ001  the offset is drawn beside it
    max_value=datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)


def several(part: st.SearchStrategy[Any], **sizes: int) -> st.SearchStrategy[list[Any]]:
    """A few parts of one kind."""
    return st.lists(part, max_size=sizes.get("most", 3), min_size=sizes.get("fewest", 0))


def distinct_titles(fewest: int) -> st.SearchStrategy[list[str]]:
    """Titles that nobody takes for one another."""
    return st.lists(titles, min_size=fewest, max_size=4, unique_by=lambda text: " ".join(text.split()).casefold())


@st.composite
def choice_polls(draw: st.DrawFn) -> PollDefinition:
    """A question with options, single or multiple."""
    options = [{"text": text, "type": draw(option_types)} for text in draw(distinct_titles(2))]
    poll: dict[str, Any] = {"kind": "single", "title": draw(titles), "help": draw(prose), "options": options}
    if draw(st.booleans()):
        most = draw(st.integers(2, len(options)))
        poll |= {"kind": "multiple", "max_choices": most, "min_choices": draw(st.integers(0, most))}
    return PollDefinition.model_validate(poll | {"has_other": draw(st.booleans())})


scale_polls = st.builds(
    PollDefinition,
    kind=st.just("scale"),
    title=titles,
    labels=st.sampled_from(["agree", "007"]),
    not_applicable=st.none() | titles,
)
text_polls = st.builds(PollDefinition, kind=st.just("text"), title=titles, max_length=st.integers(1, 4000))
columns = distinct_titles(1).flatmap(
    lambda names: st.tuples(*(st.builds(ColumnDefinition, title=st.just(name), type=option_types) for name in names))
)
boards = st.builds(
    BoardDefinition,
    title=titles,
    help=prose,
    needs_approval=st.booleans(),
    takes_comments=st.booleans(),
    budget=st.integers(1, 100),
    columns=columns.map(list),
)
items = st.builds(
    ItemDefinition,
    kind=st.sampled_from(get_args(ItemKind)),
    title=titles,
    minutes=st.integers(1, 600),
    instruction=prose,
    notes=prose,
    polls=several(choice_polls() | scale_polls | text_polls),
    boards=several(boards, most=2),
)
urls = st.none() | st.just("https://example.org/a?b=c#d")
sessions = st.builds(
    SessionDefinition,
    format=st.just(1),
    title=titles,
    organiser=lines,
    description=prose,
    language=st.sampled_from(["en", "el", "no", "pt-BR"]),
    timezone=st.sampled_from(["UTC", "Europe/Brussels"]),
    start=st.none() | starts,
    groups=distinct_titles(0).map(
        lambda names: [GroupDefinition(key=f"group-{n}", title=name) for n, name in enumerate(names)]
    ),
    references=several(st.builds(Reference, title=titles, url=urls, note=prose)),
    facts=several(st.builds(Fact, text=titles, source=titles, url=urls)),
    label_sets=st.fixed_dictionaries({"agree": distinct_titles(2), "007": distinct_titles(2)}),
    takes_questions=st.booleans(),
    reviews_questions=st.booleans(),
    agenda=several(items, fewest=1),
)


@settings(deadline=None, max_examples=50)
@given(sessions)
def test_what_ines_exports_comes_back_without_loss(session: SessionDefinition) -> None:
    text = templates.dump(session)

    assert templates.load(text) == session
    assert templates.dump(templates.load(text)) == text


def test_an_export_reads_like_something_a_person_wrote() -> None:
    session = read("""\
        format: 1
        title: "Peers: 2023"
        language: "no"
        timezone: Europe/Oslo
        start: 2023-10-24T14:30:00+02:00
        label_sets:
          agree: [Yes, No]
        agenda:
          - kind: poll
            title: A question
            minutes: 5
            notes: "First.\\nThen."
            polls:
              - {kind: scale, title: Agree?, labels: agree}
              - {kind: single, title: Which?, options: [{text: Time, type: challenge}, "5"], has_other: true}
          - {kind: close, title: Close, minutes: 1}
        """)

    assert templates.dump(session) == dedent("""\
        # A session for Facilitator. docs/templates.md says what each field means.

        format: 1
        title: 'Peers: 2023'
        language: 'no'
        timezone: Europe/Oslo
        start: 2023-10-24T14:30:00+02:00

        label_sets:
          agree:
            - 'Yes'
            - 'No'

        agenda:
          - kind: poll
            title: A question
            minutes: 5
            notes: |-
              First.
              Then.
            polls:
              - kind: scale
                title: Agree?
                labels: agree
              - kind: single
                title: Which?
                options:
                  - text: Time
                    type: challenge
                  - '5'
                has_other: true

          - kind: close
            title: Close
            minutes: 1
        """)


# --- What is shipped ----------------------------------------------------------------------------


def test_the_shipped_templates_are_listed_with_the_longest_first() -> None:
    assert [(shipped.name, shipped.definition.minutes) for shipped in templates.list_shipped()] == [
        (TWO_HOURS, 120),
        ("blank", 20),
    ]


@pytest.mark.parametrize("name", ["", "other", "../library/blank", "blank.yaml", "x" * 10_000])
def test_no_other_file_is_a_template(name: str) -> None:
    assert templates.get_shipped("blank").title == "New session"
    with pytest.raises(NotFound):
        templates.get_shipped(name)


def test_the_two_hours_follow_the_run_of_show() -> None:
    session = templates.get_shipped(TWO_HOURS)

    assert session.title == "Ensuring gender balance in upskilling and reskilling"
    assert session.timezone == "Europe/Brussels"
    assert [(item.kind, item.minutes) for item in session.agenda] == [
        ("welcome", 5),
        ("poll", 5),
        ("talk", 15),
        ("practice", 20),
        ("poll", 12),
        ("break", 5),
        ("poll", 18),
        ("board", 25),
        ("commitments", 7),
        ("evaluation", 5),
        ("close", 3),
    ]
    assert all(item.instruction and item.notes for item in session.agenda)


def test_the_two_hours_ask_in_every_way_and_offer_every_barrier_and_factor() -> None:
    session = templates.get_shipped(TWO_HOURS)
    polls = [poll for item in session.agenda for poll in item.polls]
    types = [option.type for poll in polls for option in poll.options if option.type]
    (board,) = [board for item in session.agenda for board in item.boards]

    assert {poll.kind for poll in polls} == KINDS.keys() - {"points"}  # the board has points of its own
    assert (types.count("challenge"), types.count("factor"), len(types)) == (22, 18, 40)
    assert [(column.title, column.type) for column in board.columns] == [
        ("Offer", "offer"),
        ("Ask", "ask"),
        ("Idea", "idea"),
    ]
    assert board.needs_approval is True


def test_the_two_hours_bring_their_background_with_its_sources() -> None:
    session = templates.get_shipped(TWO_HOURS)

    assert [reference.title for reference in session.references] == [
        "Gender Equality Strategy 2020-2025",
        "European Skills Agenda",
        "Upskilling Pathways (2016)",
        "Individual Learning Accounts",
        "European Year of Skills",
    ]
    assert len(session.groups) == 13
    assert len(session.facts) == 16
    assert all(fact.source for fact in session.facts)


# --- The document -------------------------------------------------------------------------------


def test_the_examples_of_the_document_are_sessions() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)

    assert [templates.load(example).title for example in examples] == ["Lunch and learn"]


def test_the_document_names_every_field() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    parts: list[type[Part]] = [
        SessionDefinition, GroupDefinition, Reference, Fact, ItemDefinition,
        PollDefinition, OptionDefinition, BoardDefinition, ColumnDefinition, PairDefinition,
    ]  # fmt: skip

    assert [name for part in parts for name in part.model_fields if f"`{name}`" not in document] == []
