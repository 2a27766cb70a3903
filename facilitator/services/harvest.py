"""Reading everything that a session brought in, at one moment and in a fixed number of queries."""

from collections.abc import Sequence
from typing import TypeVar

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board, Standing
from facilitator.domain.pairs import BARRIERS, FACTORS
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import Poll
from facilitator.domain.questions import Question
from facilitator.presenters.harvest import Harvest
from facilitator.services.access import access_session
from facilitator.services.counting import results_of
from facilitator.services.groups import by_group_of
from facilitator.services.things import read_things
from facilitator.services.topics.matches import read_ideas
from facilitator.storage import (
    boards,
    closings,
    clusters,
    commitments,
    exports,
    pairs,
    people,
    polls,
    questions,
    sessions,
)
from facilitator.storage.database import Work

Owned = TypeVar("Owned", Poll, Board)


def read_harvest(work: Work, actor: Actor, *, with_rows: bool = False) -> Harvest:
    """What the results page shows; `with_rows` adds single answers and the log of acts, for exports."""
    session = access_session(work, actor)
    items = sessions.agenda(work, session.id)
    asked = _in_agenda_order(polls.list_of(work, session.id), items)
    ids = [poll.id for poll in asked]
    things = read_things(work, session)
    held = _in_agenda_order(boards.list_of(work, session.id), items)
    return Harvest(
        session=session,
        now=work.now,
        participants=people.count_participants(work, session.id),
        items=items,
        polls=asked,
        results=results_of(work, asked),
        boards=held,
        clusters=clusters.list_of(work, [board.id for board in held]),
        posts=_kept_posts(work, session.id),
        questions=_kept_questions(work, session.id),
        commitments=commitments.list_with_answers(work, session.id),
        ideas=read_ideas(work, session),
        closing=closings.find(work, session.id),
        by_group=by_group_of(work, session, asked),
        barriers=things.of(BARRIERS, "moderator"),
        factors=things.of(FACTORS, "moderator"),
        pairs=pairs.counts(work, session.id),
        answers=exports.answers(work, ids) if with_rows else {},
        acts=exports.acts(work, session.id) if with_rows else (),
    )


def _kept_posts(work: Work, session_id: int) -> Sequence[Standing]:
    """Ideas that were not taken back, in the order of their random ids: it says nothing about who was when."""
    found = boards.standings_since(work, session_id, since=-1)
    return sorted((each for each in found if each.post.state != "withdrawn"), key=lambda each: each.post.id)


def _kept_questions(work: Work, session_id: int) -> Sequence[tuple[Question, int]]:
    """Questions to the speakers that were not taken back, in the order of their random ids too."""
    found = questions.since(work, session_id, -1)
    return sorted((pair for pair in found if pair[0].state != "withdrawn"), key=lambda pair: pair[0].id)


def _in_agenda_order(owned: Sequence[Owned], items: Sequence[AgendaItem]) -> Sequence[Owned]:
    """Polls or boards as the agenda has them: by the place of their step, then by their own."""
    places = {item.id: place for place, item in enumerate(items)}
    return sorted(owned, key=lambda each: (places[each.item_id], each.position))
