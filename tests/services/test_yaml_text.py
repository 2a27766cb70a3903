"""YAML as people write it: every value with its line, and nothing that is more than plain."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from facilitator import paths
from facilitator.services import yaml_text
from facilitator.services.yaml_text import NotPlainYaml

texts = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n")).map(str.strip)
lookalikes = st.sampled_from(
    [
        "no",
        "Yes",
        "null",
        "nULL",
        "~",
        "true",
        "12:30",
        "007",
        "08",
        "+5",
        "1e3",
        "0x1f",
        "2023-10-24",
        "=",
        "<<",
        "- a",
    ]
)
data = st.recursive(
    texts | lookalikes | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts | lookalikes, inner, max_size=4),
    max_leaves=12,
)


def refusal(text: str) -> tuple[int, str]:
    """Where a text stops being plain YAML, and why."""
    with pytest.raises(NotPlainYaml) as caught:
        yaml_text.read(text)
    return caught.value.line, caught.value.phrase


@given(st.dictionaries(texts | lookalikes, data, max_size=4))
def test_what_was_written_is_read_back(fields: dict[str, object]) -> None:
    assert yaml_text.read(yaml_text.write(fields)).data == fields


def test_the_parser_that_is_python_alone_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = (paths.library() / "peer-learning-gender-balance.yaml").read_text(encoding="utf-8")
    fast = yaml_text.read(shipped)

    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)

    assert yaml_text.read(shipped) == fast
    assert refusal("a: 1\nb: &x 2")[0] == 2
    assert refusal("[" * 100_000)[0] == 1


def test_plain_words_stay_what_they_look_like() -> None:
    read = yaml_text.read("[no, on, 12:30, 2023-10-24, 1.5, 08, '5', 5, -5, true, 'true', ~, null, '', 1_000]")

    assert read.data == [
        "no", "on", "12:30", "2023-10-24", "1.5", "08", "5", 5, -5, True, "true", None, None, "", "1_000",
    ]  # fmt: skip


def test_a_number_too_long_to_be_one_is_text() -> None:
    assert yaml_text.read("9" * 5000).data == "9" * 5000


def test_every_value_has_the_line_of_its_name() -> None:
    document = yaml_text.read(
        "# a note\ntitle: Peers\nagenda:\n  - kind: talk\n    notes: |\n      One\n      Two\n  - 3\n"
    )

    assert document.lines == {
        (): 2,
        ("title",): 2,
        ("agenda",): 3,
        ("agenda", 0): 4,
        ("agenda", 0, "kind"): 4,
        ("agenda", 0, "notes"): 5,
        ("agenda", 1): 8,
    }
    assert document.line_of(("agenda", 0, "minutes")) == 4
    assert document.line_of(("groups", 2, "key")) == 2


def test_a_field_that_stands_twice_keeps_its_first_value() -> None:
    document = yaml_text.read("title: One\nlanguage: en\ntitle:\n  - Two\n")

    assert document.data == {"title": "One", "language": "en"}
    assert document.twice == [(("title",), 3)]


def test_an_empty_text_holds_nothing() -> None:
    assert yaml_text.read("# only a note\n").data is None


@pytest.mark.parametrize(
    ("text", "line", "phrase"),
    [
        ("a: &x 1\nb: 2", 1, "anchors (&name) and aliases (*name) are not taken; write it out"),
        ("a: 1\nb: *a", 2, "anchors (&name) and aliases (*name) are not taken; write it out"),
        ("a: 1\n*a : 2", 2, "anchors (&name) and aliases (*name) are not taken; write it out"),
        ("a: !!python/object/apply:os.system [ls]", 1, "tags (!name) are not taken; write the value alone"),
        ("a: !!str 5", 1, "tags (!name) are not taken; write the value alone"),
        ("a: 1\n---\nb: 2", 2, "a second document begins here; a file holds one"),
        ("? [a, b]\n: 1", 1, "the name of a field must be a word"),
        ("a:\n  " + "[" * 20 + "]" * 20, 2, "this is nested deeper than 12 levels"),
        ("- " * 100_000, 1, "this is nested deeper than 12 levels"),
        ("a: 1\nb: \0", 2, "this line holds a character that cannot be shown"),
        ("a: 1\nb: \ud800", 2, "this line holds a character that cannot be shown"),
    ],
)
def test_what_is_more_than_plain_is_refused_where_it_stands(text: str, line: int, phrase: str) -> None:
    assert refusal(text) == (line, phrase)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a:\n  b: 1\n c: 2", 3),
        ("title: a: b", 1),
        ("a: 1\n\t- b", 2),
        ("a:\n" + "[" * 100_000, 2),
        ('a: "\\ud800"', 1),
    ],
)
def test_what_is_no_yaml_is_refused_where_it_stops_being_it(text: str, line: int) -> None:
    where, phrase = refusal(text)

    assert where == line
    assert phrase.startswith("this is not YAML: ")


def test_long_texts_and_texts_of_several_lines_are_written_in_blocks() -> None:
    written = yaml_text.write({"notes": "One.\nTwo: three.", "note": "word " * 20 + "end", "kind": "talk"})

    assert written == (f"notes: |-\n  One.\n  Two: three.\nnote: >-\n  {'word ' * 19}word\n  end\nkind: talk\n")
