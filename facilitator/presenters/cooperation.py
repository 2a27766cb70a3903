"""Who could work together, for the results page and for files: joined ideas, suggestions, what to discuss first.

Organisations are named as everybody saw them at the ideas; in Chatham House mode nobody is. How to reach somebody is
told to the other side alone, each on their own device, and never here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.domain.joins import JoinSide
from facilitator.domain.matching import Idea, Match, Org, asks_alone, matches, to_discuss
from facilitator.presenters.board_page import Said
from facilitator.presenters.figures import counted
from facilitator.presenters.groups import NOT_TOLD, count_says
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.matches import country_of, reason_of

NOT_YET: Final = "Pairs of organisations that exchanged contacts are counted at the end of the session."
TOO_FEW: Final = "How many pairs exchanged contacts is not told: too few pairs could have."


@dataclass(frozen=True, kw_only=True)
class JoinedIdea:
    """An idea with its organisations: how many on each side, and which; no names in Chatham House mode."""

    idea: Said
    offers: str
    offered_by: Sequence[str]
    wants: str
    wanted_by: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Two sides that could meet: organisations by their names at one idea, or an offer and an ask in their words."""

    offer: Said
    want: Said
    about: Said | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Cooperation:
    """What the results page tells of joining. `contacts` says how many exchanged them."""

    joined: Sequence[JoinedIdea]
    alone: Sequence[Said]
    suggestions: Sequence[Suggestion]
    to_discuss: Sequence[Said]
    contacts: str


def cooperation_of(harvest: Harvest) -> Cooperation | None:
    """Joined ideas, those with most organisations first; None where nobody sees an idea that can be joined."""
    if not harvest.ideas:
        return None
    joined = sorted((idea for idea in harvest.ideas if idea.orgs), key=lambda idea: -len(idea.orgs))
    return Cooperation(
        joined=[_joined(harvest, idea) for idea in joined],
        alone=[_said(idea) for idea in asks_alone(harvest.ideas)],
        suggestions=[_suggestion(match) for match in suggested(harvest)],
        to_discuss=[_said(idea) for idea in to_discuss(harvest.ideas)],
        contacts=_contacts(harvest),
    )


def suggested(harvest: Harvest) -> Sequence[Match]:
    """What the screens suggest; nothing in Chatham House mode."""
    return [] if harvest.session.is_chatham else matches(harvest.ideas)


def names(harvest: Harvest, idea: Idea, side: JoinSide) -> tuple[str, ...]:
    """The organisations on one side as everybody saw them, by name; none in Chatham House mode."""
    if harvest.session.is_chatham:
        return ()
    return tuple(sorted((_name(org) for org in idea.on(side)), key=str.casefold))


def contacts_of(harvest: Harvest) -> str | None:
    """How many pairs exchanged contacts, as exactly as it may be told; None before the end, and where nobody could."""
    closing = harvest.closing
    if closing is None or not closing.contacts_possible:
        return None
    return count_says(closing.contacts, closing.contacts_possible, closing.least_group)


def _contacts(harvest: Harvest) -> str:
    told = contacts_of(harvest)
    if told is None:
        return "" if harvest.closing or harvest.session.is_chatham else NOT_YET
    return TOO_FEW if told == NOT_TOLD else f"Pairs of organisations that exchanged contacts: {told}."


def _joined(harvest: Harvest, idea: Idea) -> JoinedIdea:
    offers, wants = len(idea.on("offer")), len(idea.on("want"))
    return JoinedIdea(
        idea=_said(idea),
        offers=f"{counted(offers, 'offers', 'offer')} it" if offers else "",
        offered_by=names(harvest, idea, "offer"),
        wants=f"{counted(wants, 'wants', 'want')} it" if wants else "",
        wanted_by=names(harvest, idea, "want"),
    )


def _suggestion(match: Match) -> Suggestion:
    reason = reason_of(match)
    if match.offer_org is None or match.want_org is None:
        return Suggestion(offer=_said(match.offer), want=_said(match.want), about=None, reason=reason)
    sides = (Said(text=name, language="und") for name in (match.offer_org, match.want_org))
    return Suggestion(offer=next(sides), want=next(sides), about=_said(match.offer), reason=reason)


def _said(idea: Idea) -> Said:
    return Said(text=idea.text, language=idea.language)


def _name(org: Org) -> str:
    return org.name if org.country is None else f"{org.name}, {country_of(org.country)}"
