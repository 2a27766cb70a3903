"""Boards, ideas and support, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import selectinload

from facilitator.domain.boards import Board, Post, Support
from facilitator.storage.database import Work


@dataclass(frozen=True, kw_only=True)
class BoardCounts:
    """How many ideas a board has, and how many wait for review."""

    ideas: int = 0
    waiting: int = 0


def find(work: Work, session_id: int, board_id: int) -> Board | None:
    """A board of this session with its columns."""
    query = select(Board).where(Board.id == board_id, Board.session_id == session_id)
    return work.orm.scalars(query.options(selectinload(Board.columns))).one_or_none()


def list_of(work: Work, session_id: int, ids: Collection[int] | None = None) -> Sequence[Board]:
    """The boards of a session in order, with their columns; or only those with the given ids."""
    query = select(Board).where(Board.session_id == session_id).order_by(Board.item_id, Board.position)
    if ids is not None:
        query = query.where(Board.id.in_(ids))
    return work.orm.scalars(query.options(selectinload(Board.columns))).all()


def put(work: Work, board: Board) -> None:
    """Store a new board and give it its id."""
    work.orm.add(board)
    work.orm.flush()


def counts(work: Work, board_ids: Collection[int]) -> dict[int, BoardCounts]:
    """Ideas that were neither withdrawn nor declined, and those that wait, for each board."""
    query = (
        select(Post.board_id, func.count(), func.count().filter(Post.state == "waiting"))
        .where(Post.board_id.in_(board_ids), Post.state.not_in(("withdrawn", "declined")))
        .group_by(Post.board_id)
    )
    found = {board: BoardCounts(ideas=ideas, waiting=waiting) for board, ideas, waiting in work.orm.execute(query)}
    return {board_id: found.get(board_id, BoardCounts()) for board_id in board_ids}


def find_post(work: Work, session_id: int, post_id: int) -> Post | None:
    """An idea of this session."""
    return work.orm.scalars(select(Post).where(Post.id == post_id, Post.session_id == session_id)).one_or_none()


def put_post(work: Work, post: Post) -> None:
    """Store a new idea."""
    work.orm.add(post)
    work.orm.flush()


def posts_since(work: Work, session_id: int, since: int) -> Sequence[tuple[Post, int]]:
    """Ideas that changed after `since`, each with its support, in the order they were sent."""
    query = (
        select(Post, Post.kept_support + func.count(Support.participant_id))
        .outerjoin(Support, Support.post_id == Post.id)
        .where(Post.session_id == session_id, Post.rev > since)
        .group_by(Post.id)
        .order_by(Post.sent_at, Post.id)
    )
    return [(post, support) for post, support in work.orm.execute(query)]


def own_posts(work: Work, participant_id: int) -> Sequence[Post]:
    """A person's ideas that were not withdrawn, in the order they were sent."""
    query = select(Post).where(Post.participant_id == participant_id, Post.state != "withdrawn")
    return work.orm.scalars(query.order_by(Post.sent_at, Post.id)).all()


def own_supports(work: Work, participant_id: int) -> Sequence[int]:
    """Ids of the ideas that a person supports."""
    return work.orm.scalars(select(Support.post_id).where(Support.participant_id == participant_id)).all()


def put_support(work: Work, post_id: int, participant_id: int, *, supported: bool) -> bool:
    """Support or no longer. Returns whether anything changed."""
    there = work.orm.get(Support, (post_id, participant_id))
    if supported == (there is not None):
        return False
    if there is None:
        work.orm.add(Support(post_id=post_id, participant_id=participant_id))
    else:
        work.orm.delete(there)
    work.orm.flush()
    return True


def touch_all(work: Work, board_id: int, rev: int, *, shown: bool) -> None:
    """Stamp every approved idea of a board as changed: it appears, or it goes."""
    values: dict[str, int | bool] = {"rev": rev, "was_shown": True} if shown else {"rev": rev}
    work.orm.execute(update(Post).where(Post.board_id == board_id, Post.state == "approved").values(values))


def cut_links(work: Work, session_id: int) -> None:
    """Forget who wrote and who supported which idea of a session; the numbers stay."""
    given = select(func.count()).where(Support.post_id == Post.id).scalar_subquery()
    work.orm.execute(
        update(Post)
        .where(Post.session_id == session_id)
        .values(participant_id=None, kept_support=Post.kept_support + given),
        execution_options={"synchronize_session": False},
    )
    posts = select(Post.id).where(Post.session_id == session_id)
    work.orm.execute(delete(Support).where(Support.post_id.in_(posts)))
