"""Boards and their ideas, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.domain.alike import Hint
from facilitator.domain.base import known_ms
from facilitator.domain.boards import Board, BoardCounts, Post, Standing
from facilitator.domain.clusters import Cluster
from facilitator.domain.comments import Comment
from facilitator.domain.points import BoardPoints
from facilitator.presenters.acts import last_act
from facilitator.presenters.payloads import (
    Audience,
    BoardTopic,
    CommentPayload,
    HintsTopic,
    OwnComment,
    OwnPoints,
    OwnPost,
    PostPayload,
    PostStatus,
    VotesTopic,
)

_STATUS: Final[Mapping[str, PostStatus]] = {"waiting": "waiting", "approved": "shown"}


def board_topic(
    board: Board, clusters: Sequence[Cluster], counts: BoardCounts, audience: Audience
) -> BoardTopic | None:
    """A board; None for participants and the stage until it was opened."""
    if audience != "moderator" and board.state == "ready":
        return None
    sees_clusters = audience == "moderator" or board.is_revealed
    topic: BoardTopic = {
        "id": board.id,
        "item_id": board.item_id,
        "title": board.title,
        "help": board.help,
        "state": board.state,
        "is_revealed": board.is_revealed,
        "needs_approval": board.needs_approval,
        "takes_joins": board.takes_joins,
        "takes_comments": board.takes_comments,
        "is_voting": board.is_voting,
        "budget": board.budget,
        "columns": [{"id": column.id, "title": column.title, "type": column.type} for column in board.columns],
        "clusters": [{"id": each.id, "title": each.title} for each in clusters if sees_clusters],
        "ideas": counts.ideas,
    }
    if audience == "moderator":
        topic["waiting"], topic["version"], topic["last"] = counts.waiting, board.version, last_act(board)
    return topic


def post_payload(standing: Standing, board: Board, audience: Audience) -> PostPayload | None:
    """An idea; None for those who may not see it now."""
    post = standing.post
    if post.state == "withdrawn" or (audience != "moderator" and not post.is_shown(board)):
        return None
    payload: PostPayload = {
        "id": post.id,
        "board_id": post.board_id,
        "column_id": post.column_id,
        "text": post.text,
        "language": post.language,
        "is_pinned": post.is_pinned,
        "cluster_id": post.cluster_id,
        "together": [{"id": each.id, "text": each.text, "language": each.language} for each in standing.merged],
        "comments": [
            comment_payload(each, audience)
            for each in standing.comments
            if audience == "moderator" or each.state == "approved"
        ],
        "support": standing.support,
        "points": 0 if board.is_voting else standing.points,
        "at_ms": known_ms(post.sent_at),
    }
    if audience == "moderator":
        payload["state"], payload["version"], payload["last"] = post.state, post.version, last_act(post)
        payload["merged_into_id"] = post.merged_into_id
    return payload


def comment_payload(comment: Comment, audience: Audience) -> CommentPayload:
    """A comment on an idea; whoever asks leaves out those that the audience may not see."""
    payload: CommentPayload = {
        "id": comment.id,
        "text": comment.text,
        "language": comment.language,
        "at_ms": known_ms(comment.sent_at),
    }
    if audience == "moderator" and comment.state != "withdrawn":
        payload["state"], payload["version"], payload["last"] = comment.state, comment.version, last_act(comment)
    return payload


def votes_topic(board: Board, given: BoardPoints) -> VotesTopic:
    """How far the voting is."""
    return {"board_id": board.id, "people": given.people, "points": given.points}


def hints_topic(board_id: int, found: Sequence[Hint]) -> HintsTopic:
    """Ideas that say nearly the same as an earlier one, in the order in which to look at them."""
    return {
        "board_id": board_id,
        "hints": [{"post_id": hint.post_id, "earlier_id": hint.earlier_id} for hint in found],
    }


def own_post(post: Post) -> OwnPost:
    """An own idea with what became of it, in the author's words for it."""
    return {
        "id": post.id,
        "board_id": post.board_id,
        "column_id": post.column_id,
        "text": post.text,
        "language": post.language,
        "status": _STATUS.get(post.state, "not_shown"),
        "merged_into_id": post.merged_into_id,
        "at_ms": known_ms(post.sent_at),
    }


def own_points(board_id: int, points: int) -> OwnPoints | None:
    """One's own points for an idea; None for none."""
    return {"board_id": board_id, "points": points} if points else None


def own_comment(comment: Comment) -> OwnComment:
    """An own comment with what became of it."""
    return {
        "id": comment.id,
        "post_id": comment.post_id,
        "text": comment.text,
        "language": comment.language,
        "status": _STATUS.get(comment.state, "not_shown"),
        "at_ms": known_ms(comment.sent_at),
    }
