"""What a board can do once its ideas are revealed: comments, points, and ideas that stand for others."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from facilitator.demo.ledger import Remark
from facilitator.demo.people import Person
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

ROW: Final = ("idea", "text", "language", "state")
REMARKS: Final = (("en", "We could host this."), ("de", "Das gibt es bei uns schon."), ("el", "=Πολύ καλή ιδέα."))


def comment(room: Room, post_ids: Sequence[int]) -> None:
    """People comment; the host reads, and shows most."""
    room.together(lambda person: _remark(person, post_ids))
    written = sorted(room.ledger.comments)
    room.host.wire.wait_until(_has_comments(written))
    room.at_once(lambda numbered: _review(room, *numbered), list(enumerate(written)))


def vote(room: Room, board_id: int, post_ids: Sequence[int]) -> None:
    """Everybody has a few points to give; then everybody sees what each idea got."""
    room.host.board("set_voting", board_id, voting=True)
    board = room.host.topic(f"board:{board_id}")
    room.together(lambda person: _give(person, post_ids, board["budget"]))
    room.host.board("set_voting", board_id, voting=False)


def merge(room: Room, board_id: int, post_ids: Sequence[int]) -> list[int]:
    """Some ideas stand for others; one is let go again. Returns those that stand for themselves."""
    if len(post_ids) > 4:  # noqa: PLR2004  two that stay, and three that go
        into, *same = post_ids[:4]
        room.host.board("merge_posts", board_id, post_ids=same, into_id=into)
        room.host.board("split_posts", board_id, post_ids=same[-1:])
        room.ledger.merged.update(dict.fromkeys(same[:-1], into))
    return [post_id for post_id in post_ids if post_id not in room.ledger.merged]


def _review(room: Room, number: int, comment_id: int) -> None:
    state = ("approved", "approved", "approved", "declined", "hidden")[number % 5]
    room.host.quick("review_comment", comment_id=comment_id, version=0, state=state)
    room.ledger.note(room.ledger.commented, comment_id, state)


def _remark(person: Person, post_ids: Sequence[int]) -> None:
    """One in three comments; one in three of them takes it back."""
    if person.number % 3 != 1 or not post_ids:
        return
    post_id = person.chance.choice(post_ids)
    language, text = REMARKS[person.number % len(REMARKS)]
    text = f"{text} ({person.number})"
    reply = person.wire.act("send_comment", post_id=post_id, text=text, language=language)
    if not reply["ok"]:
        return
    comment_id = int(next(iter(reply["me"]["comments"])))
    regrets = person.number % 9 == 7  # noqa: PLR2004  one in three of them
    if regrets and person.wire.act("withdraw_comment", comment_id=comment_id)["ok"]:
        return
    person.ledger.note(person.ledger.comments, comment_id, Remark(post_id=post_id, text=text, language=language))


def _give(person: Person, post_ids: Sequence[int], budget: int) -> None:
    """All points for up to three ideas; one in four thinks again about one of them."""
    left = budget
    for post_id in person.chance.sample(post_ids, min(3, len(post_ids))):
        points = person.chance.randint(0, left)
        left -= points
        for number in [points, 0] if person.chance.random() < 1 / 4 else [points]:
            if person.wire.act("give_points", post_id=post_id, points=number)["ok"]:
                person.ledger.note(person.ledger.points, (person.name, post_id), number)


def _has_comments(comment_ids: list[int]) -> Callable[[Json], bool]:
    return lambda state: (
        set(comment_ids) <= {each["id"] for post in state["posts"].values() for each in post["comments"]}
    )


def standing_for(room: Room, post_id: int) -> set[int]:
    """The ideas that one stands for, with itself."""
    return {post_id, *(each for each, into in room.ledger.merged.items() if into == post_id)}


def points_of(room: Room) -> Counter[int]:
    """How many points each idea got by itself."""
    given: Counter[int] = Counter()
    for (_, post_id), points in room.ledger.points.items():
        given[post_id] += points
    return given


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported comments."""
    yield from differences("comments", taken.rows("comments", ROW), _rows(room))


def _rows(room: Room) -> Iterator[Row]:
    for key, remark in room.ledger.comments.items():
        idea = room.ledger.ideas.get(remark.post_id)
        yield (idea.text if idea else None, remark.text, remark.language, room.ledger.commented.get(key))
