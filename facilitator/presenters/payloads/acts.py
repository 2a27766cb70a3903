"""Who did what: the last act on a thing, and the log of acts."""

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12


class LastAct(TypedDict):
    """Who changed a thing last, in words for the other moderators."""

    by: str
    act: str
    at_ms: int


class ActPayload(TypedDict):
    """One line of the log of acts."""

    id: int
    at_ms: int
    by: str
    act: str
    what: str


class ActsTopic(TypedDict):
    """Topic `acts`, moderators only: the last ten acts, newest first."""

    acts: list[ActPayload]
