"""Comments: what people add to ideas, reviewed like ideas."""

from typing import Final

from facilitator.domain.base import random_id
from facilitator.domain.boards import Post
from facilitator.domain.comments import COMMENT_LIMIT, Comment
from facilitator.domain.errors import NotFound
from facilitator.domain.events import CommentChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.words import clean
from facilitator.presenters.boards import own_comment
from facilitator.services.access import access_board, access_post, access_session
from facilitator.services.commands import comments as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome, my_comment
from facilitator.storage import comments, merges
from facilitator.storage.database import Work


def send_comment(work: Work, actor: Actor, command: commands.SendComment) -> Outcome:
    """Comment on an idea; it waits for review where the board asks for approval."""
    access_session(work, actor).need_running()
    post = access_post(work, actor, command.post_id)
    board = access_board(work, actor, post.board_id)
    if not post.is_shown(board):
        raise NotFound
    board.need_comments()
    comment = Comment(
        id=random_id(),
        session_id=actor.session_id,
        post_id=post.id,
        participant_id=actor.participant_id,
        text=clean(command.text, limit=COMMENT_LIMIT),
        language=command.language,
        state="waiting" if board.needs_approval else "approved",
        sent_at=work.now,
        receipt=work.receipt,
    )
    comments.put(work, comment)
    _touch(work, post)
    work.announce(CommentChanged())
    return Outcome(me=my_comment(comment.id, own_comment(comment)))


def withdraw_comment(work: Work, actor: Actor, command: commands.WithdrawComment) -> Outcome:
    """Take back an own comment that nobody has reviewed."""
    access_session(work, actor).need_running()
    comment, post = _access(work, actor, command.comment_id)
    if comment.participant_id is None or comment.participant_id != actor.participant_id:
        raise NotFound
    comment.withdraw()
    _touch(work, post)
    work.announce(CommentChanged())
    return Outcome(me=my_comment(comment.id, None))


def review_comment(work: Work, actor: Actor, command: commands.ReviewComment) -> Outcome:
    """Approve, decline, hide or put a comment back into the queue."""
    comment, post = _access(work, actor, command.comment_id)
    act = f"{command.state}_comment"
    comment.review(command.state)
    comment.take(command.version, by=actor.name, act=act, now=work.now)
    _touch(work, post)
    work.announce(CommentChanged(author_id=comment.participant_id))
    return Outcome(act=act)


def _access(work: Work, actor: Actor, comment_id: int) -> tuple[Comment, Post]:
    comment = comments.find(work, actor.session_id, comment_id)
    if comment is None or comment.state == "withdrawn":
        raise NotFound
    return comment, access_post(work, actor, comment.post_id)


def _touch(work: Work, post: Post) -> None:
    """A comment travels with its idea, or with the one that stands for it."""
    post.rev = merges.root_of(work, post).rev = work.rev


COMMANDS: Final[Family] = {
    "send_comment": (commands.SendComment, send_comment),
    "withdraw_comment": (commands.WithdrawComment, withdraw_comment),
    "review_comment": (commands.ReviewComment, review_comment),
}
