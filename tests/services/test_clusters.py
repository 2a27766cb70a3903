"""Hosts sort ideas: who may, what it changes for whom, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.clusters import MOST_CLUSTERS, Cluster
from facilitator.domain.errors import Refusal
from facilitator.storage import clusters
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, Person
from tests.factories import Gathering, gather


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A board on which Elena and Giorgos have an approved idea each, still in silence."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    for person, text in ((ELENA, "A crèche"), (GIORGOS, "Evening trains")):
        post = made.suggest(person, "Ask", text)
        made.steer(MARIA, "review_post", post_id=post.id, state="approved")
    return made


def add(g: Gathering, title: str, *texts: str) -> int:
    posts = [g.post(text).id for text in texts]
    made = g.steer(MARIA, "add_cluster", board_id=g.board().id, title=title, post_ids=posts).ack["made"]
    return int(made["cluster_id"])


def titles(g: Gathering, audience: Person = MARIA) -> list[str]:
    topic = g.state(audience)["topics"][f"board:{g.board().id}"]
    return [each["title"] for each in topic["clusters"]]  # type: ignore[index, typeddict-item]


def place(g: Gathering, text: str) -> int | None:
    return g.post(text).cluster_id


def group(g: Gathering, **places: int | None) -> None:
    wanted = [{"post_id": g.post(text.replace("_", " ")).id, "cluster_id": to} for text, to in places.items()]
    g.steer(ANDERS, "group_posts", board_id=g.board().id, places=wanted)


def test_a_cluster_takes_ideas_from_wherever_they_were(gathering: Gathering) -> None:
    care = add(gathering, "Care", "A crèche")
    ways = add(gathering, "  Ways \n to come ", "Evening trains", "A crèche")
    assert titles(gathering) == ["Care", "Ways to come"]
    assert (place(gathering, "A crèche"), place(gathering, "Evening trains")) == (ways, ways)
    group(gathering, Evening_trains=care)
    assert (place(gathering, "A crèche"), place(gathering, "Evening trains")) == (ways, care)


def test_nobody_else_hears_of_clusters_before_the_ideas_are_revealed(gathering: Gathering) -> None:
    care = add(gathering, "Care", "A crèche")
    assert (titles(gathering, ELENA), titles(gathering, BIG_SCREEN)) == ([], [])
    gathering.steer(MARIA, "reveal_board", board_id=gathering.board().id, revealed=True)
    assert (titles(gathering, ELENA), titles(gathering, BIG_SCREEN)) == (["Care"], ["Care"])
    seen = gathering.state(GIORGOS)["posts"][str(gathering.post("A crèche").id)]
    assert seen is not None
    assert seen["cluster_id"] == care


def test_a_merged_or_dissolved_cluster_comes_back_where_it_was(gathering: Gathering) -> None:
    care, ways = add(gathering, "Care", "A crèche"), add(gathering, "Ways", "Evening trains")
    board_id = gathering.board().id
    gathering.steer(MARIA, "merge_clusters", board_id=board_id, cluster_id=care, into_id=ways)
    assert (titles(gathering), place(gathering, "A crèche")) == (["Ways"], ways)
    gathering.steer(
        MARIA, "restore_cluster", board_id=board_id, cluster_id=care, post_ids=[gathering.post("A crèche").id]
    )
    assert (titles(gathering), place(gathering, "A crèche")) == (["Care", "Ways"], care)
    gathering.steer(MARIA, "dissolve_cluster", board_id=board_id, cluster_id=care)
    assert (titles(gathering), place(gathering, "A crèche")) == (["Ways"], None)


def test_undoing_a_new_cluster_puts_its_ideas_back_into_theirs(gathering: Gathering) -> None:
    care = add(gathering, "Care", "A crèche")
    fresh = add(gathering, "Everything", "A crèche", "Evening trains")
    back = [{"post_id": gathering.post("A crèche").id, "cluster_id": care}]
    gathering.steer(MARIA, "dissolve_cluster", board_id=gathering.board().id, cluster_id=fresh, places=back)
    assert (place(gathering, "A crèche"), place(gathering, "Evening trains")) == (care, None)


def test_only_what_moved_travels(gathering: Gathering) -> None:
    care = add(gathering, "Care", "A crèche")
    before = gathering.session().rev
    group(gathering, A_crèche=care, Evening_trains=care)
    change = gathering.state(MARIA, since=before)
    assert set(change["posts"]) == {str(gathering.post("Evening trains").id)}


@pytest.mark.parametrize("name", ["rename_cluster", "merge_clusters", "dissolve_cluster", "restore_cluster"])
def test_a_cluster_of_another_board_or_a_dissolved_one_is_not_found(gathering: Gathering, name: str) -> None:
    care = add(gathering, "Care")
    if name != "restore_cluster":
        gathering.steer(MARIA, "dissolve_cluster", board_id=gathering.board().id, cluster_id=care)
    extra: dict[str, dict[str, object]] = {
        "rename_cluster": {"title": "Time"},
        "merge_clusters": {"into_id": add(gathering, "Time")},
        "restore_cluster": {"post_ids": []},
    }
    for cluster_id in (care, 4321):
        with pytest.raises(Refusal) as refused:
            gathering.steer(MARIA, name, board_id=gathering.board().id, cluster_id=cluster_id, **extra.get(name, {}))
        assert refused.value.code == "not_found"


def test_sorting_compares_versions_and_is_for_hosts(gathering: Gathering) -> None:
    add(gathering, "Care", "A crèche")
    args: dict[str, Any] = {"board_id": gathering.board().id, "title": "Late"}
    with pytest.raises(Refusal) as refused:
        gathering.send(ANDERS, "add_cluster", **args, version=gathering.board().version - 1)
    assert (refused.value.code, refused.value.details["by"]) == ("overtaken", MARIA.name)
    with pytest.raises(Refusal) as refused:
        gathering.steer(ELENA, "add_cluster", **args)
    assert refused.value.code == "not_allowed"
    assert titles(gathering) == ["Care"]


def test_a_cluster_needs_a_title_and_a_board_has_an_end(gathering: Gathering) -> None:
    with pytest.raises(Refusal) as refused:
        add(gathering, " \n ")
    assert refused.value.code == "text_missing"
    with pytest.raises(Refusal) as refused:
        add(gathering, "x" * 81)
    assert refused.value.code == "text_too_long"
    board_id = gathering.board().id
    for position in range(MOST_CLUSTERS):
        cluster = Cluster(board_id=board_id, position=position, title=f"No. {position}")
        gathering.write(lambda work, one=cluster: clusters.put(work, one))  # type: ignore[misc]
    with pytest.raises(Refusal) as refused:
        add(gathering, "One too many")
    assert refused.value.code == "wrong_state"
