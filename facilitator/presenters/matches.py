"""Suggestions, for each audience."""

from collections.abc import Iterator, Sequence

from babel import Locale
from babel.lists import format_list

from facilitator.domain.matching import Idea, Match, asks_alone, matches, to_discuss
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience, MatchesTopic, MatchPayload

TERRITORIES = Locale("en").territories


def matches_topic(session: Session, ideas: Sequence[Idea], audience: Audience) -> MatchesTopic | None:
    """For the hosts; for others while the big screen shows it. Organisations are not named in Chatham House mode."""
    if session.is_chatham or (audience != "moderator" and session.stage_view != "matches"):
        return None
    return {
        "matches": [_match(match) for match in matches(ideas)],
        "asks_alone": [idea.post_id for idea in asks_alone(ideas)],
        "to_discuss": [idea.post_id for idea in to_discuss(ideas)],
    }


def reason_of(match: Match) -> str:
    """Why a suggestion is made, in words; the screens say the same."""
    return "; ".join(_reasons(match))


def country_of(code: str) -> str:
    """A country by its name; its code where it has none."""
    return str(TERRITORIES.get(code, code))


def _reasons(match: Match) -> Iterator[str]:
    if match.shared_words:
        yield f"both speak of {format_list(match.shared_words, locale='en')}"
    else:
        yield "one offers what the other wants"
    if match.countries:
        yield f"from {format_list([country_of(code) for code in match.countries], locale='en')}"
    if match.is_across_groups:
        yield "different kinds of organisation"


def _match(match: Match) -> MatchPayload:
    return {
        "offer_post_id": match.offer.post_id,
        "want_post_id": match.want.post_id,
        "offer_organisation": match.offer_org,
        "want_organisation": match.want_org,
        "shared_words": list(match.shared_words),
        "countries": list(match.countries),
        "is_across_groups": match.is_across_groups,
    }
