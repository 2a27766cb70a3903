"""Boards, ideas and support, as rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import selectinload

from facilitator.domain.boards import Board, BoardCounts, Post, Standing, Support
from facilitator.domain.comments import Comment
from facilitator.domain.points import Points
from facilitator.storage import comments, merges, points
from facilitator.storage.database import Work

_SINCE: Final = (
    select(Post, Post.kept_support + func.count(Support.participant_id))
    .outerjoin(Support, Support.post_id == Post.id)
    .where(Post.session_id == bindparam("session"), Post.rev > bindparam("since"))
    .group_by(Post.id)
    .order_by(Post.sent_at, Post.id)
)
_OWN_POSTS: Final = (
    select(Post)
    .where(Post.participant_id == bindparam("person"), Post.state != "withdrawn")
    .order_by(Post.sent_at, Post.id)
)
_OWN_SUPPORTS: Final = select(Support.post_id).where(Support.participant_id == bindparam("person"))


def find(work: Work, session_id: int, board_id: int) -> Board | None:
    """A board of this session with its columns."""
    return work.once(("board", session_id, board_id), lambda: _load(work, session_id, board_id))


def _load(work: Work, session_id: int, board_id: int) -> Board | None:
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


def texts(work: Work, board_id: int) -> dict[int, str]:
    """The words of the approved ideas that stand for themselves, by id, in the order they were sent."""
    query = select(Post.id, Post.text).where(
        Post.board_id == board_id, Post.state == "approved", Post.merged_into_id.is_(None)
    )
    return dict(work.orm.execute(query.order_by(Post.sent_at, Post.id)).all())


def posts_by_column(work: Work, board_id: int) -> dict[int, int]:
    """How many ideas each column was ever sent, withdrawn ones too; an empty column is left out."""
    query = select(Post.column_id, func.count()).where(Post.board_id == board_id).group_by(Post.column_id)
    return dict(work.orm.execute(query).all())


def remove(work: Work, board: Board) -> None:
    """Delete a board with its columns."""
    work.orm.delete(board)
    work.orm.flush()


def find_post(work: Work, session_id: int, post_id: int) -> Post | None:
    """An idea of this session."""
    return work.once(("post", session_id, post_id), lambda: _load_post(work, session_id, post_id))


def _load_post(work: Work, session_id: int, post_id: int) -> Post | None:
    return work.orm.scalars(select(Post).where(Post.id == post_id, Post.session_id == session_id)).one_or_none()


def put_post(work: Work, post: Post) -> None:
    """Store a new idea."""
    work.orm.add(post)
    work.orm.flush()


def posts_since(work: Work, session_id: int, since: int) -> Sequence[tuple[Post, int]]:
    """Ideas that changed after `since`, each with its support, in the order they were sent."""
    found = [(post, support) for post, support in work.orm.execute(_SINCE, {"session": session_id, "since": since})]
    if not found:
        return ()
    grown = merges.trees(work, session_id)
    together = merges.supporters(work, {post.id: grown[post.id] for post, _ in found if post.id in grown})
    return [(post, post.kept_support + together.get(post.id, support - post.kept_support)) for post, support in found]


def standings_since(work: Work, session_id: int, since: int) -> Sequence[Standing]:
    """The same, each with its points, its comments, and the ideas that it stands for."""
    found = posts_since(work, session_id, since)
    if not found:
        return ()
    grown = merges.trees(work, session_id)
    below = [post.id for root, _ in found for post in grown.get(root.id, ())]
    given = points.by_post(work, session_id, since) | (points.of_posts(work, below) if below else {})
    said = comments.since(work, session_id, since, below)
    return [_standing(post, support, grown.get(post.id, ()), given, said) for post, support in found]


def _standing(
    post: Post,
    support: int,
    merged: Sequence[Post],
    given: Mapping[int, int],
    said: Mapping[int, Sequence[Comment]],
) -> Standing:
    ids = [post.id, *(each.id for each in merged)]
    about = [each for post_id in ids for each in said.get(post_id, ())]
    about.sort(key=lambda each: (each.sent_at, each.id))
    total = post.kept_points + sum(given.get(post_id, 0) for post_id in ids)
    return Standing(post=post, support=support, points=total, comments=about, merged=merged)


def own_posts(work: Work, participant_id: int) -> Sequence[Post]:
    """A person's ideas that were not withdrawn, in the order they were sent."""
    return work.orm.scalars(_OWN_POSTS, {"person": participant_id}).all()


def own_supports(work: Work, participant_id: int) -> Sequence[int]:
    """Ids of the ideas that a person supports."""
    return [post_id for (post_id,) in work.rows(_OWN_SUPPORTS, person=participant_id)]


def put_support(work: Work, post_id: int, participant_id: int, *, supported: bool) -> bool:
    """Support or no longer, with the next flush. Returns whether that changes anything."""
    people = _supporters(work, post_id)
    if supported == (participant_id in people):
        return False
    (people.add if supported else people.discard)(participant_id)
    work.buffer(Supports).wanted[post_id, participant_id] = supported
    return True


def recall_posts(work: Work, post_ids: Collection[int]) -> None:
    """Read many ideas and their supporters at once, for those who will be asked about."""
    if not post_ids:
        return
    meet_posts(work, post_ids)
    supporters: dict[int, set[int]] = {post_id: set() for post_id in post_ids}
    query = select(Support.post_id, Support.participant_id).where(Support.post_id.in_(post_ids))
    for post_id, participant_id in work.orm.execute(query):
        supporters[post_id].add(participant_id)
    work.memo.update({("supporters", post_id): who for post_id, who in supporters.items()})


def meet_posts(work: Work, post_ids: Collection[int]) -> set[int]:
    """Read many ideas at once, to be found by their ids. Returns the boards that they are on."""
    if not post_ids:
        return set()
    found = work.orm.scalars(select(Post).where(Post.id.in_(post_ids))).all()
    work.memo.update({("post", post.session_id, post.id): post for post in found})
    return {post.board_id for post in found}


@dataclass(kw_only=True)
class Supports:
    """Support that waits to be written: given (True) or taken back (False)."""

    wanted: dict[tuple[int, int], bool] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write it all."""
        rows = [{"post": post, "person": person} for (post, person), given in self.wanted.items() if not given]
        if rows:
            who = (Support.post_id == bindparam("post"), Support.participant_id == bindparam("person"))
            work.connection.execute(delete(Support).where(*who), rows)
        given = work.upsert(Support, key=("post_id", "participant_id"), changing=("post_id",))
        rows = [{"post_id": post, "participant_id": person} for (post, person), is_on in self.wanted.items() if is_on]
        if rows:
            work.connection.execute(given, rows)


def _supporters(work: Work, post_id: int) -> set[int]:
    return work.once(("supporters", post_id), lambda: _load_supporters(work, post_id))


def _load_supporters(work: Work, post_id: int) -> set[int]:
    return set(work.orm.scalars(select(Support.participant_id).where(Support.post_id == post_id)))


def touch_all(work: Work, board_id: int, rev: int, *, shown: bool) -> None:
    """Stamp every approved idea of a board as changed: it appears, or it goes."""
    values: dict[str, int | bool] = {"rev": rev, "was_shown": True} if shown else {"rev": rev}
    work.orm.execute(update(Post).where(Post.board_id == board_id, Post.state == "approved").values(values))


def cut_links(work: Work, session_id: int) -> None:
    """Forget who wrote, who supported and who gave points to which idea of a session; the numbers stay."""
    grown = merges.trees(work, session_id)
    together, spent = merges.supporters(work, grown), points.by_post(work, session_id)
    given = select(func.count()).where(Support.post_id == Post.id).scalar_subquery()
    work.orm.execute(
        update(Post)
        .where(Post.session_id == session_id)
        .values(participant_id=None, kept_support=Post.kept_support + given),
        execution_options={"synchronize_session": False},
    )
    for post_id, people in together.items():
        work.orm.execute(update(Post).where(Post.id == post_id).values(kept_support=people))
    for post_id in {*spent, *grown}:
        total = sum(spent.get(each, 0) for each in (post_id, *(post.id for post in grown.get(post_id, ()))))
        work.orm.execute(update(Post).where(Post.id == post_id).values(kept_points=total))
    posts = select(Post.id).where(Post.session_id == session_id)
    work.orm.execute(delete(Support).where(Support.post_id.in_(posts)))
    work.orm.execute(delete(Points).where(Points.post_id.in_(posts)))
    comments.cut_links(work, session_id)
