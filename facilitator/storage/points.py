"""Points that people gave to ideas, as rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, func, select

from facilitator.domain.boards import Post
from facilitator.domain.points import BoardPoints, GivenPoints, Points
from facilitator.storage.database import Work

Key = tuple[int, int]


def given(work: Work, board_id: int, participant_id: int) -> Mapping[int, int]:
    """The points of a person on a board by idea, also on ideas that are not shown any more."""
    return _of(work, board_id, participant_id)


def put(work: Work, board_id: int, participant_id: int, post_id: int, points: int) -> None:
    """Give an idea so many points, with the next flush; 0 takes them back."""
    work.buffer(Given).wanted[post_id, participant_id] = points
    mine = _of(work, board_id, participant_id)
    mine.pop(post_id, None)
    if points:
        mine[post_id] = points


def recall(work: Work, wanted: Collection[Key]) -> None:
    """Read what many people gave at once; `wanted` are pairs of a board and a person."""
    if not wanted:
        return
    found: dict[Key, dict[int, int]] = {pair: {} for pair in wanted}
    boards, people = {board for board, _ in wanted}, {person for _, person in wanted}
    query = (
        select(Post.board_id, Points.participant_id, Points.post_id, Points.points)
        .join(Post, Post.id == Points.post_id)
        .where(Post.board_id.in_(boards), Points.participant_id.in_(people))
    )
    for board_id, participant_id, post_id, points in work.orm.execute(query):
        if (board_id, participant_id) in found:
            found[board_id, participant_id][post_id] = points
    work.memo.update({("points", *pair): given for pair, given in found.items()})


def own(work: Work, participant_id: int) -> dict[int, GivenPoints]:
    """All points of a person, by idea."""
    query = select(Points.post_id, Post.board_id, Points.points).join(Post, Post.id == Points.post_id)
    found = work.orm.execute(query.where(Points.participant_id == participant_id))
    return {post_id: {"board_id": board_id, "points": number} for post_id, board_id, number in found}


def by_post(work: Work, session_id: int, since: int = -1) -> dict[int, int]:
    """The points of each idea that has any and changed after `since`."""
    query = (
        select(Points.post_id, func.sum(Points.points))
        .join(Post, Post.id == Points.post_id)
        .where(Post.session_id == session_id, Post.rev > since)
        .group_by(Points.post_id)
    )
    return {post_id: int(points) for post_id, points in work.orm.execute(query)}


def of_posts(work: Work, post_ids: Collection[int]) -> dict[int, int]:
    """The points of each of these ideas that has any."""
    query = select(Points.post_id, func.sum(Points.points)).where(Points.post_id.in_(post_ids))
    return {post_id: int(points) for post_id, points in work.orm.execute(query.group_by(Points.post_id))}


def of_board(work: Work, board_id: int) -> BoardPoints:
    """How many people gave how many points on a board, and to which ideas."""
    query = (
        select(func.count(func.distinct(Points.participant_id)), func.coalesce(func.sum(Points.points), 0))
        .join(Post, Post.id == Points.post_id)
        .where(Post.board_id == board_id)
    )
    people, points = work.orm.execute(query).one()
    return BoardPoints(people=people, points=int(points))


def posts_with(work: Work, board_id: int) -> set[int]:
    """The ideas of a board that have points."""
    query = select(Points.post_id).join(Post, Post.id == Points.post_id).where(Post.board_id == board_id)
    return set(work.orm.scalars(query.distinct()))


@dataclass(kw_only=True)
class Given:
    """Points that wait to be written; 0 for those that were taken back."""

    wanted: dict[Key, int] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all."""
        gone = [{"post": post, "person": person} for (post, person), points in self.wanted.items() if not points]
        if gone:
            mine = (Points.post_id == bindparam("post"), Points.participant_id == bindparam("person"))
            work.connection.execute(delete(Points).where(*mine), gone)
        rows = [
            {"post_id": post, "participant_id": person, "points": points}
            for (post, person), points in self.wanted.items()
            if points
        ]
        if rows:
            work.connection.execute(work.upsert(Points, key=("post_id", "participant_id"), changing=("points",)), rows)


def _of(work: Work, board_id: int, participant_id: int) -> dict[int, int]:
    return work.once(("points", board_id, participant_id), lambda: _load(work, board_id, participant_id))


def _load(work: Work, board_id: int, participant_id: int) -> dict[int, int]:
    query = (
        select(Points.post_id, Points.points)
        .join(Post, Post.id == Points.post_id)
        .where(Post.board_id == board_id, Points.participant_id == participant_id)
    )
    return dict(work.orm.execute(query).all())
