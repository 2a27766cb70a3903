"""What can be paired: barriers and factors, as each audience sees them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.boards import Board, Post
from facilitator.domain.pairs import BARRIERS, FACTORS, Thing
from facilitator.domain.polls.poll import OptionType, Poll
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience
from facilitator.storage import boards, pairs, polls
from facilitator.storage.database import Work


@dataclass(frozen=True, kw_only=True)
class Things:
    """The typed options and ideas of a session. `chosen` counts people by option, for closed questions."""

    asked: Sequence[Poll]
    chosen: Mapping[int, int]
    boards: Mapping[int, Board]
    posts: Sequence[Post]

    def of(self, types: Collection[OptionType], audience: Audience) -> list[Thing]:
        """Those of some types that an audience sees."""
        options = (thing for poll in self.asked for thing in self._options(poll, types, audience))
        ideas = (thing for post in self.posts for thing in self._idea(post, types, audience))
        return [*options, *ideas]

    def _options(self, poll: Poll, types: Collection[OptionType], audience: Audience) -> Iterator[Thing]:
        """Options that were asked about. How many chose them is known once the results are shown."""
        if poll.state == "ready" and audience != "moderator":
            return
        is_shown = {"moderator": True, "stage": poll.is_on_stage, "participant": poll.is_on_phones}[audience]
        for option in poll.options:
            if option.type in types:
                people = self.chosen.get(option.id, 0) if is_shown and poll.state == "closed" else None
                yield Thing(ref=f"o{option.id}", text=option.text, people=people)

    def _idea(self, post: Post, types: Collection[OptionType], audience: Audience) -> Iterator[Thing]:
        """An idea, where everybody may see it; the hosts see it from its approval on."""
        board = self.boards[post.board_id]
        kind = next(column.type for column in board.columns if column.id == post.column_id)
        may_see = post.is_shown(board) or (audience == "moderator" and post.state == "approved")
        if kind in types and may_see:
            yield Thing(ref=f"p{post.id}", text=post.text, language=post.language)


def read_things(work: Work, session: Session) -> Things:
    """Read them, in a fixed number of queries."""
    asked = [poll for poll in polls.list_of(work, session.id) if _is_typed(option.type for option in poll.options)]
    typed = typed_boards(work, session, None)
    posts = boards.posts_since(work, session.id, since=-1) if typed else ()
    return Things(
        asked=asked,
        chosen=pairs.people_by_option(work, [poll.id for poll in asked if poll.state == "closed"]),
        boards=typed,
        posts=[post for post, _ in posts if post.board_id in typed],
    )


def typed_boards(work: Work, session: Session, ids: Collection[int] | None) -> dict[int, Board]:
    """Those of some boards, or of all, that take barriers or factors."""
    found = boards.list_of(work, session.id, ids) if ids is None or ids else ()
    return {board.id: board for board in found if _is_typed(column.type for column in board.columns)}


def _is_typed(types: Iterator[OptionType | None]) -> bool:
    return any(each in BARRIERS | FACTORS for each in types)
