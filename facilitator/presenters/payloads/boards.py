"""What a board holds, and the ideas beside it."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.acts import LastAct
from facilitator.presenters.payloads.polls import OptionType

BoardState = Literal["ready", "open", "closed"]
PostState = Literal["waiting", "approved", "declined", "hidden"]


class ColumnPayload(TypedDict):
    """A column of a board."""

    id: int
    title: str
    type: OptionType | None


class ClusterPayload(TypedDict):
    """A theme that hosts put ideas under."""

    id: int
    title: str


class BoardTopic(TypedDict):
    """Topic `board:<id>`. Participants and the stage get it once the board was opened.

    While `is_revealed` is false each participant sees only their own ideas.
    `clusters` are in their order; others than moderators get them once the ideas are revealed.
    `ideas` counts what was sent and not withdrawn or declined; `waiting` is for moderators only.
    """

    id: int
    item_id: int
    title: str
    help: str
    state: BoardState
    is_revealed: bool
    needs_approval: bool
    takes_joins: bool
    columns: list[ColumnPayload]
    clusters: list[ClusterPayload]
    ideas: int
    waiting: NotRequired[int]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]


class PostPayload(TypedDict):
    """One idea. `state`, `version` and `last` are for moderators only."""

    id: int
    board_id: int
    column_id: int
    text: str
    language: str
    is_pinned: bool
    cluster_id: int | None
    support: int
    at_ms: int
    state: NotRequired[PostState]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]
