"""The undo of a launch: what it opened by itself waits again, what it closed by itself is open again."""

from collections.abc import Iterator
from datetime import datetime

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board
from facilitator.domain.events import BoardChanged, PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Poll
from facilitator.storage import boards, polls
from facilitator.storage.database import Work


def take_launch_back(work: Work, actor: Actor, left: AgendaItem, entered: AgendaItem) -> None:
    """Leave the questions and boards as they were before `left` was launched from `entered`.

    What a host, or anybody else, did with them since stays: only what the launch itself touched last is turned.
    """
    launched_at = left.started_at
    for thing in _touched(work, left, launched_at):
        if left.opens_own and thing.state == "open":
            _unopen(work, actor, thing)
    for thing in _touched(work, entered, launched_at):
        if entered.closes_own and thing.state == "closed":
            _reopen(work, actor, thing)


def _touched(work: Work, item: AgendaItem, at: datetime | None) -> Iterator[Poll | Board]:
    """What a step owns, as far as it was changed last in that very moment."""
    owned: list[Poll | Board] = [*polls.list_of(work, item.session_id), *boards.list_of(work, item.session_id)]
    for thing in owned:
        if thing.item_id == item.id and at is not None and thing.touched_at == at:
            yield thing


def _unopen(work: Work, actor: Actor, thing: Poll | Board) -> None:
    """Opened by mistake: nobody was asked, unless somebody was as quick as to answer."""
    if isinstance(thing, Poll):
        _touch(work, actor, thing, "close_poll")
        if polls.count_answers(work, [thing.id]).get(thing.id, 0):
            thing.close(work.now)
        else:
            thing.unopen()
    else:
        _touch(work, actor, thing, "close_board")
        if any(post.board_id == thing.id for post, _ in boards.posts_since(work, thing.session_id, since=-1)):
            thing.close()
        else:
            thing.unopen()


def _reopen(work: Work, actor: Actor, thing: Poll | Board) -> None:
    if isinstance(thing, Poll):
        _touch(work, actor, thing, "reopen_poll")
        shown = thing.is_on_stage, thing.is_on_phones
        thing.reopen()
        thing.is_on_stage, thing.is_on_phones = shown
    else:
        _touch(work, actor, thing, "open_board")
        thing.open()


def _touch(work: Work, actor: Actor, thing: Poll | Board, act: str) -> None:
    thing.take(thing.version, by=actor.name, act=act, now=work.now)
    work.announce(PollChanged(poll_id=thing.id) if isinstance(thing, Poll) else BoardChanged(board_id=thing.id))
