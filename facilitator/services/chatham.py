"""Chatham House mode: what is said may be told, but never who said it, nor for whom."""

from typing import Final

from facilitator.domain.events import AgendaMoved, BoardChanged, NamesForgotten, PollChanged, QuestionChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.sessions import A_HOST, Session
from facilitator.presenters.payloads import Room
from facilitator.services.access import access_session
from facilitator.services.commands import groups as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import boards, chatham, polls, sessions
from facilitator.storage.database import Work

A_SPEAKER: Final = "A speaker"


def set_chatham(work: Work, actor: Actor, command: commands.SetChatham) -> Outcome:
    """Turn the mode on, and forget at once who is who; or off, as long as nobody could come in."""
    session = access_session(work, actor)
    act = "start_chatham" if command.on else "stop_chatham"
    session.take(command.version, by=actor.name, act=act, now=work.now)
    turn(work, session, on=command.on)
    return Outcome(act=act, by=session.called(actor.name))


def turn(work: Work, session: Session, *, on: bool) -> None:
    """Turn the mode on or off, and tell every browser. Raises NotLive."""
    session.set_chatham(on=on)
    joined = chatham.forget(work, session.id) if on else frozenset[int]()
    work.announce(AgendaMoved())
    work.announce(NamesForgotten(whose=joined))
    work.announce(QuestionChanged())
    for poll in polls.list_of(work, session.id):
        work.announce(PollChanged(poll_id=poll.id))
    for board in boards.list_of(work, session.id):
        work.announce(BoardChanged(board_id=board.id))


def without_names(work: Work, session_id: int, room: Room) -> Room:
    """Who is here; in Chatham House mode how many of each, whatever they were called when they came."""
    if not sessions.is_chatham(work, session_id):
        return room
    hosts, speakers = len(room["moderators"]), len(room["speakers"])
    return {**room, "moderators": [A_HOST] * hosts, "speakers": [A_SPEAKER] * speakers, "voices": []}


COMMANDS: Final[Family] = {"set_chatham": (commands.SetChatham, set_chatham)}
