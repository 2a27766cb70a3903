"""What travels: the state, replies, who is here, and what somebody sees before joining."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.boards import PostPayload
from facilitator.presenters.payloads.joins import JoinPayload
from facilitator.presenters.payloads.own import Me, MeChange
from facilitator.presenters.payloads.questions import QuestionPayload
from facilitator.presenters.payloads.sessions import GroupPayload
from facilitator.presenters.payloads.topics import Topic

Audience = Literal["participant", "stage", "moderator"]


class State(TypedDict):
    """What a browser holds: a snapshot, or what changed since `since`.

    The law: merging a change into the snapshot at `since` gives the snapshot at `rev`. To merge, each
    key of `topics`, `posts`, `questions` and `joins` replaces the old value; null removes it. `me`, when
    it is there, is whole and replaces; it is null for links and in changes that go to everybody. When the session
    has ended, `me` is empty: who gave which answer is no longer known. `since` is null for a snapshot.
    """

    rev: int
    since: int | None
    now_ms: int
    topics: dict[str, Topic | None]
    posts: dict[str, PostPayload | None]
    questions: dict[str, QuestionPayload | None]
    joins: dict[str, list[JoinPayload] | None]
    me: Me | None


class StageEcho(TypedDict):
    """What one stage window says it is showing."""

    showing: str
    seen_ms_ago: int


class VoicePayload(TypedDict):
    """How a group is heard beside its share of the people. `heard_at_ms` is told in steps of five minutes."""

    group_id: int
    title: str
    heard: Literal["not_yet", "less", "fair", "more"]
    heard_at_ms: int | None
    is_silent: bool


class Room(TypedDict):
    """Event `room`, moderators only: who is connected now. Not part of the state."""

    now_ms: int
    participants: int
    over_http: int
    unsent: int
    trouble: int
    moderators: list[str]
    speakers: list[str]
    stages: list[StageEcho]
    voices: list[VoicePayload]


class Ack(TypedDict):
    """A command was carried out and stored.

    `me` holds what changed for the person who sent it, to be merged part by part and key by key.
    """

    ok: Literal[True]
    rev: int
    at_ms: int
    receipt: str
    me: MeChange | None
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
    """What somebody with a code may know before joining.

    A group is told of only with `least_group` people. With `is_chatham` there are no groups to choose from.
    """

    state: Literal["early", "lobby", "live", "locked", "ended"]
    title: str
    organiser: str
    language: str
    now_ms: int
    planned_start_ms: int
    delete_on: str
    groups: list[GroupPayload]
    least_group: NotRequired[int]
    is_chatham: NotRequired[bool]


class Joined(TypedDict):
    """The reply to joining: the ticket is kept by this browser alone."""

    ticket: str
    code: str
