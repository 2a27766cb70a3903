"""What the families of commands that steer questions share."""

from facilitator.domain.agenda import AgendaItem, next_item
from facilitator.domain.events import PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Poll
from facilitator.domain.sessions import Session
from facilitator.services.access import access_poll
from facilitator.storage import polls, sessions
from facilitator.storage.database import Work


def take_poll(work: Work, actor: Actor, poll_id: int, version: int, act: str) -> Poll:
    """A question to be changed by somebody who saw its latest version. Raises Overtaken."""
    poll = access_poll(work, actor, poll_id)
    poll.take(version, by=actor.name, act=act, now=work.now)
    work.announce(PollChanged(poll_id=poll.id))
    return poll


def present_step(work: Work, session: Session) -> AgendaItem:
    """The step in which something new is asked: the current one; in the lobby the first."""
    items = sessions.agenda(work, session.id)
    current = next((item for item in items if item.id == session.current_item_id), None)
    return current or next_item(items, after=None) or items[0]


def next_position(work: Work, session: Session, item_id: int) -> int:
    """The place after all questions of a step."""
    taken = [poll.position for poll in polls.list_of(work, session.id) if poll.item_id == item_id]
    return max(taken, default=-1) + 1
