"""What the session itself and its agenda hold."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.acts import LastAct

SessionState = Literal["draft", "open", "live", "ended"]
StageView = Literal["auto", "blank", "join", "questions", "matrix", "gaps", "commitments", "matches"]
ItemKind = Literal["welcome", "talk", "practice", "poll", "board", "break", "commitments", "evaluation", "close"]
ItemState = Literal["ahead", "live", "done", "skipped"]


class GroupPayload(TypedDict):
    """A kind of stakeholder that a participant can choose."""

    id: int
    title: str


class Message(TypedDict):
    """A note from the hosts to the whole room."""

    text: str
    at_ms: int


class SessionTopic(TypedDict):
    """Topic `session`: the session itself. `last` is for moderators only.

    `is_chatham` is there when the session is in Chatham House mode: then nobody is named and there are no groups.
    """

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
    takes_questions: bool
    reviews_questions: bool
    is_chatham: NotRequired[Literal[True]]
    last: NotRequired[LastAct | None]


class ItemPayload(TypedDict):
    """One step of the agenda. `notes`, `opens_own` and `closes_own` are for moderators only.

    With `is_form` its questions stand on one page. With `opens_own` what it owns opens when it begins, with
    `closes_own` that closes when it is left.

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
    is_form: bool
    poll_ids: list[int]
    board_ids: list[int]
    notes: NotRequired[str]
    opens_own: NotRequired[bool]
    closes_own: NotRequired[bool]


class AgendaTopic(TypedDict):
    """Topic `agenda`: every step in order."""

    items: list[ItemPayload]
