"""What is taken off answers before they leave the house, and what is told of groups."""

from facilitator.domain.privacy.anonymous import AnonymousAnswer
from facilitator.domain.privacy.publishing import Answered, choose, publish
from facilitator.domain.privacy.table import GroupRow, GroupTable, Told, how_told, pack, unpack

__all__ = [
    "AnonymousAnswer",
    "Answered",
    "GroupRow",
    "GroupTable",
    "Told",
    "choose",
    "how_told",
    "pack",
    "publish",
    "unpack",
]
