"""Suggestions, for each audience."""

from collections.abc import Sequence

from facilitator.domain.matching import Idea, Match, asks_alone, matches, to_discuss
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience, MatchesTopic, MatchPayload

MOST = 12


def matches_topic(session: Session, ideas: Sequence[Idea], audience: Audience) -> MatchesTopic | None:
    """For the hosts; for others while the big screen shows it. Organisations are not named in Chatham House mode."""
    if session.is_chatham or (audience != "moderator" and session.stage_view != "matches"):
        return None
    return {
        "matches": [_match(match) for match in matches(ideas, MOST)],
        "asks_alone": [idea.post_id for idea in asks_alone(ideas)],
        "to_discuss": [idea.post_id for idea in to_discuss(ideas)],
    }


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
