"""Boards on the results page: the ideas that everybody saw, under their clusters or columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain.boards import Board, Standing
from facilitator.presenters.figures import counted
from facilitator.presenters.harvest import Harvest


@dataclass(frozen=True, kw_only=True)
class Said:
    """Somebody's words in their language."""

    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class ShownIdea:
    """An idea as everybody saw it, with those that it stands for and what was said about it."""

    text: str
    language: str
    is_pinned: bool
    support: str
    together: Sequence[Said]
    comments: Sequence[Said]


@dataclass(frozen=True, kw_only=True)
class ShownColumn:
    """A column or a cluster of a board with its ideas. `is_ours` tells the page's words from those of the hosts."""

    title: str
    ideas: Sequence[ShownIdea]
    is_ours: bool = False


@dataclass(frozen=True, kw_only=True)
class ShownBoard:
    """A board. `note` counts its ideas, also those that nobody saw."""

    title: str
    note: str
    columns: Sequence[ShownColumn]


def board_of(harvest: Harvest, board: Board) -> ShownBoard:
    """A board with its ideas: pinned first, then those with most points, then with most support."""
    mine = [each for each in harvest.posts if each.post.board_id == board.id]
    seen = [each for each in mine if each.post.state == "approved"]
    shown = sorted((each for each in seen if each.post.merged_into_id is None), key=_weight)
    rest = len(mine) - len(seen)
    note = f"{counted(len(seen), 'idea')} on the board."
    return ShownBoard(
        title=board.title,
        note=f"{note} {rest} more {'was' if rest == 1 else 'were'} not shown: only in the exports." if rest else note,
        columns=_by_cluster(harvest, board, shown) or _by_column(board, shown),
    )


def _weight(standing: Standing) -> tuple[bool, int, int]:
    return (not standing.post.is_pinned, -standing.points, -standing.support)


def _by_cluster(harvest: Harvest, board: Board, shown: Sequence[Standing]) -> Sequence[ShownColumn]:
    """Clusters that hold ideas, and last what is in none; nothing when no cluster holds any."""
    clusters = harvest.clusters.get(board.id, ())
    found = [
        ShownColumn(title=each.title, ideas=_ideas(one for one in shown if one.post.cluster_id == each.id))
        for each in clusters
    ]
    known = {each.id for each in clusters}
    loose = _ideas(one for one in shown if one.post.cluster_id not in known)
    grouped = [column for column in found if column.ideas]
    other = [ShownColumn(title="Other ideas", ideas=loose, is_ours=True)] if loose else []
    return [*grouped, *other] if grouped else ()


def _by_column(board: Board, shown: Sequence[Standing]) -> Sequence[ShownColumn]:
    return [
        ShownColumn(title=column.title, ideas=_ideas(each for each in shown if each.post.column_id == column.id))
        for column in board.columns
    ]


def _ideas(shown: Iterable[Standing]) -> Sequence[ShownIdea]:
    return [_idea(standing) for standing in shown]


def _idea(standing: Standing) -> ShownIdea:
    post, support, points = standing.post, standing.support, standing.points
    verb = "supports" if support == 1 else "support"
    told = [counted(points, "point")] if points else []
    told += [f"{counted(support, 'person', 'people')} {verb} this"] if support else []
    return ShownIdea(
        text=post.text,
        language=post.language,
        is_pinned=post.is_pinned,
        support=", ".join(told),
        together=[Said(text=each.text, language=each.language) for each in standing.merged],
        comments=[
            Said(text=each.text, language=each.language) for each in standing.comments if each.state == "approved"
        ],
    )
