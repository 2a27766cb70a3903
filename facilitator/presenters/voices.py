"""How groups were heard in the whole session, in words; made at the end, and never about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.domain.voice import HeardInAll
from facilitator.presenters.harvest import Harvest

WORDS: Final[dict[HeardInAll, str]] = {
    "less": "less than half of its share, or not at all",
    "fair": "half of its share, or more",
}


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Groups with how they were heard, and a note on what was counted and when."""

    groups: Sequence[tuple[str, str]]
    note: str


def heard(harvest: Harvest) -> list[tuple[str, HeardInAll]]:
    """The groups that may be told of, in the order in which people chose from them; none before the end."""
    said = harvest.closing.heard if harvest.closing else {}
    return [(group.title, said[group.id]) for group in harvest.session.groups if group.id in said]


def voices_of(harvest: Harvest) -> Voices | None:
    """What the results page tells; None without groups, in Chatham House mode, and before the session begins."""
    session, closing = harvest.session, harvest.closing
    if not session.groups or session.is_chatham or session.state in {"draft", "open"}:
        return None
    found = [(title, WORDS[word]) for title, word in heard(harvest)]
    if closing is None:
        note = "Told once, when the session has ended."
    elif found:
        at = harvest.local(closing.made_at)
        note = (
            "Ideas, questions to the speakers, joins and speaking turns of each group, beside its share of "
            f"the people. Groups of fewer than {closing.least_group} people are not told of. "
            f"As of {at:%H:%M}; this does not change any more."
        )
    else:
        note = "Nothing can be told: too few people in the groups, or too little beside their answers."
    return Voices(groups=found, note=note)
