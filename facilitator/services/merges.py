"""Duplicates: one idea stands for others that say the same. Nobody's words, support or receipt are lost."""

from collections.abc import Collection, Sequence
from typing import Final

from facilitator.domain.boards import Board, Post
from facilitator.domain.errors import NotFound
from facilitator.domain.events import PostChanged
from facilitator.domain.permissions import Actor
from facilitator.services.access import access_session
from facilitator.services.boards import take_board
from facilitator.services.commands import merges as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import clusters, merges
from facilitator.storage.database import Work


def merge_posts(work: Work, actor: Actor, command: commands.MergePosts) -> Outcome:
    """Let one idea stand for others. They keep their words, their authors and their support."""
    board = _take(work, actor, command.board_id, command.version, "merge_posts")
    posts = _posts(work, board, {*command.post_ids, command.into_id})
    into = next(post for post in posts if post.id == command.into_id)
    merged = [post for post in posts if post is not into]
    if not merged:
        raise NotFound
    for post in posts:
        post.need_mergeable()
    merges.change(work, merged, into)
    _touch(work, [into, *merged], merged)
    return Outcome(what=into.text[:200])


def split_posts(work: Work, actor: Actor, command: commands.SplitPosts) -> Outcome:
    """Let merged ideas stand for themselves again, with what was merged into them before."""
    board = _take(work, actor, command.board_id, command.version, "split_posts")
    posts = _posts(work, board, set(command.post_ids))
    if any(post.merged_into_id is None for post in posts):
        raise NotFound
    roots = [merges.root_of(work, post) for post in posts]
    merges.change(work, posts, None)
    for post in posts:
        post.was_shown = post.was_shown or post.is_shown(board)
    _touch(work, [*roots, *posts], posts)
    return Outcome(what=board.title)


def _take(work: Work, actor: Actor, board_id: int, version: int, act: str) -> Board:
    access_session(work, actor).need_running()
    return take_board(work, actor, board_id, version, act)


def _posts(work: Work, board: Board, ids: Collection[int]) -> Sequence[Post]:
    posts = clusters.posts_of(work, board.id, ids)
    if len(posts) != len(ids):
        raise NotFound
    return posts


def _touch(work: Work, changed: Sequence[Post], moved: Sequence[Post]) -> None:
    """Stamp what looks different, and tell the authors of what moved."""
    for post in changed:
        post.rev = work.rev
    for post in moved:
        work.announce(PostChanged(board_id=post.board_id, author_id=post.participant_id))


COMMANDS: Final[Family] = {
    "merge_posts": (commands.MergePosts, merge_posts),
    "split_posts": (commands.SplitPosts, split_posts),
}
