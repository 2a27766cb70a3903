"""What answered what: barriers, factors, and the pairs between them."""

from collections.abc import Collection, Iterator

from facilitator.domain.boards import Board, Post
from facilitator.domain.pairs import BARRIERS, FACTORS, Thing
from facilitator.domain.polls.poll import OptionType, Poll
from facilitator.domain.sessions import Session
from facilitator.presenters.pairs import pairs_topic
from facilitator.presenters.payloads import Audience, Topic
from facilitator.services.topics.family import Changed, Topics
from facilitator.storage import boards, pairs, polls
from facilitator.storage.database import Work


def put_pairs(work: Work, session: Session, changed: Changed, topics: Topics) -> None:
    """Topic `pairs`."""
    if not changed.has("pairs"):
        return
    asked = [poll for poll in polls.list_of(work, session.id) if types_of(poll) & (BARRIERS | FACTORS)]
    chosen = pairs.people_by_option(work, [poll.id for poll in asked if poll.state == "closed"])
    owners = {board.id: board for board in boards.list_of(work, session.id)}
    posts = [post for post, _ in boards.posts_since(work, session.id, since=-1)] if _has_typed(owners.values()) else []
    found = pairs.counts(work, session.id)

    def render(audience: Audience) -> Topic | None:
        def things(types: Collection[OptionType]) -> list[Thing]:
            options = (thing for poll in asked for thing in _options(poll, types, chosen, audience))
            ideas = (thing for post in posts for thing in _idea(post, owners[post.board_id], types, audience))
            return [*options, *ideas]

        return pairs_topic(session, things(BARRIERS), things(FACTORS), found, audience)

    topics.put("pairs", render)


def types_of(poll: Poll) -> frozenset[OptionType]:
    """What the options of a question are."""
    return frozenset(option.type for option in poll.options if option.type is not None)


def _has_typed(owners: Collection[Board]) -> bool:
    return any(column.type in BARRIERS | FACTORS for board in owners for column in board.columns)


def _options(poll: Poll, types: Collection[OptionType], chosen: dict[int, int], audience: Audience) -> Iterator[Thing]:
    """Options that were asked about. How many chose them is known once the results are shown."""
    if poll.state == "ready" and audience != "moderator":
        return
    is_shown = {"moderator": True, "stage": poll.is_on_stage, "participant": poll.is_on_phones}[audience]
    is_known = is_shown and poll.state == "closed"
    for option in poll.options:
        if option.type in types:
            people = chosen.get(option.id, 0) if is_known else None
            yield Thing(ref=f"o{option.id}", text=option.text, people=people)


def _idea(post: Post, board: Board, types: Collection[OptionType], audience: Audience) -> Iterator[Thing]:
    """An idea, where everybody may see it; the hosts see it from its approval on."""
    kind = next(column.type for column in board.columns if column.id == post.column_id)
    may_see = post.is_shown(board) or (audience == "moderator" and post.state == "approved")
    if kind in types and may_see:
        yield Thing(ref=f"p{post.id}", text=post.text, language=post.language)
