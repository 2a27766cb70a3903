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
    While `is_voting` each person has `budget` points to give.
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
    takes_comments: bool
    is_voting: bool
    budget: int
    columns: list[ColumnPayload]
    clusters: list[ClusterPayload]
    ideas: int
    waiting: NotRequired[int]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]


class VotesTopic(TypedDict):
    """Topic `votes:<board>`, moderators only, once somebody gave points: how many people gave how many."""

    board_id: int
    people: int
    points: int


class HintPayload(TypedDict):
    """An idea that says nearly the same as one that was sent before it."""

    post_id: int
    earlier_id: int


class HintsTopic(TypedDict):
    """Topic `hints:<board>`, moderators only, if there are any: ideas that could be merged, the closest first.

    Only approved ideas that stand for themselves are compared, each with those before it.
    """

    board_id: int
    hints: list[HintPayload]


class TogetherPayload(TypedDict):
    """The words of an idea that another one stands for."""

    id: int
    text: str
    language: str


class CommentPayload(TypedDict):
    """A comment on an idea. `state`, `version` and `last` are for moderators only, as are those not approved."""

    id: int
    text: str
    language: str
    at_ms: int
    state: NotRequired[PostState]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]


class PostPayload(TypedDict):
    """One idea. `state`, `merged_into_id`, `version` and `last` are for moderators only.

    `together` are the ideas that it stands for; others than moderators do not get those by themselves.
    `support` counts different people over all of them. `points` are 0 while people give them.
    """

    id: int
    board_id: int
    column_id: int
    text: str
    language: str
    is_pinned: bool
    cluster_id: int | None
    together: list[TogetherPayload]
    comments: list[CommentPayload]
    support: int
    points: int
    at_ms: int
    state: NotRequired[PostState]
    merged_into_id: NotRequired[int | None]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]
