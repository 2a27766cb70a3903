"""What a step owns: opened and closed with it, or all at once as a form; left out, and put back."""

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.edits import need_room_to_edit
from facilitator.domain.errors import NotLive
from facilitator.domain.events import AgendaMoved, BoardChanged, PollChanged, SessionChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Poll, PollState
from facilitator.services.access import access_item, access_session
from facilitator.services.commands import rounds as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.services.steering import take_poll
from facilitator.storage import boards, polls
from facilitator.storage.database import Work

NO_FORM: Final = "The questions of this step do not stand on one page. Nothing was changed. Open them one by one."
NOTHING_LEFT: Final = "The questions of this form are at that point already. Nothing was changed."


def begin_step(work: Work, actor: Actor, item: AgendaItem) -> None:
    """Open what was never opened, where the organiser wished so. What was closed before stays closed."""
    if not item.opens_own:
        return
    _open(work, actor, _polls_of(work, item, "ready"))
    for board in boards.list_of(work, item.session_id):
        if board.item_id == item.id and board.state == "ready":
            board.take(board.version, by=actor.name, act="open_board", now=work.now)
            board.open()
            work.announce(BoardChanged(board_id=board.id))


def leave_step(work: Work, actor: Actor, item: AgendaItem) -> None:
    """Close what is open, where the organiser wished so. What was sent stays."""
    if not item.closes_own:
        return
    _close(work, actor, _polls_of(work, item, "open"))
    for board in boards.list_of(work, item.session_id):
        if board.item_id == item.id and board.state == "open":
            board.take(board.version, by=actor.name, act="close_board", now=work.now)
            board.close()
            work.announce(BoardChanged(board_id=board.id))


def open_form(work: Work, actor: Actor, command: commands.OpenForm) -> Outcome:
    """Open all questions of a form, also those that were closed before."""
    item = _form(work, actor, command, "open_form")
    _open(work, actor, _need_some(list(_polls_of(work, item, "ready", "closed"))))
    return Outcome(what=item.title)


def close_form(work: Work, actor: Actor, command: commands.CloseForm) -> Outcome:
    """Close all open questions of a form."""
    item = _form(work, actor, command, "close_form")
    _close(work, actor, _need_some(list(_polls_of(work, item, "open"))))
    return Outcome(what=item.title)


def leave_out_poll(work: Work, actor: Actor, command: commands.LeaveOutPoll) -> Outcome:
    """Leave out a question that nobody has seen, and take the minutes that it saves off its step."""
    need_room_to_edit(access_session(work, actor))
    poll = take_poll(work, actor, command.poll_id, command.version, "leave_out_poll")
    poll.leave_out(command.minutes)
    if command.minutes:
        access_item(work, actor, poll.item_id).add_minutes(-command.minutes)
        work.announce(AgendaMoved())
    return Outcome(what=poll.title)


def put_back_poll(work: Work, actor: Actor, command: commands.PutBackPoll) -> Outcome:
    """Take a question in again, with its minutes."""
    need_room_to_edit(access_session(work, actor))
    poll = take_poll(work, actor, command.poll_id, command.version, "put_back_poll")
    minutes = poll.put_back()
    if minutes:
        access_item(work, actor, poll.item_id).add_minutes(minutes)
        work.announce(AgendaMoved())
    return Outcome(what=poll.title)


def _form(work: Work, actor: Actor, command: commands.OpenForm | commands.CloseForm, act: str) -> AgendaItem:
    session = access_session(work, actor)
    session.take(command.version, by=actor.name, act=act, now=work.now)
    session.need_running()
    item = access_item(work, actor, command.item_id)
    if not item.is_on_one_page:
        raise NotLive(NO_FORM)
    work.announce(SessionChanged())
    return item


def _need_some(found: Sequence[Poll]) -> Sequence[Poll]:
    if not found:
        raise NotLive(NOTHING_LEFT)
    return found


def _polls_of(work: Work, item: AgendaItem, *states: PollState) -> Iterator[Poll]:
    """The prepared questions of a step in these states; pulses live their own life."""
    for poll in polls.list_of(work, item.session_id):
        if poll.item_id == item.id and poll.state in states and not poll.is_pulse and poll.left_out_minutes is None:
            yield poll


def _open(work: Work, actor: Actor, found: Iterator[Poll] | Sequence[Poll]) -> None:
    for poll in found:
        act = "open_poll" if poll.state == "ready" else "reopen_poll"
        poll.take(poll.version, by=actor.name, act=act, now=work.now)
        if poll.state == "ready":
            poll.open(work.now)
        else:
            poll.reopen()
        work.announce(PollChanged(poll_id=poll.id))


def _close(work: Work, actor: Actor, found: Iterator[Poll] | Sequence[Poll]) -> None:
    for poll in found:
        poll.take(poll.version, by=actor.name, act="close_poll", now=work.now)
        poll.close(work.now)
        work.announce(PollChanged(poll_id=poll.id))


COMMANDS: Final[Family] = {
    "open_form": (commands.OpenForm, open_form),
    "close_form": (commands.CloseForm, close_form),
    "leave_out_poll": (commands.LeaveOutPoll, leave_out_poll),
    "put_back_poll": (commands.PutBackPoll, put_back_poll),
}
