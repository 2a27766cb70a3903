"""Comments on ideas, as rows."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select, update

from facilitator.domain.boards import Post
from facilitator.domain.comments import Comment
from facilitator.storage.database import Work


def find(work: Work, session_id: int, comment_id: int) -> Comment | None:
    """A comment of this session."""
    query = select(Comment).where(Comment.id == comment_id, Comment.session_id == session_id)
    return work.orm.scalars(query).one_or_none()


def put(work: Work, comment: Comment) -> None:
    """Store a new comment."""
    work.orm.add(comment)
    work.orm.flush()


def since(work: Work, session_id: int, since: int, also: Collection[int] = ()) -> dict[int, list[Comment]]:
    """The comments on ideas that changed after `since`, and on some others, by idea in the order they were sent."""
    changed = select(Post.id).where(Post.session_id == session_id, Post.rev > since)
    mine = Comment.post_id.in_(changed)
    query = select(Comment).where(
        Comment.session_id == session_id,
        Comment.state != "withdrawn",
        or_(mine, Comment.post_id.in_(also)) if also else mine,
    )
    found: dict[int, list[Comment]] = {}
    for comment in work.orm.scalars(query.order_by(Comment.sent_at, Comment.id)):
        found.setdefault(comment.post_id, []).append(comment)
    return found


def own(work: Work, participant_id: int) -> Sequence[Comment]:
    """A person's comments that were not withdrawn, in the order they were sent."""
    query = select(Comment).where(Comment.participant_id == participant_id, Comment.state != "withdrawn")
    return work.orm.scalars(query.order_by(Comment.sent_at, Comment.id)).all()


def cut_links(work: Work, session_id: int) -> None:
    """Forget who wrote which comment of a session."""
    work.orm.execute(
        update(Comment).where(Comment.session_id == session_id).values(participant_id=None),
        execution_options={"synchronize_session": False},
    )
