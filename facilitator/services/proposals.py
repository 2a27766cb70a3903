"""Pairs that a template proposes: stored by option, written by the words of the options."""

from collections.abc import Collection, Sequence

from facilitator.domain.definition import PairDefinition, SessionDefinition
from facilitator.domain.pairs import BARRIERS, FACTORS
from facilitator.domain.polls.poll import OptionType, Poll
from facilitator.domain.sessions import Session
from facilitator.storage import pairs, polls
from facilitator.storage.database import Work


def propose_pairs(work: Work, session: Session, definition: SessionDefinition) -> None:
    """Store the pairs of a definition, as proposals."""
    if not definition.pairs:
        return
    asked = polls.list_of(work, session.id)
    factors, barriers = _refs(asked, FACTORS), _refs(asked, BARRIERS)
    proposed = {(factors[pair.factor], barriers[words]) for pair in definition.pairs for words in pair.answers}
    pairs.put_shared(work, session.id, proposed, "template")


def proposed_pairs(work: Work, session: Session, asked: Sequence[Poll]) -> list[PairDefinition]:
    """The proposals as a definition; one whose option is gone is left out."""
    factors, barriers = _texts(asked, FACTORS), _texts(asked, BARRIERS)
    found: dict[str, list[str]] = {}
    proposals = {(pair.factor, pair.barrier) for pair in pairs.counts(work, session.id) if pair.is_proposed}
    for factor in factors:
        found[factor] = [barrier for barrier in barriers if (factor, barrier) in proposals]
    return [
        PairDefinition(factor=factors[factor], answers=[barriers[each] for each in answers])
        for factor, answers in found.items()
        if answers
    ]


def _refs(asked: Sequence[Poll], types: Collection[OptionType]) -> dict[str, str]:
    """The first option with these words."""
    found: dict[str, str] = {}
    for ref, text in _texts(asked, types).items():
        found.setdefault(text, ref)
    return found


def _texts(asked: Sequence[Poll], types: Collection[OptionType]) -> dict[str, str]:
    return {f"o{option.id}": option.text for poll in asked for option in poll.options if option.type in types}
