"""What happens on a board once its ideas are there, as stories for the snapshot law."""

from collections.abc import Callable
from typing import Any

from facilitator.domain.clusters import Cluster
from facilitator.domain.comments import Comment
from facilitator.presenters.payloads import Ack
from facilitator.storage import clusters, comments
from tests.cast import ANDERS, ELENA, GIORGOS, MARIA, NADIA, ZOFIA, Person
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


def steered(name: str, called: str, /, **args: Any) -> Act:  # noqa: ANN401  any command
    """Something is done with a cluster."""
    return lambda g: g.steer(MARIA, name, board_id=g.board().id, cluster_id=cluster(g, called).id, **args).ack


def on_board(name: str, **args: Any) -> Act:  # noqa: ANN401  any command
    """A host's act on the board."""
    return lambda g: g.steer(MARIA, name, board_id=g.board().id, **args).ack


def edited(**args: Any) -> Act:  # noqa: ANN401  any command
    """The organiser edits the board."""
    return lambda g: g.send(NADIA, "edit_board", board_id=g.board().id, **args).ack


def given(person: Person, text: str, points: int) -> Act:
    """Somebody gives points to an idea."""
    return lambda g: g.send(person, "give_points", post_id=g.post(text).id, points=points).ack


def supported(person: Person, text: str, *, is_on: bool = True) -> Act:
    """Somebody supports an idea, or no longer."""
    return lambda g: g.send(person, "support_post", post_id=g.post(text).id, supported=is_on).ack


def said(person: Person, text: str) -> Act:
    """Somebody comments on the idea that everybody sees."""
    words = {"text": text, "language": person.language}
    return lambda g: g.send(person, "send_comment", post_id=g.post(SEEN).id, **words).ack


def comment(g: Gathering, text: str) -> Comment:
    """The comment that says so."""
    found = g.read(lambda work: comments.since(work, g.session_id, -1))
    return next(each for about in found.values() for each in about if each.text == text)


def reviewed(text: str, state: str) -> Act:
    """A host reviews a comment."""

    def review(g: Gathering) -> Ack:
        about = comment(g, text)
        args: dict[str, Any] = {"comment_id": about.id, "version": about.version, "state": state}
        return g.send(ANDERS, "review_comment", **args).ack

    return review


def merged(into: str, *texts: str) -> Act:
    """One idea stands for others."""
    return lambda g: (
        g.steer(
            MARIA,
            "merge_posts",
            board_id=g.board().id,
            post_ids=[g.post(text).id for text in texts],
            into_id=g.post(into).id,
        ).ack
    )


def split(*texts: str) -> Act:
    """Ideas stand for themselves again."""
    posts = [*texts]
    return lambda g: (
        g.steer(MARIA, "split_posts", board_id=g.board().id, post_ids=[g.post(text).id for text in posts]).ack
    )


def suggested(person: Person, text: str) -> Act:
    """Another idea."""
    return lambda g: (
        g.send(
            person,
            "send_post",
            board_id=g.board().id,
            column_id=g.board().columns[1].id,
            text=text,
            language=person.language,
        ).ack
    )


def approved(text: str) -> Act:
    """It is approved."""
    return lambda g: g.steer(MARIA, "review_post", post_id=g.post(text).id, state="approved").ack


SEEN = "Approved and seen"
WAITING = "Waiting for review"
TWIN = "The same again"
MADE = clustered("Care", SEEN)
VOTING = on_board("set_voting", voting=True)
TALKING = edited(takes_comments=True)
DOUBLED = (approved(WAITING), suggested(ZOFIA, TWIN), approved(TWIN), supported(GIORGOS, TWIN), supported(ELENA, TWIN))

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
    "set_voting": (
        VOTING,
        given(ELENA, SEEN, 3),
        on_board("set_voting", voting=False),
        VOTING,
        on_board("set_voting", voting=False),
    ),
    "give_points": (
        VOTING,
        given(ELENA, SEEN, 3),
        given(ELENA, SEEN, 5),
        given(GIORGOS, SEEN, 1),
        given(ELENA, SEEN, 0),
    ),
    "send_comment": (
        TALKING,
        said(ELENA, "Where is it?"),
        edited(needs_approval=False),
        said(GIORGOS, "Next to the station"),
    ),
    "withdraw_comment": (
        TALKING,
        said(ELENA, "Where is it?"),
        lambda g: g.send(ELENA, "withdraw_comment", comment_id=comment(g, "Where is it?").id).ack,
    ),
    "review_comment": (
        TALKING,
        said(ELENA, "Where is it?"),
        *(reviewed("Where is it?", state) for state in ("approved", "hidden", "declined", "waiting", "approved")),
    ),
    "merge_posts": (
        *DOUBLED,
        TALKING,
        said(GIORGOS, "We tried it"),
        reviewed("We tried it", "approved"),
        VOTING,
        given(ELENA, SEEN, 2),
        given(ELENA, TWIN, 3),
        merged(TWIN, SEEN),
        reviewed("We tried it", "hidden"),
        given(ELENA, TWIN, 4),
        supported(ELENA, TWIN, is_on=False),
        merged(WAITING, TWIN),
        on_board("set_voting", voting=False),
        lambda g: g.steer(MARIA, "end_session", confirm="END").ack,
    ),
    "split_posts": (*DOUBLED, merged(TWIN, SEEN), merged(WAITING, TWIN), split(TWIN), split(SEEN)),
}
