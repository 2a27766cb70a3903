"""Everything a session brought in, read at one moment: what the results page and all exports are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board, Standing
from facilitator.domain.closing import Closing
from facilitator.domain.clusters import Cluster
from facilitator.domain.commitments import Commitment, CommitmentAnswer
from facilitator.domain.matching import Idea
from facilitator.domain.pairs import PairCount, Thing
from facilitator.domain.polls.kind import Result
from facilitator.domain.polls.poll import Poll
from facilitator.domain.privacy import AnonymousAnswer
from facilitator.domain.questions import Question
from facilitator.domain.records import Act
from facilitator.domain.sessions import Session
from facilitator.presenters.groups import ByGroup

MINUTE_MS = 60_000


@dataclass(frozen=True, kw_only=True)
class Harvest:
    """Polls and boards stand in the order of the agenda; `answers` and `acts` are read for exports alone.

    `ideas` are those that organisations can join, and that everybody sees; `closing` is there once the session ended.
    """

    session: Session
    now: datetime
    participants: int
    items: Sequence[AgendaItem]
    polls: Sequence[Poll]
    results: Mapping[int, Result]
    boards: Sequence[Board]
    posts: Sequence[Standing]
    clusters: Mapping[int, Sequence[Cluster]] = field(default_factory=dict)
    questions: Sequence[tuple[Question, int]] = ()
    commitments: Sequence[tuple[Commitment, CommitmentAnswer | None]] = ()
    ideas: Sequence[Idea] = ()
    closing: Closing | None = None
    by_group: Mapping[int, ByGroup] = field(default_factory=dict)
    barriers: Sequence[Thing] = ()
    factors: Sequence[Thing] = ()
    pairs: Sequence[PairCount] = ()
    answers: Mapping[int, Sequence[AnonymousAnswer]] = field(default_factory=dict)
    acts: Sequence[Act] = ()

    def local(self, at: datetime) -> datetime:
        """A moment on the session's own clock."""
        return at.astimezone(ZoneInfo(self.session.timezone))

    def spent_minutes(self, item: AgendaItem) -> float:
        """How long a step took, with the visit that is running."""
        running = self.now - item.started_at if item.started_at is not None else None
        running_ms = 0.0 if running is None else running.total_seconds() * 1000
        return (item.spent_ms + running_ms) / MINUTE_MS
