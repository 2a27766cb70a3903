"""Any topic: what travels whole when a part of it changed."""

from facilitator.presenters.payloads.acts import ActsTopic
from facilitator.presenters.payloads.boards import BoardTopic, HintsTopic, VotesTopic
from facilitator.presenters.payloads.commitments import CommitmentsTopic
from facilitator.presenters.payloads.matches import MatchesTopic
from facilitator.presenters.payloads.pairs import PairsTopic
from facilitator.presenters.payloads.polls import PollTopic
from facilitator.presenters.payloads.sessions import AgendaTopic, SessionTopic

Topic = (
    SessionTopic
    | AgendaTopic
    | PollTopic
    | BoardTopic
    | VotesTopic
    | HintsTopic
    | ActsTopic
    | PairsTopic
    | MatchesTopic
    | CommitmentsTopic
)
