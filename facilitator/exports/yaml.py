"""YAML: the definition of the session, which `facilitator import` takes back."""

from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.domain.takeaway import Takeaway

FILE: Final = "definition.yaml"


def names(tables: Sequence[str]) -> Sequence[str]:
    """One file, without anything that people said."""
    del tables
    return [FILE]


def files(takeaway: Takeaway) -> Mapping[str, bytes]:
    """The file."""
    return {FILE: takeaway.definition_text.encode()}
