"""Who could work with whom: suggested pairs, asks that nobody answers, what to discuss first."""

from collections.abc import Collection, Mapping, Sequence

from facilitator.domain.boards import Board, Standing
from facilitator.domain.joins import Join
from facilitator.domain.matching import Idea, Org
from facilitator.domain.sessions import Session
from facilitator.presenters.matches import matches_topic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards, closings, joins
from facilitator.storage.database import Work

Across = Collection[tuple[int, int]]


def put_matches(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `matches`. It changes with the boards that take joins, and with what the big screen shows."""
    ids = changed.ids("board:")
    if not changed.has("matches") and not ids:
        return
    owners = boards.list_of(work, session.id, None if changed.has("matches") else ids)
    if not any(board.takes_joins for board in owners):
        if changed.has("matches"):
            topics.put("matches", lambda _: None)
        return
    ideas = read_ideas(work, session)
    topics.put("matches", lambda audience: matches_topic(session, ideas, audience))


def read_ideas(work: Work, session: Session) -> list[Idea]:
    """The ideas that everybody sees on boards that take joins, with the organisations at them."""
    owners = {board.id: board for board in boards.list_of(work, session.id) if board.takes_joins}
    shown = [
        standing
        for standing in boards.standings_since(work, session.id, since=-1)
        if standing.post.board_id in owners and standing.post.is_shown(owners[standing.post.board_id])
    ]
    there = joins.of_posts(work, [standing.post.id for standing in shown])
    groups, closing = joins.groups_of(work, session.id), closings.find(work, session.id)
    across = closing.pairs_across if closing else ()
    return [
        _idea(standing, owners[standing.post.board_id], _orgs(there.get(standing.post.id, ()), groups), across)
        for standing in shown
    ]


def _idea(standing: Standing, board: Board, orgs: Sequence[Org], across: Across) -> Idea:
    post = standing.post
    return Idea(
        post_id=post.id,
        text=post.text,
        language=post.language,
        type=next(column.type for column in board.columns if column.id == post.column_id),
        weight=standing.support + len(orgs),
        points=0 if board.is_voting else standing.points,
        orgs=orgs,
        across=across,
    )


def _orgs(there: Sequence[Join], groups: Mapping[int, int]) -> list[Org]:
    return [
        Org(
            join_id=join.id,
            name=join.organisation,
            side=join.side,
            country=join.country,
            group_id=groups.get(join.id),
        )
        for join in there
    ]
