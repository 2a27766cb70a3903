"""What the topics of a session hold, for each audience, and the ideas beside them."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

SessionState = Literal["draft", "open", "live", "ended"]
ItemKind = Literal["welcome", "talk", "practice", "poll", "board", "break", "commitments", "evaluation", "close"]
ItemState = Literal["ahead", "live", "done", "skipped"]
PollState = Literal["ready", "open", "closed"]
BoardState = Literal["ready", "open", "closed"]
PostState = Literal["waiting", "approved", "declined", "hidden"]
StageView = Literal["auto", "blank", "join"]
OptionType = Literal["challenge", "factor", "practice", "offer", "ask", "idea"]


class LastAct(TypedDict):
    """Who changed a thing last, in words for the other moderators."""

    by: str
    act: str
    at_ms: int


class GroupPayload(TypedDict):
    """A kind of stakeholder that a participant can choose."""

    id: int
    title: str


class Message(TypedDict):
    """A note from the hosts to the whole room."""

    text: str
    at_ms: int


class SessionTopic(TypedDict):
    """Topic `session`: the session itself. `last` is for moderators only."""

    public_id: str
    code: str
    title: str
    organiser: str
    language: str
    timezone: str
    state: SessionState
    is_locked: bool
    current_item_id: int | None
    version: int
    stage_view: StageView
    message: Message | None
    planned_start_ms: int
    started_at_ms: int | None
    ended_at_ms: int | None
    delete_on: str
    groups: list[GroupPayload]
    last: NotRequired[LastAct | None]


class ItemPayload(TypedDict):
    """One step of the agenda. `notes` is for moderators only.

    `minutes` is planned; `added_minutes` was added live. `spent_ms` is the time of earlier visits,
    without the running one, which began at `started_at_ms` when the state is `live`.
    """

    id: int
    kind: ItemKind
    title: str
    instruction: str
    planned_start_ms: int
    minutes: int
    added_minutes: int
    state: ItemState
    started_at_ms: int | None
    spent_ms: int
    poll_ids: list[int]
    board_ids: list[int]
    notes: NotRequired[str]


class AgendaTopic(TypedDict):
    """Topic `agenda`: every step in order."""

    items: list[ItemPayload]


class OptionPayload(TypedDict):
    """An option one can pick."""

    id: int
    text: str
    type: OptionType | None


class ScalePayload(TypedDict):
    """The steps of a scale, lowest first; step n has value n + 1."""

    labels: list[str]
    not_applicable: str | None


class ResultRow(TypedDict):
    """One line of a result: an option or a step of a scale. `id` is the option id or the value."""

    id: int
    label: str
    type: OptionType | None
    count: int
    share: int


class QuotePayload(TypedDict):
    """One text in people's own words; the id says nothing about who wrote it."""

    id: int
    text: str
    language: str
    is_hidden: NotRequired[bool]


class Results(TypedDict):
    """The result of a poll. `answered` counts people, also those who said "not applicable".

    Shares are over `base`: the people who answered, without "not applicable".
    `other_count` counts people who wrote an own option; the texts are for moderators and exports.
    """

    answered: int
    base: int
    rows: list[ResultRow]
    not_applicable: int
    other_count: int
    mean: float | None
    quotes: list[QuotePayload]


class PollTopic(TypedDict):
    """Topic `poll:<id>`. Participants and the stage get it once the poll was opened.

    `results` is null until it is shown to that audience; moderators always have it.
    `version`, `is_on_stage`, `is_on_phones` and `last` steer the control room and are for moderators.
    """

    id: int
    item_id: int
    kind: str
    title: str
    help: str
    state: PollState
    options: list[OptionPayload]
    min_choices: int
    max_choices: int
    has_other: bool
    scale: ScalePayload | None
    max_length: int
    answered: int
    results: Results | None
    opened_at_ms: int | None
    closed_at_ms: int | None
    version: NotRequired[int]
    is_on_stage: NotRequired[bool]
    is_on_phones: NotRequired[bool]
    last: NotRequired[LastAct | None]


class ColumnPayload(TypedDict):
    """A column of a board."""

    id: int
    title: str
    type: OptionType | None


class BoardTopic(TypedDict):
    """Topic `board:<id>`. Participants and the stage get it once the board was opened.

    While `is_revealed` is false each participant sees only their own ideas.
    `ideas` counts what was sent and not withdrawn or declined; `waiting` is for moderators only.
    """

    id: int
    item_id: int
    title: str
    help: str
    state: BoardState
    is_revealed: bool
    needs_approval: bool
    columns: list[ColumnPayload]
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
    support: int
    at_ms: int
    state: NotRequired[PostState]
    version: NotRequired[int]
    last: NotRequired[LastAct | None]


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


Topic = SessionTopic | AgendaTopic | PollTopic | BoardTopic | ActsTopic
