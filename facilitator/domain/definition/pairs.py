"""Which success factor answers which barrier, as an organiser proposes it."""

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import Field

from facilitator.domain.definition.part import Contradiction, Part, Raw, repeated
from facilitator.domain.definition.texts import Title
from facilitator.domain.pairs import BARRIERS, FACTORS


class PairDefinition(Part):
    """A factor and the barriers that it may answer, each by the words of its option. A proposal, marked as such."""

    factor: Title
    answers: Annotated[list[Title], Field(min_length=1, max_length=60)]

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """Each barrier once."""
        for position in repeated(barrier.words for barrier in raw.entries("answers")):
            yield ("answers", position), "stands further up already"


def unknown_things(session: Raw) -> Iterator[Contradiction]:
    """Pairs of words that no option of the right type has."""
    factors, barriers = set(_texts(session, FACTORS)), set(_texts(session, BARRIERS))
    for position, pair in enumerate(session.entries("pairs")):
        if (words := pair.text("factor")) is not None and words not in factors:
            yield ("pairs", position, "factor"), "is no option with the type factor or practice"
        for place, barrier in enumerate(pair.entries("answers")):
            if barrier.words is not None and barrier.words not in barriers:
                yield ("pairs", position, "answers", place), "is no option with the type challenge"


def _texts(session: Raw, types: Collection[str]) -> Iterator[str]:
    for item in session.entries("agenda"):
        for poll in item.entries("polls"):
            for option in poll.entries("options"):
                if option.text("type") in types and (words := option.text("text")) is not None:
                    yield words
