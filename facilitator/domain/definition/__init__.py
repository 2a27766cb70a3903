"""The definition of a session as data: what a template holds, what import and export carry."""

from facilitator.domain.definition.pairs import PairDefinition
from facilitator.domain.definition.part import Part, Place, Raw
from facilitator.domain.definition.polls import AxisDefinition, OptionDefinition, PollDefinition
from facilitator.domain.definition.session import (
    BoardDefinition,
    ColumnDefinition,
    Fact,
    GroupDefinition,
    ItemDefinition,
    Reference,
    SessionDefinition,
)

__all__ = [
    "AxisDefinition",
    "BoardDefinition",
    "ColumnDefinition",
    "Fact",
    "GroupDefinition",
    "ItemDefinition",
    "OptionDefinition",
    "PairDefinition",
    "Part",
    "Place",
    "PollDefinition",
    "Raw",
    "Reference",
    "SessionDefinition",
]
