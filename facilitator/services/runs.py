"""The run of show: doors, start, steps, minutes, the stage, the note to the room, the end."""

from typing import Final

from facilitator.domain.agenda import AgendaItem, next_item
from facilitator.domain.errors import NotLive
from facilitator.domain.events import AgendaMoved, BoardChanged, PollChanged, SessionChanged, StageViewChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.sessions import Session
from facilitator.domain.words import MESSAGE_LIMIT, clean
from facilitator.services.access import access_item, access_session
from facilitator.services.closing import close_books
from facilitator.services.commands import runs as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.services.owning import begin_step, leave_step
from facilitator.services.points import touch_voted
from facilitator.services.relaunching import take_launch_back
from facilitator.storage import boards, commitments, groups, joins, pairs, polls, questions, sessions, shelf
from facilitator.storage.database import Work


def open_doors(work: Work, actor: Actor, command: commands.OpenDoors) -> Outcome:
    """Let people into the lobby."""
    session = _take(work, actor, command.version, "open_doors")
    session.open_doors()
    work.announce(SessionChanged())
    return Outcome()


def start_session(work: Work, actor: Actor, command: commands.StartSession) -> Outcome:
    """Go live with the first step."""
    session = _take(work, actor, command.version, "start_session")
    session.start(work.now)
    first = next_item(sessions.agenda(work, session.id), after=None)
    if first is not None:
        _enter(work, actor, session, first)
    work.announce(AgendaMoved())
    return Outcome(what=first.title if first else "")


def go_to_item(work: Work, actor: Actor, command: commands.GoToItem) -> Outcome:
    """Make a step the current one; the step that is left keeps its answers and its time.

    Whoever goes back has the step that is left before them again. A launch that is taken back also leaves
    questions and boards as they were.
    """
    session = _take(work, actor, command.version, "go_to_item")
    session.need_live()
    item = access_item(work, actor, command.item_id)
    if item.id == session.current_item_id:
        raise NotLive("This step is the current one already. Nothing was changed.")
    if command.taken_back and session.current_item_id is not None:
        take_launch_back(work, actor, access_item(work, actor, session.current_item_id), item)
    _leave_current(work, actor, session, to=item)
    _enter(work, actor, session, item)
    work.announce(AgendaMoved())
    return Outcome(what=item.title)


def skip_item(work: Work, actor: Actor, command: commands.SkipItem) -> Outcome:
    """Leave a step out, or take it in again; if it is the current one, the next takes its place."""
    session = _take(work, actor, command.version, "skip_item")
    item = access_item(work, actor, command.item_id)
    if session.state == "ended":
        session.need_live()
    if item.state == "skipped":
        item.state = "ahead"
    elif item.id != session.current_item_id:
        item.state = "skipped"
    else:
        _skip_current(work, actor, session, item)
    work.announce(AgendaMoved())
    return Outcome(what=item.title)


def add_minutes(work: Work, actor: Actor, command: commands.AddMinutes) -> Outcome:
    """Give a step more or fewer minutes."""
    _take(work, actor, command.version, "add_minutes")
    item = access_item(work, actor, command.item_id)
    item.add_minutes(command.minutes)
    work.announce(AgendaMoved())
    return Outcome(what=f"{item.title} ({command.minutes:+d} min)")


def end_session(work: Work, actor: Actor, command: commands.EndSession) -> Outcome:
    """End the session: close what is open, and forget who gave which answer."""
    session = _take(work, actor, command.version, "end_session")
    _leave_current(work, actor, session)
    session.end(work.now)
    _close_everything(work, actor, session)
    close_books(work, session)
    polls.cut_links(work, session.id)
    shelf.cut_links(work, session.id)
    groups.cut_links(work, session.id)
    boards.cut_links(work, session.id)
    questions.cut_links(work, session.id)
    commitments.cut_links(work, session.id)
    pairs.cut_links(work, session.id)
    joins.cut_links(work, session.id)
    work.announce(StageViewChanged())
    work.announce(AgendaMoved())
    return Outcome()


def lock_doors(work: Work, actor: Actor, command: commands.LockDoors) -> Outcome:
    """Stop or allow newcomers."""
    session = _take(work, actor, command.version, "lock_doors" if command.locked else "unlock_doors")
    session.is_locked = command.locked
    work.announce(SessionChanged())
    return Outcome(act="lock_doors" if command.locked else "unlock_doors")


def set_stage(work: Work, actor: Actor, command: commands.SetStage) -> Outcome:
    """What the big screen shows."""
    session = _take(work, actor, command.version, "set_stage")
    session.stage_view = command.view
    work.announce(StageViewChanged())
    return Outcome(what=command.view)


def send_message(work: Work, actor: Actor, command: commands.SendMessage) -> Outcome:
    """Put a note before everybody."""
    session = _take(work, actor, command.version, "send_message")
    session.say(clean(command.text, limit=MESSAGE_LIMIT, may_be_empty=True), work.now)
    work.announce(SessionChanged())
    return Outcome()


def _take(work: Work, actor: Actor, version: int, act: str) -> Session:
    session = access_session(work, actor)
    session.take(version, by=actor.name, act=act, now=work.now)
    return session


def _enter(work: Work, actor: Actor, session: Session, item: AgendaItem) -> None:
    item.enter(work.now)
    session.current_item_id = item.id
    begin_step(work, actor, item)


def _leave_current(work: Work, actor: Actor, session: Session, to: AgendaItem | None = None) -> None:
    for item in sessions.agenda(work, session.id):
        if item.id == session.current_item_id:
            is_back = to is not None and to.position < item.position
            item.leave(work.now, state="ahead" if is_back else "done")
            leave_step(work, actor, item)


def _skip_current(work: Work, actor: Actor, session: Session, item: AgendaItem) -> None:
    following = next_item(sessions.agenda(work, session.id), after=item)
    if following is None:
        raise NotLive("This is the last step. Nothing was changed. End the session instead.")
    item.leave(work.now, state="skipped")
    leave_step(work, actor, item)
    _enter(work, actor, session, following)


def _close_everything(work: Work, actor: Actor, session: Session) -> None:
    for poll in polls.list_of(work, session.id):
        if poll.state == "open":
            poll.take(poll.version, by=actor.name, act="close_poll", now=work.now)
            poll.close(work.now)
        work.announce(PollChanged(poll_id=poll.id))
    for board in boards.list_of(work, session.id):
        if board.state == "open":
            board.take(board.version, by=actor.name, act="close_board", now=work.now)
            board.close()
        if board.is_voting:
            board.vote(voting=False)
            touch_voted(work, board.id, session.id)
        work.announce(BoardChanged(board_id=board.id))


COMMANDS: Final[Family] = {
    "open_doors": (commands.OpenDoors, open_doors),
    "start_session": (commands.StartSession, start_session),
    "end_session": (commands.EndSession, end_session),
    "lock_doors": (commands.LockDoors, lock_doors),
    "set_stage": (commands.SetStage, set_stage),
    "send_message": (commands.SendMessage, send_message),
    "go_to_item": (commands.GoToItem, go_to_item),
    "skip_item": (commands.SkipItem, skip_item),
    "add_minutes": (commands.AddMinutes, add_minutes),
}
