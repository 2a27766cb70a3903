"""Mistakes in a definition, each as one sentence that says where, what, and what would be right."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from facilitator.domain.definition import (
    AxisDefinition,
    BoardDefinition,
    ColumnDefinition,
    Fact,
    GroupDefinition,
    ItemDefinition,
    OptionDefinition,
    Part,
    Place,
    PollDefinition,
    Reference,
    SessionDefinition,
)

_LISTS: Mapping[str, tuple[str, type[Part]]] = {
    "agenda": ("step", ItemDefinition),
    "axes": ("axis", AxisDefinition),
    "boards": ("board", BoardDefinition),
    "columns": ("column", ColumnDefinition),
    "facts": ("fact", Fact),
    "groups": ("group", GroupDefinition),
    "options": ("option", OptionDefinition),
    "polls": ("question", PollDefinition),
    "references": ("reference", Reference),
}
_PHRASES = {
    "bool_type": "must be true or false",
    "dict_type": "must hold names with lists of labels",
    "greater_than_equal": "must be at least {ge}",
    "int_type": "must be a whole number",
    "less_than_equal": "must be at most {le}",
    "list_type": "must be a list",
    "literal_error": "must be {expected}",
    "missing": "is missing",
    "model_type": "must hold fields with values",
    "string_type": "must be text; write it in quotes if it looks like a number, true or false",
    "too_long": "holds {actual_length} entries; at most {max_length} are taken",
    "too_short": "must hold at least {min_length} entries",
    "value_error": "{error}",
}
_LONGEST_NAME = 40


def sentence(error: ErrorDetails) -> str:
    """One mistake that pydantic found, as a sentence without its line."""
    return about(place_of(error), phrase(error))


def phrase(error: ErrorDetails) -> str:
    """What is wrong, to follow the name of the place."""
    if error["type"] == "extra_forbidden":
        return "is not a known field" + _perhaps(place_of(error))
    return _PHRASES.get(error["type"], "is not what it should be").format(**error.get("ctx", {}))


def place_of(error: ErrorDetails) -> Place:
    """Where a mistake is, as the file has it."""
    return tuple(step for step in error["loc"] if step != "[key]")


def about(place: Place, words: str) -> str:
    """A phrase about a place, such as: In step 2, question 1, "title" is missing."""
    names = list(_names(place)) or ["the definition"]
    around = f"In {', '.join(names[:-1])}, " if len(names) > 1 else ""
    text = f"{around}{names[-1]} {words}."
    return text[0].upper() + text[1:]


def _names(place: Place) -> Iterator[str]:
    """Words for each part of a place: positions count from 1, as people do."""
    container = ""
    for step, following in zip(place, (*place[1:], ""), strict=False):
        if isinstance(step, int):
            yield f"{_LISTS[container][0] if container in _LISTS else 'label'} {step + 1}"
        elif container == "label_sets":
            yield f'label set "{_short(step)}"'
        elif not (step in _LISTS and isinstance(following, int)) and not (step == "label_sets" and following != ""):
            yield f'"{_short(step)}"'
        container = str(step) if isinstance(step, str) else ""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."


def _perhaps(place: Place) -> str:
    """What the author may have meant by an unknown field."""
    containers = [step for step in place[:-1] if isinstance(step, str)]
    known = _LISTS[containers[-1]][1] if containers else SessionDefinition
    close = get_close_matches(_short(str(place[-1])), known.model_fields, n=1)
    return f'; perhaps "{close[0]}" is meant' if close else ""
