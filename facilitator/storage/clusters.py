"""Clusters, as rows."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, update

from facilitator.domain.boards import Post
from facilitator.domain.clusters import Cluster
from facilitator.storage.database import Work


def find(work: Work, board_id: int, cluster_id: int) -> Cluster | None:
    """A cluster of this board, dissolved or not."""
    return work.orm.scalars(select(Cluster).where(Cluster.id == cluster_id, Cluster.board_id == board_id)).one_or_none()


def list_of(work: Work, board_ids: Collection[int]) -> dict[int, list[Cluster]]:
    """The clusters of each of these boards in order, without dissolved ones."""
    found: dict[int, list[Cluster]] = {board_id: [] for board_id in board_ids}
    query = select(Cluster).where(Cluster.board_id.in_(board_ids), Cluster.position >= 0)
    for cluster in work.orm.scalars(query.order_by(Cluster.position, Cluster.id)):
        found[cluster.board_id].append(cluster)
    return found


def put(work: Work, cluster: Cluster) -> None:
    """Store a new cluster and give it its id."""
    work.orm.add(cluster)
    work.orm.flush()


def posts_of(work: Work, board_id: int, post_ids: Collection[int]) -> Sequence[Post]:
    """Those of these ideas that are on the board, whatever was decided about them."""
    query = select(Post).where(Post.board_id == board_id, Post.id.in_(post_ids), Post.state != "withdrawn")
    return work.orm.scalars(query).all()


def empty(work: Work, cluster_id: int, rev: int, *, into_id: int | None = None) -> None:
    """Put all ideas of a cluster into another one, or into none."""
    query = update(Post).where(Post.cluster_id == cluster_id).values(cluster_id=into_id, rev=rev)
    work.orm.execute(query)
