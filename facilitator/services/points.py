"""Points: people share a budget out over the ideas of a board."""

from typing import Final

from facilitator.domain.errors import NotFound
from facilitator.domain.events import PointsGiven, VotingChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.points import need_budget
from facilitator.services.access import access_board, access_course, access_post, access_session
from facilitator.services.boards import take_board
from facilitator.services.commands import points as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome, my_points
from facilitator.storage import merges, points
from facilitator.storage.database import Work


def set_voting(work: Work, actor: Actor, command: commands.SetVoting) -> Outcome:
    """Begin or end the phase in which people give points. Only ideas that have some look different then."""
    access_session(work, actor).need_running()
    act = "start_voting" if command.voting else "stop_voting"
    board = take_board(work, actor, command.board_id, command.version, act)
    board.vote(voting=command.voting)
    touch_voted(work, board.id, actor.session_id)
    return Outcome(act=act, what=board.title)


def give_points(work: Work, actor: Actor, command: commands.GivePoints) -> Outcome:
    """Give an idea, and all that it stands for, so many points together.

    They can be taken back from an idea that is no longer shown.
    """
    access_course(work, actor).need_running()
    post = access_post(work, actor, command.post_id)
    board = access_board(work, actor, post.board_id)
    board.need_voting()
    if command.points and not post.is_shown(board):
        raise NotFound
    person = actor.participant_id or 0
    ids = [post.id, *(each.id for each in merges.under(work, post))]
    given = points.given(work, board.id, person)
    need_budget(given, command.points, ids, board.budget)
    wanted = {post_id: command.points if post_id == post.id else 0 for post_id in ids}
    changes = {post_id: number for post_id, number in wanted.items() if given.get(post_id, 0) != number}
    for post_id, number in changes.items():
        points.put(work, board.id, person, post_id, number)
    if changes:
        work.announce(PointsGiven(board_id=board.id))
    return Outcome(me=my_points(board.id, wanted))


def touch_voted(work: Work, board_id: int, session_id: int) -> None:
    """Stamp the ideas of a board that have points, and those that stand for them; the board is announced."""
    voted = points.posts_with(work, board_id)
    roots = {root for root, posts in merges.trees(work, session_id).items() for post in posts if post.id in voted}
    merges.touch(work, voted | roots, work.rev)
    work.announce(VotingChanged(board_id=board_id))


COMMANDS: Final[Family] = {
    "set_voting": (commands.SetVoting, set_voting),
    "give_points": (commands.GivePoints, give_points),
}
