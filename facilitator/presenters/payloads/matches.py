"""Who could work with whom."""

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12


class MatchPayload(TypedDict):
    """A suggestion. Two organisations at one idea, or an offer and an ask that share words.

    `countries` are the two codes where they differ; `is_across_groups` tells that the kinds of
    organisation differ, never which they are.
    """

    offer_post_id: int
    want_post_id: int
    offer_organisation: str | None
    want_organisation: str | None
    shared_words: list[str]
    countries: list[str]
    is_across_groups: bool


class MatchesTopic(TypedDict):
    """Topic `matches`: suggestions, asks that nobody offers to answer, the three to discuss, as post ids.

    Participants and the stage get it while the big screen shows it; in Chatham House mode nobody does.
    """

    matches: list[MatchPayload]
    asks_alone: list[int]
    to_discuss: list[int]
