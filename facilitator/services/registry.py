"""All commands: what is not in this table does not exist. A new family is a line here."""

from typing import Final

from facilitator.services import (
    boards,
    chatham,
    clusters,
    comments,
    commitments,
    editing,
    groups,
    joins,
    merges,
    owning,
    pairs,
    points,
    polls,
    questions,
    resets,
    rounds,
    runs,
    terms,
    voice,
)
from facilitator.services.family import Family

COMMANDS: Final[Family] = {
    **polls.COMMANDS,
    **groups.COMMANDS,
    **chatham.COMMANDS,
    **terms.COMMANDS,
    **boards.COMMANDS,
    **joins.COMMANDS,
    **pairs.COMMANDS,
    **questions.COMMANDS,
    **commitments.COMMANDS,
    **owning.COMMANDS,
    **resets.COMMANDS,
    **rounds.COMMANDS,
    **clusters.COMMANDS,
    **comments.COMMANDS,
    **points.COMMANDS,
    **merges.COMMANDS,
    **runs.COMMANDS,
    **voice.COMMANDS,
    **editing.COMMANDS,
}
