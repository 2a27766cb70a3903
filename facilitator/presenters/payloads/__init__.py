"""The shapes that leave the server, one for each topic and audience.

They are the wire contract: docs/protocol.md and the browser's types are generated from them.
Times are milliseconds since 1970 (UTC) and end in `_ms`. A payload that an audience may not see is
never built, so there is nothing to strip. Shares are whole per cents over the people who answered.
"""

from facilitator.presenters.payloads.acts import ActPayload, ActsTopic, LastAct
from facilitator.presenters.payloads.boards import (
    BoardState,
    BoardTopic,
    ClusterPayload,
    ColumnPayload,
    PostPayload,
    PostState,
)
from facilitator.presenters.payloads.groups import GroupCell, GroupLinePayload, GroupResults, GroupRowPayload
from facilitator.presenters.payloads.joins import JoinPayload, JoinSide, OwnJoin, PartnerPayload
from facilitator.presenters.payloads.matches import MatchesTopic, MatchPayload
from facilitator.presenters.payloads.own import Me, MeChange, OwnAnswer, OwnPick, OwnPost, OwnQuestion, PostStatus
from facilitator.presenters.payloads.pairs import PairPayload, PairsTopic, ThingPayload
from facilitator.presenters.payloads.polls import (
    AskPayload,
    AxisPayload,
    Before,
    OptionPayload,
    OptionType,
    PollState,
    PollTopic,
    QuotePayload,
    ResultRow,
    Results,
    ScalePayload,
    TermPayload,
)
from facilitator.presenters.payloads.questions import QuestionPayload, QuestionState
from facilitator.presenters.payloads.sessions import (
    AgendaTopic,
    GroupPayload,
    ItemKind,
    ItemPayload,
    ItemState,
    Message,
    SessionState,
    SessionTopic,
    StageView,
)
from facilitator.presenters.payloads.topics import Topic
from facilitator.presenters.payloads.wire import (
    Ack,
    Audience,
    Bye,
    ClockPayload,
    Door,
    Joined,
    Nack,
    Room,
    StageEcho,
    State,
    VoicePayload,
)

__all__ = [
    "Ack",
    "ActPayload",
    "ActsTopic",
    "AgendaTopic",
    "AskPayload",
    "Audience",
    "AxisPayload",
    "Before",
    "BoardState",
    "BoardTopic",
    "Bye",
    "ClockPayload",
    "ClusterPayload",
    "ColumnPayload",
    "Door",
    "GroupCell",
    "GroupLinePayload",
    "GroupPayload",
    "GroupResults",
    "GroupRowPayload",
    "ItemKind",
    "ItemPayload",
    "ItemState",
    "JoinPayload",
    "JoinSide",
    "Joined",
    "LastAct",
    "MatchPayload",
    "MatchesTopic",
    "Me",
    "MeChange",
    "Message",
    "Nack",
    "OptionPayload",
    "OptionType",
    "OwnAnswer",
    "OwnJoin",
    "OwnPick",
    "OwnPost",
    "OwnQuestion",
    "PairPayload",
    "PairsTopic",
    "PartnerPayload",
    "PollState",
    "PollTopic",
    "PostPayload",
    "PostState",
    "PostStatus",
    "QuestionPayload",
    "QuestionState",
    "QuotePayload",
    "ResultRow",
    "Results",
    "Room",
    "ScalePayload",
    "SessionState",
    "SessionTopic",
    "StageEcho",
    "StageView",
    "State",
    "TermPayload",
    "ThingPayload",
    "Topic",
    "VoicePayload",
]
