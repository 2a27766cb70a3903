"""Clusters: hosts put ideas together and name what they have in common."""

from collections.abc import Collection, Mapping
from typing import Final

from facilitator.domain.boards import Board, Post
from facilitator.domain.clusters import Cluster, place_after, title_of
from facilitator.domain.errors import NotFound
from facilitator.domain.permissions import Actor
from facilitator.services.access import access_session
from facilitator.services.boards import take_board
from facilitator.services.commands import clusters as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import clusters
from facilitator.storage.database import Work


def add_cluster(work: Work, actor: Actor, command: commands.AddCluster) -> Outcome:
    """Make a cluster, the last of its board, and put ideas into it."""
    board = _take(work, actor, command.board_id, command.version, "add_cluster")
    position = place_after(clusters.list_of(work, [board.id])[board.id])
    cluster = Cluster(board_id=board.id, position=position, title=title_of(command.title))
    clusters.put(work, cluster)
    _place(work, board, dict.fromkeys(command.post_ids, cluster.id))
    return Outcome(what=cluster.title, made={"cluster_id": str(cluster.id)})


def rename_cluster(work: Work, actor: Actor, command: commands.RenameCluster) -> Outcome:
    """Call a cluster something else."""
    board = _take(work, actor, command.board_id, command.version, "rename_cluster")
    cluster = _cluster(work, board, command.cluster_id)
    cluster.rename(command.title)
    return Outcome(what=cluster.title)


def merge_clusters(work: Work, actor: Actor, command: commands.MergeClusters) -> Outcome:
    """Put the ideas of one cluster into another, and dissolve the first."""
    board = _take(work, actor, command.board_id, command.version, "merge_clusters")
    cluster, into = _cluster(work, board, command.cluster_id), _cluster(work, board, command.into_id)
    if cluster.id == into.id:
        raise NotFound
    cluster.dissolve()
    clusters.empty(work, cluster.id, work.rev, into_id=into.id)
    return Outcome(what=f"{cluster.title} → {into.title}")


def dissolve_cluster(work: Work, actor: Actor, command: commands.DissolveCluster) -> Outcome:
    """Let the ideas of a cluster go."""
    board = _take(work, actor, command.board_id, command.version, "dissolve_cluster")
    cluster = _cluster(work, board, command.cluster_id)
    cluster.dissolve()
    clusters.empty(work, cluster.id, work.rev)
    _place(work, board, _wanted(command.places))
    return Outcome(what=cluster.title)


def restore_cluster(work: Work, actor: Actor, command: commands.RestoreCluster) -> Outcome:
    """Bring a dissolved cluster back."""
    board = _take(work, actor, command.board_id, command.version, "restore_cluster")
    cluster = clusters.find(work, board.id, command.cluster_id)
    if cluster is None or not cluster.is_dissolved:
        raise NotFound
    cluster.restore(clusters.list_of(work, [board.id])[board.id])
    work.flush()
    _place(work, board, dict.fromkeys(command.post_ids, cluster.id))
    return Outcome(what=cluster.title)


def group_posts(work: Work, actor: Actor, command: commands.GroupPosts) -> Outcome:
    """Put ideas into clusters, or out of them."""
    board = _take(work, actor, command.board_id, command.version, "group_posts")
    _place(work, board, _wanted(command.places))
    return Outcome(what=board.title)


def _take(work: Work, actor: Actor, board_id: int, version: int, act: str) -> Board:
    access_session(work, actor).need_running()
    return take_board(work, actor, board_id, version, act)


def _cluster(work: Work, board: Board, cluster_id: int) -> Cluster:
    cluster = clusters.find(work, board.id, cluster_id)
    if cluster is None or cluster.is_dissolved:
        raise NotFound
    return cluster


def _wanted(places: Collection[commands.Place]) -> dict[int, int | None]:
    return {place.post_id: place.cluster_id for place in places}


def _place(work: Work, board: Board, wanted: Mapping[int, int | None]) -> None:
    """Move each idea to its cluster. Raises NotFound for ideas and clusters of another board, and for merged ideas."""
    if not wanted:
        return
    known = {cluster.id for cluster in clusters.list_of(work, [board.id])[board.id]} | {None}
    posts = clusters.posts_of(work, board.id, wanted.keys())
    if len(posts) != len(wanted) or not known.issuperset(wanted.values()) or any(map(_is_merged, posts)):
        raise NotFound
    for post in posts:
        if post.cluster_id != wanted[post.id]:
            post.cluster_id, post.rev = wanted[post.id], work.rev


def _is_merged(post: Post) -> bool:
    return post.merged_into_id is not None


COMMANDS: Final[Family] = {
    "add_cluster": (commands.AddCluster, add_cluster),
    "rename_cluster": (commands.RenameCluster, rename_cluster),
    "merge_clusters": (commands.MergeClusters, merge_clusters),
    "dissolve_cluster": (commands.DissolveCluster, dissolve_cluster),
    "restore_cluster": (commands.RestoreCluster, restore_cluster),
    "group_posts": (commands.GroupPosts, group_posts),
}
