"""A board: written in silence, reviewed, put into clusters, revealed, supported."""

from collections.abc import Callable, Iterator
from typing import Final

from facilitator.demo import weighing
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

ROW: Final = (
    *("column", "text", "language", "state", "support", "is_pinned"),
    *("cluster", "points", "comments", "merged_into"),
)


def collect(room: Room, board_id: int) -> list[int]:
    """From opening the board to supporting what is on it. Returns the ideas that everybody sees."""
    room.host.board("open_board", board_id)
    board = room.host.topic(f"board:{board_id}")
    room.together(lambda person: person.write(board))
    written = sorted(post_id for post_id, idea in room.ledger.ideas.items() if idea.board_id == board_id)
    room.host.wire.wait_until(sees(written))
    posts, lots = room.host.posts(), {post_id: room.chance.random() for post_id in written}
    moves = {post_id: room.chance.choice(board["columns"])["id"] for post_id in written}
    room.at_once(lambda each: _decide(room, posts[each], lots[each], moves[each]), written)
    room.host.board("reveal_board", board_id, revealed=True)
    shown = [post_id for post_id in written if room.ledger.decided[post_id] == "approved"]
    room.together(lambda person: person.wire.wait_until(sees(shown)))
    room.together(lambda person: person.support(shown))
    return shown


def sees(post_ids: list[int]) -> Callable[[Json], bool]:
    """Whether all these ideas are there."""
    return lambda state: {str(post_id) for post_id in post_ids} <= set(state["posts"])


def _decide(room: Room, post: Json, lot: float, column_id: int) -> None:
    """What the host does with an idea; most are approved, some of those are pinned or moved."""
    post_id, version, ledger = post["id"], post["version"], room.ledger
    state = "declined" if lot < 1 / 12 else "hidden" if lot < 1 / 6 else "approved"
    room.host.quick("review_post", post_id=post_id, version=version, state=state)
    ledger.note(ledger.decided, post_id, state)
    if state == "approved" and lot > 0.9:  # noqa: PLR2004  one in ten
        room.host.quick("pin_post", post_id=post_id, version=version + 1, pinned=True)
        ledger.pinned.add(post_id)
    if state == "approved" and lot < 1 / 4:
        room.host.quick("move_post", post_id=post_id, version=version + 1, column_id=column_id)
        ledger.note(ledger.moved, post_id, column_id)


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported ideas."""
    yield from differences("ideas", taken.rows("ideas", ROW), _rows(room))


def _rows(room: Room) -> Iterator[Row]:
    columns = {column["id"]: column["title"] for board in room.boards() for column in board["columns"]}
    for post_id, idea in room.ledger.ideas.items():
        column = columns[room.ledger.moved.get(post_id, idea.column_id)]
        yield (column, idea.text, idea.language, *_fate(room, post_id))


def _fate(room: Room, post_id: int) -> Row:
    """What became of an idea, with those that it stands for."""
    ledger, together, points = room.ledger, weighing.standing_for(room, post_id), weighing.points_of(room)
    shown = [remark.post_id for key, remark in ledger.comments.items() if ledger.commented.get(key) == "approved"]
    into = ledger.ideas.get(ledger.merged.get(post_id, 0))
    return (
        ledger.decided[post_id],
        len(ledger.supporters_of(together)),
        post_id in ledger.pinned,
        ledger.clusters.get(ledger.clustered.get(post_id) or 0),
        sum(points[each] for each in together),
        sum(about in together for about in shown),
        into.text if into else None,
    )
