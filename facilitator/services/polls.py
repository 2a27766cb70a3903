"""Questions: answering them, and steering them from the control room."""

from typing import Final

from facilitator.domain.errors import NotFound
from facilitator.domain.events import PollChanged, ResponseSaved
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.ballot import SavedBallot
from facilitator.domain.polls.poll import Poll
from facilitator.presenters.polls import own_answer
from facilitator.services.access import access_course, access_poll, access_session
from facilitator.services.commands import polls as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome, my_answer
from facilitator.storage import polls
from facilitator.storage.database import Work


def respond(work: Work, actor: Actor, command: commands.Respond) -> Outcome:
    """Save an answer, in the place of an earlier one, while the question is open."""
    access_course(work, actor).need_running()
    poll = access_poll(work, actor, command.poll_id)
    poll.need_open()
    kind = KINDS[poll.kind]
    ballot = kind.check(poll, kind.read(command.answer))
    saved = SavedBallot(ballot=ballot, saved_at=work.now, receipt=work.receipt)
    polls.put_response(work, poll.id, actor.participant_id or 0, saved)
    work.announce(ResponseSaved(poll_id=poll.id))
    return Outcome(me=my_answer(poll.id, own_answer(saved)))


def open_poll(work: Work, actor: Actor, command: commands.OpenPoll) -> Outcome:
    """Open a question; the session must have begun, or at least its lobby."""
    access_session(work, actor).need_running()
    poll = _take(work, actor, command.poll_id, command.version, "open_poll")
    poll.open(work.now)
    return Outcome(what=poll.title)


def close_poll(work: Work, actor: Actor, command: commands.ClosePoll) -> Outcome:
    """Close a question: in one transaction, so an answer is either before it or refused."""
    poll = _take(work, actor, command.poll_id, command.version, "close_poll")
    poll.close(work.now)
    return Outcome(what=poll.title)


def reopen_poll(work: Work, actor: Actor, command: commands.ReopenPoll) -> Outcome:
    """Open a closed question again."""
    access_session(work, actor).need_running()
    poll = _take(work, actor, command.poll_id, command.version, "reopen_poll")
    poll.reopen()
    return Outcome(what=poll.title)


def show_results(work: Work, actor: Actor, command: commands.ShowResults) -> Outcome:
    """Show or hide results to the stage or to the phones."""
    act = "show_results" if command.shown else "hide_results"
    poll = _take(work, actor, command.poll_id, command.version, act)
    poll.show(command.to, shown=command.shown)
    return Outcome(act=act, what=f"{poll.title} ({command.to})")


def hide_quote(work: Work, actor: Actor, command: commands.HideQuote) -> Outcome:
    """Keep one text from the stage and the phones."""
    poll = _take(work, actor, command.poll_id, command.version, "hide_quote")
    response = polls.find_quote(work, poll.id, command.quote_id)
    if response is None:
        raise NotFound
    response.is_hidden = command.hidden
    return Outcome(what=poll.title)


def _take(work: Work, actor: Actor, poll_id: int, version: int, act: str) -> Poll:
    poll = access_poll(work, actor, poll_id)
    poll.take(version, by=actor.name, act=act, now=work.now)
    work.announce(PollChanged(poll_id=poll.id))
    return poll


COMMANDS: Final[Family] = {
    "respond": (commands.Respond, respond),
    "open_poll": (commands.OpenPoll, open_poll),
    "close_poll": (commands.ClosePoll, close_poll),
    "reopen_poll": (commands.ReopenPoll, reopen_poll),
    "show_results": (commands.ShowResults, show_results),
    "hide_quote": (commands.HideQuote, hide_quote),
}
