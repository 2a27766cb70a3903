"""Forms as plain HTML sends them: what was typed, and what is wrong with it, to be shown again together."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from flask import request
from pydantic import ValidationError

from facilitator.domain.definition import Part
from facilitator.domain.errors import DefinitionWrong, Refusal
from facilitator.services import mistakes

P = TypeVar("P", bound=Part)
Row = dict[str, str]
MOST_ROWS: Final = 100
LONGEST_NUMBER: Final = 9
_MOVE = re.compile(r"(?P<rows>[a-z]+)-(?P<what>up|down|drop)-(?P<number>[0-9]{1,3})")
_NUMBER = re.compile(r"-?[0-9]+")


@dataclass(frozen=True)
class Problem:
    """Something that is wrong, in a sentence; `field` is the id of its control, or empty when it is about all."""

    field: str
    says: str


@dataclass(kw_only=True)
class Form:
    """What was typed, by the names of the fields, and the problems with it."""

    values: Mapping[str, Any]
    problems: list[Problem] = field(default_factory=list)

    def says(self, name: str) -> str:
        """The first problem of a field, or nothing."""
        return next((problem.says for problem in self.problems if problem.field == name), "")

    def complain(self, name: str, says: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(name, says))

    def point_at(self, control: str, entry: str, rows: int) -> None:
        """Let problems of entries past the rows point at the field of several lines in which those were typed."""
        for at, problem in enumerate(self.problems):
            name, _, number = problem.field.rpartition("-")[0].rpartition("-")
            if name == entry and int(number) >= rows:
                self.problems[at] = Problem(control, problem.says)

    def rearrange(self, field: str, name: str) -> bool:
        """Carry out a press of `up`, `down` or `drop` beside one of a field's rows; False for another button."""
        asked = _MOVE.fullmatch(typed("do"))
        if asked is None or asked["rows"] != name:
            return False
        arranged, at = list(self.values[field]), int(asked["number"])
        if at < len(arranged):
            row = arranged.pop(at)
            if asked["what"] != "drop":
                arranged.insert(max(0, at + (1 if asked["what"] == "down" else -1)), row)
        self.values = {**self.values, field: arranged}
        return True

    def refuse(self, refusal: Refusal) -> None:
        """Add what the house said no with; each mistake of a definition becomes a problem of its own."""
        sentences = refusal.mistakes if isinstance(refusal, DefinitionWrong) else [refusal.message]
        self.problems += [Problem("", says) for says in sentences]


def typed(name: str) -> str:
    """One field of the form that was sent, without surrounding space."""
    return request.form.get(name, "").strip()


def number(name: str) -> int | str:
    """A field as a whole number; what is none stays text, so that the rules can say so."""
    text = typed(name)
    return int(text) if _NUMBER.fullmatch(text) and len(text) <= LONGEST_NUMBER else text


def lines(name: str) -> list[str]:
    """A field of several lines, without empty ones."""
    return [line.strip() for line in request.form.get(name, "").splitlines() if line.strip()]


def rows(name: str, *columns: str) -> list[Row]:
    """Rows of fields such as `option-0-text`, as far as they are numbered without a gap."""
    found: list[Row] = []
    while len(found) < MOST_ROWS and f"{name}-{len(found)}-{columns[0]}" in request.form:
        found.append({column: typed(f"{name}-{len(found)}-{column}") for column in columns})
    return found


def with_ids(entries: Sequence[Mapping[str, Any]], typed_in: Sequence[Row]) -> list[dict[str, Any]]:
    """Each entry with the id of the row that it was typed in; None for one that is new."""
    ids = [int(row["id"]) if row["id"].isdecimal() else None for row in typed_in[: len(entries)]]
    ids += [None] * (len(entries) - len(ids))
    return [{"id": key, **entry} for key, entry in zip(ids, entries, strict=True)]


def judge(part: type[P], data: Mapping[str, Any], form: Form, words: Mapping[str, str]) -> P | None:
    """The part that a form's data makes, or None with a problem for each mistake.

    `words` names fields and, in the singular, entries of lists, as the page does.
    """
    try:
        return part.model_validate(data)
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            place = mistakes.place_of(error)
            form.complain(_control(place), f"{_named(place, words)} {_worded(mistakes.phrase(error), words)}.")
        return None


def slug(text: str, fallback: str, taken: Iterable[str]) -> str:
    """A short name for files, made of a text; a number keeps it apart from those that are taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain)[:32].strip("-") or fallback
    name, count, others = base, 1, set(taken)
    while name in others:
        count += 1
        name = f"{base}-{count}"
    return name


def _control(place: Sequence[str | int]) -> str:
    """The id of the control for a place: `title`, or `option-2-text` for the text of the third option."""
    if len(place) > 1 and isinstance(place[1], int):
        entry = _entry(place[0])
        rest = str(place[2]) if len(place) > 2 else "text" if entry == "option" else "title"  # noqa: PLR2004
        return f"{entry}-{place[1]}-{rest}"
    return str(place[0]) if place else ""


def _named(place: Sequence[str | int], words: Mapping[str, str]) -> str:
    if not place:
        return "This"
    name = words.get(str(place[0]), str(place[0]))
    if len(place) > 1 and isinstance(place[1], int):
        entry = _entry(place[0])
        return f"{words.get(entry, entry.capitalize())} {place[1] + 1}"
    return name


def _entry(name: str | int) -> str:
    """One of the things that a list is named after."""
    return "axis" if name == "axes" else str(name).removesuffix("s")


def _worded(phrase: str, words: Mapping[str, str]) -> str:
    """A phrase in which fields have the names that the page gives them."""
    for name, word in words.items():
        phrase = re.sub(rf"\b{name}\b", f"“{word}”", phrase) if "_" in name else phrase
    return phrase
