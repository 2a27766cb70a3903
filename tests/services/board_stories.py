"""What happens on a board once its ideas are there, as stories for the snapshot law."""

from collections.abc import Callable

from facilitator.domain.clusters import Cluster
from facilitator.presenters.payloads import Ack
from facilitator.storage import clusters
from tests.cast import ANDERS, MARIA
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]


def cluster(g: Gathering, title: str) -> Cluster:
    """The cluster with this title, dissolved or not."""
    made = g.read(lambda work: [clusters.find(work, g.board().id, number) for number in range(1, 50)])
    return next(each for each in made if each is not None and each.title == title)


def clustered(title: str, *texts: str) -> Act:
    """A cluster is made, with ideas."""
    return lambda g: (
        g.steer(
            MARIA,
            "add_cluster",
            board_id=g.board().id,
            title=title,
            post_ids=[g.post(text).id for text in texts],
        ).ack
    )


def placed(text: str, title: str | None) -> Act:
    """An idea is put into a cluster, or out of its own."""
    return lambda g: (
        g.steer(
            ANDERS,
            "group_posts",
            board_id=g.board().id,
            places=[{"post_id": g.post(text).id, "cluster_id": cluster(g, title).id if title else None}],
        ).ack
    )


def steered(name: str, called: str, /, **args: object) -> Act:
    """Something is done with a cluster."""
    return lambda g: g.steer(MARIA, name, board_id=g.board().id, cluster_id=cluster(g, called).id, **args).ack


SEEN = "Approved and seen"
WAITING = "Waiting for review"
MADE = clustered("Care", SEEN)

STORIES: dict[str, tuple[Act, ...]] = {
    "add_cluster": (MADE, clustered("Empty")),
    "rename_cluster": (MADE, steered("rename_cluster", "Care", title="Care at night")),
    "group_posts": (MADE, clustered("Time"), placed(SEEN, "Time"), placed(WAITING, "Care"), placed(SEEN, None)),
    "merge_clusters": (
        MADE,
        clustered("Time", WAITING),
        lambda g: (
            g.steer(
                MARIA,
                "merge_clusters",
                board_id=g.board().id,
                cluster_id=cluster(g, "Care").id,
                into_id=cluster(g, "Time").id,
            ).ack
        ),
    ),
    "dissolve_cluster": (
        MADE,
        steered("dissolve_cluster", "Care"),
    ),
    "restore_cluster": (
        MADE,
        steered("dissolve_cluster", "Care"),
        lambda g: steered("restore_cluster", "Care", post_ids=[g.post(SEEN).id])(g),
    ),
}
