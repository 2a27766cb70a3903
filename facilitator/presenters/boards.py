"""Boards and their ideas, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience.
"""

from collections.abc import Sequence

from facilitator.domain.base import known_ms
from facilitator.domain.boards import Board, BoardCounts, Post
from facilitator.domain.clusters import Cluster
from facilitator.presenters.acts import last_act
from facilitator.presenters.payloads import Audience, BoardTopic, OwnPost, PostPayload


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
        "columns": [{"id": column.id, "title": column.title, "type": column.type} for column in board.columns],
        "clusters": [{"id": each.id, "title": each.title} for each in clusters if sees_clusters],
        "ideas": counts.ideas,
    }
    if audience == "moderator":
        topic["waiting"], topic["version"], topic["last"] = counts.waiting, board.version, last_act(board)
    return topic


def post_payload(post: Post, support: int, board: Board, audience: Audience) -> PostPayload | None:
    """An idea; None for those who may not see it now."""
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
        "support": support,
        "at_ms": known_ms(post.sent_at),
    }
    if audience == "moderator":
        payload["state"], payload["version"], payload["last"] = post.state, post.version, last_act(post)
    return payload


def own_post(post: Post) -> OwnPost:
    """An own idea with what became of it, in the author's words for it."""
    return {
        "id": post.id,
        "board_id": post.board_id,
        "column_id": post.column_id,
        "text": post.text,
        "language": post.language,
        "status": "waiting" if post.state == "waiting" else "shown" if post.state == "approved" else "not_shown",
        "at_ms": known_ms(post.sent_at),
    }
