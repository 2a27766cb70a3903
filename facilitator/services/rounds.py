"""Questions made in the session: a pulse that is asked at once, and a second round of what was asked before."""

from functools import lru_cache
from typing import Final

from facilitator import paths
from facilitator.domain.errors import NotLive
from facilitator.domain.events import AgendaMoved, PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.rounds import second_round
from facilitator.domain.pulses import Pulses
from facilitator.services import yaml_text
from facilitator.services.access import access_session
from facilitator.services.commands import rounds as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.services.steering import next_position, present_step, take_poll
from facilitator.storage import polls
from facilitator.storage.database import Work


def start_pulse(work: Work, actor: Actor, command: commands.StartPulse) -> Outcome:
    """Ask a pulse in the present step and open it in the same moment."""
    session = access_session(work, actor)
    session.take(command.version, by=actor.name, act="start_pulse", now=work.now)
    session.need_running()
    item = present_step(work, session)
    position = next_position(work, session, item.id)
    poll = pulses().get(command.preset).ask(session_id=session.id, item_id=item.id, position=position)
    polls.put(work, poll)
    poll.take(0, by=actor.name, act="open_poll", now=work.now)
    poll.open(work.now)
    return _made(work, poll)


def repeat_poll(work: Work, actor: Actor, command: commands.RepeatPoll) -> Outcome:
    """Make a second round in the present step. It is opened like any other question."""
    session = access_session(work, actor)
    session.need_running()
    first = take_poll(work, actor, command.poll_id, command.version, "repeat_poll")
    if first.state != "closed":
        raise NotLive("A second round needs a first one that is closed. Nothing was changed. Close voting first.")
    item_id = present_step(work, session).id if session.state == "live" else first.item_id
    poll = second_round(first, item_id=item_id, position=next_position(work, session, item_id))
    polls.put(work, poll)
    return _made(work, poll)


def _made(work: Work, poll: Poll) -> Outcome:
    work.announce(AgendaMoved())
    work.announce(PollChanged(poll_id=poll.id))
    return Outcome(what=poll.title, made={"poll_id": str(poll.id)})


@lru_cache(maxsize=1)
def pulses() -> Pulses:
    """The pulses of the library."""
    text = (paths.library() / "pulses" / "en.yaml").read_text(encoding="utf-8")
    return Pulses.model_validate(yaml_text.read(text).data)


COMMANDS: Final[Family] = {
    "start_pulse": (commands.StartPulse, start_pulse),
    "repeat_poll": (commands.RepeatPoll, repeat_poll),
}
