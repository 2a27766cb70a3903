"""Ideas that were merged into others, as trees: who stands for whom."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select, update

from facilitator.domain.boards import Post, Support
from facilitator.storage.database import Work

Trees = Mapping[int, Sequence[Post]]
"""For each idea that others were merged into, all those that it stands for now, in the order they were sent."""


def trees(work: Work, session_id: int) -> Trees:
    """Every tree of a session, by its root."""
    return work.once(("merged", session_id), lambda: _grow(_merged(work, session_id)))


def under(work: Work, post: Post) -> Sequence[Post]:
    """The ideas that this one stands for, without itself."""
    return trees(work, post.session_id).get(post.id, ())


def root_of(work: Work, post: Post) -> Post:
    """The idea that stands for this one: itself, when it was merged into none."""
    while post.merged_into_id is not None:
        found = work.orm.get(Post, post.merged_into_id)
        if found is None:
            break
        post = found
    return post


def change(work: Work, posts: Sequence[Post], into: Post | None) -> None:
    """Merge ideas into another one, or take them out again."""
    for post in posts:
        post.merged_into_id = None if into is None else into.id
    work.orm.flush()
    work.memo.pop(("merged", posts[0].session_id), None)


def touch(work: Work, post_ids: Collection[int], rev: int) -> None:
    """Stamp some ideas as changed."""
    work.orm.execute(update(Post).where(Post.id.in_(post_ids)).values(rev=rev))


def supporters(work: Work, grown: Trees) -> dict[int, int]:
    """How many different people support each root or any of those it stands for."""
    home = {post.id: root for root, posts in grown.items() for post in posts} | {root: root for root in grown}
    people: dict[int, set[int]] = {root: set() for root in grown}
    query = select(Support.post_id, Support.participant_id).where(Support.post_id.in_(home))
    for post_id, participant_id in work.orm.execute(query):
        people[home[post_id]].add(participant_id)
    return {root: len(who) for root, who in people.items()}


def _merged(work: Work, session_id: int) -> Sequence[Post]:
    query = select(Post).where(Post.session_id == session_id, Post.merged_into_id.is_not(None))
    return work.orm.scalars(query.order_by(Post.sent_at, Post.id)).all()


def _grow(merged: Sequence[Post]) -> dict[int, list[Post]]:
    parents = {post.id: post.merged_into_id for post in merged}
    grown: dict[int, list[Post]] = {}
    for post in merged:
        root = post.id
        while (above := parents.get(root)) is not None:
            root = above
        grown.setdefault(root, []).append(post)
    return grown
