"""Boards: sending, supporting and reviewing ideas."""

from typing import Final

from facilitator.domain.base import random_id
from facilitator.domain.boards import Board, Post
from facilitator.domain.errors import NotFound
from facilitator.domain.events import BoardChanged, PostChanged, PostSupported
from facilitator.domain.permissions import Actor
from facilitator.domain.words import POST_LIMIT, clean
from facilitator.presenters.boards import own_post
from facilitator.services.access import access_board, access_course, access_own_post, access_post, access_session
from facilitator.services.commands import boards as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome, my_post, my_support
from facilitator.storage import boards, merges
from facilitator.storage.database import Work


def send_post(work: Work, actor: Actor, command: commands.SendPost) -> Outcome:
    """Post an idea; it waits for review where the board asks for approval."""
    access_session(work, actor).need_running()
    board = access_board(work, actor, command.board_id)
    board.need_open()
    board.need_column(command.column_id)
    post = Post(
        id=random_id(),
        session_id=actor.session_id,
        board_id=board.id,
        column_id=command.column_id,
        participant_id=actor.participant_id,
        text=clean(command.text, limit=POST_LIMIT),
        language=command.language,
        state="waiting" if board.needs_approval else "approved",
        sent_at=work.now,
        receipt=work.receipt,
        rev=work.rev,
    )
    post.was_shown = post.is_shown(board)
    boards.put_post(work, post)
    work.announce(PostChanged(board_id=board.id))
    return Outcome(me=my_post(post.id, own_post(post)))


def edit_post(work: Work, actor: Actor, command: commands.EditPost) -> Outcome:
    """Change an own idea that nobody has reviewed."""
    access_session(work, actor).need_running()
    post = access_own_post(work, actor, command.post_id)
    post.edit(clean(command.text, limit=POST_LIMIT), command.language)
    post.rev = work.rev
    work.announce(PostChanged(board_id=post.board_id))
    return Outcome(me=my_post(post.id, own_post(post)))


def withdraw_post(work: Work, actor: Actor, command: commands.WithdrawPost) -> Outcome:
    """Take back an own idea that nobody has reviewed."""
    access_session(work, actor).need_running()
    post = access_own_post(work, actor, command.post_id)
    post.withdraw()
    post.rev = work.rev
    work.announce(PostChanged(board_id=post.board_id))
    return Outcome(me=my_post(post.id, None))


def support_post(work: Work, actor: Actor, command: commands.SupportPost) -> Outcome:
    """Support an idea that everybody sees, or no longer; saying it twice changes nothing.

    Whoever no longer supports an idea supports none of those that it stands for.
    """
    access_course(work, actor).need_running()
    post = access_post(work, actor, command.post_id)
    if not post.is_shown(access_board(work, actor, post.board_id)):
        raise NotFound
    person, about = actor.participant_id or 0, [post]
    if not command.supported:
        about += merges.under(work, post)
    changed = [each for each in about if boards.put_support(work, each.id, person, supported=command.supported)]
    for each in (post, *changed) if changed else ():
        each.rev = work.rev
        work.announce(PostSupported())
    return Outcome(me=my_support([each.id for each in about], supported=command.supported))


def open_board(work: Work, actor: Actor, command: commands.OpenBoard) -> Outcome:
    """Take ideas."""
    access_session(work, actor).need_running()
    board = take_board(work, actor, command.board_id, command.version, "open_board")
    board.open()
    return Outcome(what=board.title)


def close_board(work: Work, actor: Actor, command: commands.CloseBoard) -> Outcome:
    """Take no more ideas."""
    board = take_board(work, actor, command.board_id, command.version, "close_board")
    board.close()
    return Outcome(what=board.title)


def reveal_board(work: Work, actor: Actor, command: commands.RevealBoard) -> Outcome:
    """End the silent phase, or go back to it."""
    act = "reveal_board" if command.revealed else "cover_board"
    board = take_board(work, actor, command.board_id, command.version, act)
    board.reveal(revealed=command.revealed)
    boards.touch_all(work, board.id, work.rev, shown=command.revealed)
    return Outcome(act=act, what=board.title)


def review_post(work: Work, actor: Actor, command: commands.ReviewPost) -> Outcome:
    """Approve, decline, hide or put an idea back into the queue."""
    post = _take_post(work, actor, command.post_id, command.version, f"{command.state}_post")
    post.review(command.state)
    _remember_shown(work, actor, post)
    return Outcome(act=f"{command.state}_post")


def pin_post(work: Work, actor: Actor, command: commands.PinPost) -> Outcome:
    """Keep an idea at the top of its column."""
    post = _take_post(work, actor, command.post_id, command.version, "pin_post")
    post.is_pinned = command.pinned
    return Outcome()


def move_post(work: Work, actor: Actor, command: commands.MovePost) -> Outcome:
    """Move an idea to another column of its board."""
    post = _take_post(work, actor, command.post_id, command.version, "move_post")
    access_board(work, actor, post.board_id).need_column(command.column_id)
    post.column_id = command.column_id
    return Outcome()


def take_board(work: Work, actor: Actor, board_id: int, version: int, act: str) -> Board:
    """Compare and set. Raises NotFound, or Overtaken when another host changed it first."""
    board = access_board(work, actor, board_id)
    board.take(version, by=actor.name, act=act, now=work.now)
    work.announce(BoardChanged(board_id=board.id))
    return board


def _take_post(work: Work, actor: Actor, post_id: int, version: int, act: str) -> Post:
    post = access_post(work, actor, post_id)
    if post.state == "withdrawn":
        raise NotFound
    post.need_apart()
    post.take(version, by=actor.name, act=act, now=work.now)
    post.rev = work.rev
    work.announce(PostChanged(board_id=post.board_id, author_id=post.participant_id))
    return post


def _remember_shown(work: Work, actor: Actor, post: Post) -> None:
    if post.is_shown(access_board(work, actor, post.board_id)):
        post.was_shown = True


COMMANDS: Final[Family] = {
    "send_post": (commands.SendPost, send_post),
    "edit_post": (commands.EditPost, edit_post),
    "withdraw_post": (commands.WithdrawPost, withdraw_post),
    "support_post": (commands.SupportPost, support_post),
    "open_board": (commands.OpenBoard, open_board),
    "close_board": (commands.CloseBoard, close_board),
    "reveal_board": (commands.RevealBoard, reveal_board),
    "review_post": (commands.ReviewPost, review_post),
    "pin_post": (commands.PinPost, pin_post),
    "move_post": (commands.MovePost, move_post),
}
