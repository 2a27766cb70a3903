"""Matching: who could work with whom, with the reason; asks that nobody answers; what to discuss first.

Suggestions only: nothing is ever put together by itself. Reasons are what anybody can check: one offers what the
other wants at the same idea, or an offer and an ask use the same words; across countries and kinds of organisation
first, because there people know each other least.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from facilitator.domain.joins import JoinSide
from facilitator.domain.polls.poll import OptionType

WORD: Final = re.compile(r"\w{5,}")
"""Shorter words are mostly little ones, in any language."""
LEAST_WORDS: Final = 2
TOP: Final = 3
MOST: Final = 12
"""So many suggestions are told, on every screen and in every file."""


@dataclass(frozen=True, kw_only=True)
class Org:
    """An organisation that joined an idea. The group is used to compare and never told; it is forgotten at the end."""

    join_id: int
    name: str
    side: JoinSide
    country: str | None = None
    group_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Idea:
    """An idea that everybody sees, with those who joined it, and the points that it got once all were given.

    `across` are joins of an offer and a want that were found to be of different groups before groups were forgotten.
    """

    post_id: int
    text: str
    language: str
    type: OptionType | None
    weight: int
    points: int = 0
    orgs: Sequence[Org] = ()
    across: Collection[tuple[int, int]] = ()

    def on(self, side: JoinSide) -> list[Org]:
        """Those who joined on one side."""
        return [org for org in self.orgs if org.side == side]


@dataclass(frozen=True, kw_only=True)
class Match:
    """Two sides that could meet. `shared_words` are the reason where offer and ask are two ideas."""

    offer: Idea
    want: Idea
    offer_org: str | None = None
    want_org: str | None = None
    join_ids: tuple[int, int] | None = None
    shared_words: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    is_across_groups: bool = False

    @property
    def strength(self) -> tuple[int, int, str, str]:
        """What is worth more comes first; the rest is order for order's sake."""
        reasons = 3 * (self.offer_org is not None) + len(self.shared_words)
        across = 2 * bool(self.countries) + self.is_across_groups
        return (-reasons - across, self.offer.post_id, self.offer_org or "", self.want_org or "")


def matches(ideas: Sequence[Idea], most: int = MOST) -> list[Match]:
    """The strongest suggestions, at most so many."""
    found = [*_at_one_idea(ideas), *_between_ideas(ideas)]
    return sorted(found, key=lambda match: match.strength)[:most]


def asks_alone(ideas: Sequence[Idea]) -> list[Idea]:
    """Asks that no organisation offers to answer, what matters most first."""
    alone = [idea for idea in ideas if idea.type == "ask" and not idea.on("offer")]
    return sorted(alone, key=lambda idea: -idea.weight)


def to_discuss(ideas: Sequence[Idea]) -> list[Idea]:
    """The ideas that got most points; among equals, and without points, those that most people stand behind."""
    backed = [idea for idea in ideas if idea.points or idea.weight]
    return sorted(backed, key=lambda idea: (-idea.points, -idea.weight))[:TOP]


def _at_one_idea(ideas: Sequence[Idea]) -> Iterator[Match]:
    for idea in ideas:
        for offer, want in product(idea.on("offer"), idea.on("want")):
            if offer.name.casefold() != want.name.casefold():
                yield Match(
                    offer=idea,
                    want=idea,
                    offer_org=offer.name,
                    want_org=want.name,
                    join_ids=(offer.join_id, want.join_id),
                    countries=_across(offer, want),
                    is_across_groups=_differ(idea, offer, want),
                )


def _between_ideas(ideas: Sequence[Idea]) -> Iterator[Match]:
    words = {idea.post_id: frozenset(WORD.findall(idea.text.casefold())) for idea in ideas}
    offers = [idea for idea in ideas if idea.type == "offer"]
    asks = [idea for idea in ideas if idea.type == "ask"]
    for offer, ask in product(offers, asks):
        shared = words[offer.post_id] & words[ask.post_id]
        if offer.language == ask.language and len(shared) >= LEAST_WORDS:
            yield Match(offer=offer, want=ask, shared_words=tuple(sorted(shared)[:4]))


def _across(one: Org, other: Org) -> tuple[str, ...]:
    if one.country is None or other.country is None or one.country == other.country:
        return ()
    return (one.country, other.country)


def _differ(idea: Idea, offer: Org, want: Org) -> bool:
    if (offer.join_id, want.join_id) in idea.across:
        return True
    return None not in (offer.group_id, want.group_id) and offer.group_id != want.group_id
