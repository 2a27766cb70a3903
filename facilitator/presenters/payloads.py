"""The shapes that leave the server, one for each topic and audience.

They are the wire contract: docs/protocol.md and the browser's types are generated from them.
Times are milliseconds since 1970 (UTC) and end in `_ms`. A payload that an audience may not see is
never built, so there is nothing to strip. Shares are whole per cents over the people who answered.
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

Audience = Literal["participant", "stage", "moderator"]
SessionState = Literal["draft", "open", "live", "ended"]
ItemKind = Literal["welcome", "talk", "practice", "poll", "board", "break", "commitments", "evaluation", "close"]
ItemState = Literal["ahead", "live", "done", "skipped"]
PollState = Literal["ready", "open", "closed"]
BoardState = Literal["ready", "open", "closed"]
PostState = Literal["waiting", "approved", "declined", "hidden"]
PostStatus = Literal["waiting", "shown", "not_shown"]
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


class OwnAnswer(TypedDict):
    """An own saved answer, as it was acknowledged. Which fields are filled depends on the kind."""

    option_ids: list[int]
    other_text: str | None
    value: int | None
    not_applicable: bool
    text: str | None
    language: str | None
    saved_at_ms: int
    receipt: str


class OwnPost(TypedDict):
    """An own idea with what became of it."""

    id: int
    board_id: int
    column_id: int
    text: str
    language: str
    status: PostStatus
    at_ms: int


class Me(TypedDict):
    """What belongs to one participant; keys are ids written as text."""

    responses: dict[str, OwnAnswer | None]
    posts: dict[str, OwnPost | None]
    supports: dict[str, Literal[True] | None]


Topic = SessionTopic | AgendaTopic | PollTopic | BoardTopic | ActsTopic


class State(TypedDict):
    """What a browser holds: a snapshot, or what changed since `since`.

    The law: merging a change into the snapshot at `since` gives the snapshot at `rev`. To merge, each
    key of `topics` and `posts` replaces the old value; null removes it. `me`, when it is there, is
    whole and replaces; it is null for links and in changes that go to everybody. When the session
    has ended, `me` is empty: who gave which answer is no longer known. `since` is null for a snapshot.
    """

    rev: int
    since: int | None
    now_ms: int
    topics: dict[str, Topic | None]
    posts: dict[str, PostPayload | None]
    me: Me | None


class StageEcho(TypedDict):
    """What one stage window says it is showing."""

    showing: str
    seen_ms_ago: int


class Room(TypedDict):
    """Event `room`, moderators only: who is connected now. Not part of the state."""

    now_ms: int
    participants: int
    over_http: int
    unsent: int
    trouble: int
    moderators: list[str]
    stages: list[StageEcho]


class Ack(TypedDict):
    """A command was carried out and stored.

    `me` holds what changed for the person who sent it, to be merged key by key; null removes.
    """

    ok: Literal[True]
    rev: int
    at_ms: int
    receipt: str
    me: Me | None
    made: NotRequired[dict[str, str]]


class Nack(TypedDict):
    """A command was refused; nothing was changed."""

    ok: Literal[False]
    code: str
    message: str
    retry: bool
    details: dict[str, str | int | bool | None]


class Bye(TypedDict):
    """Event `bye`: the server ends this connection. `retry_in_ms` is null when coming back is useless."""

    code: str
    message: str
    retry_in_ms: int | None


class ClockPayload(TypedDict):
    """The server's time, to correct a device whose own clock is wrong."""

    now_ms: int


class Door(TypedDict):
    """What somebody with a code may know before joining."""

    state: Literal["early", "lobby", "live", "locked", "ended"]
    title: str
    organiser: str
    language: str
    now_ms: int
    planned_start_ms: int
    delete_on: str
    groups: list[GroupPayload]


class Joined(TypedDict):
    """The reply to joining: the ticket is kept by this browser alone."""

    ticket: str
    code: str
