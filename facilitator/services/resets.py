"""Hands that hosts count, and questions that are started over, with a day to think better of it."""

from datetime import timedelta
from typing import Final

from facilitator.domain.errors import NotFound, NotLive, PollNotOpen, WrongAnswer
from facilitator.domain.events import PollStartedOver
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.kind import Tally
from facilitator.domain.polls.poll import Poll
from facilitator.services.access import access_session
from facilitator.services.commands import rounds as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.services.steering import take_poll
from facilitator.storage import hands, shelf
from facilitator.storage.database import Work

SHELF_LASTS: Final = timedelta(days=1)
"""How long a reset can be turned back."""


def count_hands(work: Work, actor: Actor, command: commands.CountHands) -> Outcome:
    """Note the hands for one line, in the place of an earlier count. They are told apart from answers everywhere."""
    access_session(work, actor).need_running()
    poll = take_poll(work, actor, command.poll_id, command.version, "count_hands")
    if poll.state == "ready":
        raise PollNotOpen("This question is not open yet. No hands were noted. Open it first.")
    if not KINDS[poll.kind].takes_hands:
        raise WrongAnswer("Hands cannot be counted for this kind of question. Nothing was changed.")
    label = _labels(poll).get(command.line_id)
    if label is None:
        raise NotFound
    hands.put(work, poll.id, command.line_id, count=command.count, by=actor.name)
    return Outcome(what=f"{poll.title}: {label}, {command.count}")


def reset_poll(work: Work, actor: Actor, command: commands.ResetPoll) -> Outcome:
    """Put all answers aside: they count nowhere, and the results leave the screens."""
    access_session(work, actor).need_running()
    poll = take_poll(work, actor, command.poll_id, command.version, "reset_poll")
    whose = shelf.put_aside(work, poll.id, by=actor.name)
    if whose is None:
        raise NotLive("Nobody has answered this question. Nothing was changed.")
    poll.is_on_stage = poll.is_on_phones = False
    poll.are_groups_on_stage = poll.are_groups_on_phones = False
    work.announce(PollStartedOver(poll_id=poll.id, whose=whose))
    return Outcome(what=poll.title)


def restore_poll(work: Work, actor: Actor, command: commands.RestorePoll) -> Outcome:
    """Bring the answers of the last reset back, but for people who answered anew."""
    access_session(work, actor).need_running()
    poll = take_poll(work, actor, command.poll_id, command.version, "restore_poll")
    aside = shelf.latest(work, [poll.id]).get(poll.id)
    if aside is None or aside.at + SHELF_LASTS <= work.now:
        raise NotLive("There is nothing to bring back. Answers are kept for 24 hours after a reset.")
    whose = shelf.bring_back(work, poll.id) or frozenset()
    work.announce(PollStartedOver(poll_id=poll.id, whose=whose))
    return Outcome(what=poll.title)


def _labels(poll: Poll) -> dict[int, str]:
    """The lines that hands can be raised for."""
    return {line.id: line.label for line in KINDS[poll.kind].result(poll, Tally()).lines}


COMMANDS: Final[Family] = {
    "count_hands": (commands.CountHands, count_hands),
    "reset_poll": (commands.ResetPoll, reset_poll),
    "restore_poll": (commands.RestorePoll, restore_poll),
}
