"""Clusters: the host puts ideas together, renames, joins and dissolves what was made, and brings one back."""

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.demo.room import Room
from facilitator.demo.taken import differences

TITLES: Final = ("Childcare", "Flexible hours", "Role models", "Money", "Partners")


def sort(room: Room, board_id: int, post_ids: Sequence[int]) -> None:
    """Everything that can be done with clusters, with the ideas that everybody sees."""
    made = [_add(room, board_id, title, post_ids[place :: len(TITLES)]) for place, title in enumerate(TITLES)]
    first, second, third, fourth, fifth = made
    room.host.board("rename_cluster", board_id, cluster_id=first, title="Care and courses")
    room.ledger.clusters[first] = "Care and courses"
    room.host.board("merge_clusters", board_id, cluster_id=second, into_id=third)
    _end(room, second, into=third)
    freed = [post_id for post_id, cluster in room.ledger.clustered.items() if cluster == fourth]
    room.host.board("dissolve_cluster", board_id, cluster_id=fourth)
    _end(room, fourth, into=None)
    room.host.board("restore_cluster", board_id, cluster_id=fourth, post_ids=freed)
    room.ledger.clusters[fourth] = TITLES[3]
    room.ledger.clustered.update(dict.fromkeys(freed, fourth))
    room.host.board("dissolve_cluster", board_id, cluster_id=fifth)
    _end(room, fifth, into=None)
    places = {post_id: room.chance.choice((first, third, None)) for post_id in post_ids[:6]}
    if places:
        wanted = [{"post_id": post_id, "cluster_id": cluster_id} for post_id, cluster_id in places.items()]
        room.host.board("group_posts", board_id, places=wanted)
        room.ledger.clustered.update(places)


def _add(room: Room, board_id: int, title: str, post_ids: Sequence[int]) -> int:
    reply = room.host.board("add_cluster", board_id, title=title, post_ids=list(post_ids))
    cluster_id = int(reply["made"]["cluster_id"])
    room.ledger.clusters[cluster_id] = title
    room.ledger.clustered.update(dict.fromkeys(post_ids, cluster_id))
    return cluster_id


def _end(room: Room, cluster_id: int, *, into: int | None) -> None:
    """A cluster is no more; its ideas are in another one, or in none."""
    del room.ledger.clusters[cluster_id]
    inside = [post_id for post_id, cluster in room.ledger.clustered.items() if cluster == cluster_id]
    room.ledger.clustered.update(dict.fromkeys(inside, into))


def mismatches(room: Room) -> Iterator[str]:
    """What differs between the books and the clusters that the host is sent."""
    yield from differences("clusters", titles_of(room).items(), room.ledger.clusters.items())
    seen = ((int(key), post["cluster_id"]) for key, post in room.host.fresh()["posts"].items())
    wanted = ((post_id, room.ledger.clustered.get(post_id)) for post_id in room.ledger.ideas)
    yield from differences("ideas in clusters", seen, wanted)


def titles_of(room: Room) -> dict[int, str]:
    """The clusters that there are, by what the host is sent."""
    return {each["id"]: each["title"] for board in room.boards() for each in board["clusters"]}
