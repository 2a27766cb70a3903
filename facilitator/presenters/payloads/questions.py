"""What is asked to the speakers."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.acts import LastAct

QuestionState = Literal["waiting", "approved", "declined", "hidden"]


class QuestionPayload(TypedDict):
    """One question to a speaker. `state`, `version` and `last` are for moderators only."""

    id: int
    item_id: int | None
    text: str
    language: str
    is_pinned: bool
    is_answered: bool
    votes: int
    at_ms: int
    state: NotRequired[QuestionState]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]
