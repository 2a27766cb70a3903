"""Ideas and comments as rows."""

from collections.abc import Iterator
from typing import cast

from facilitator.domain.boards import Board, Column, Standing
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.payloads import PostState
from facilitator.presenters.rows import CommentRow, IdeaRow


def ideas(harvest: Harvest) -> Iterator[IdeaRow]:
    """Every idea, by board and column; a merged one has a row of its own."""
    texts = {each.post.id: each.post.text for each in harvest.posts}
    for board in harvest.boards:
        titles = {each.id: each.title for each in harvest.clusters.get(board.id, ())}
        for column in board.columns:
            for standing in harvest.posts:
                if standing.post.column_id == column.id:
                    yield _idea(board, column, standing, titles, texts)


def _idea(board: Board, column: Column, standing: Standing, titles: dict[int, str], texts: dict[int, str]) -> IdeaRow:
    post = standing.post
    return IdeaRow(
        board=board.title,
        column=column.title,
        type=column.type,
        text=post.text,
        language=post.language,
        state=cast("PostState", post.state),
        support=standing.support,
        is_pinned=post.is_pinned,
        cluster=None if post.cluster_id is None else titles.get(post.cluster_id),
        points=standing.points,
        comments=sum(each.state == "approved" for each in standing.comments),
        merged_into=None if post.merged_into_id is None else texts.get(post.merged_into_id),
    )


def comments(harvest: Harvest) -> Iterator[CommentRow]:
    """Every comment that was not taken back, once: under the idea that it was written for."""
    titles = {board.id: board.title for board in harvest.boards}
    for standing in harvest.posts:
        for comment in standing.comments:
            if comment.post_id == standing.post.id:
                yield CommentRow(
                    board=titles[standing.post.board_id],
                    idea=standing.post.text,
                    text=comment.text,
                    language=comment.language,
                    state=cast("PostState", comment.state),
                )
