"""Single words in the control room: which of them are one word, and which are not shown."""

from typing import Final

from facilitator.domain.errors import NotFound, NotLive
from facilitator.domain.events import PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.terms import TermRule, root_of
from facilitator.services.access import access_poll
from facilitator.services.commands import terms as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import terms
from facilitator.storage.database import Work

TOGETHER = "These two words stand together already. Nothing was changed. Take them apart first."


def merge_term(work: Work, actor: Actor, command: commands.MergeTerm) -> Outcome:
    """Count a word with another one, or take it apart."""
    poll, rule = _take(work, actor, command, "merge_term")
    if command.into is not None:
        if not terms.is_said(work, poll.id, command.language, command.into):
            raise NotFound
        merged = terms.merged_words(work, poll.id, command.language)
        if command.folded in {command.into, root_of(command.into, merged)}:
            raise NotLive(TOGETHER)
    rule.merged_into = command.into
    return Outcome(what=poll.title)


def hide_term(work: Work, actor: Actor, command: commands.HideTerm) -> Outcome:
    """Keep a word from the stage and the phones, or let it be seen again."""
    poll, rule = _take(work, actor, command, "hide_term")
    rule.is_hidden = command.hidden
    return Outcome(what=poll.title)


def _take(work: Work, actor: Actor, command: commands.MergeTerm | commands.HideTerm, act: str) -> tuple[Poll, TermRule]:
    """The question, and the rule for a word that somebody said. Raises NotFound."""
    poll = access_poll(work, actor, command.poll_id)
    poll.take(command.version, by=actor.name, act=act, now=work.now)
    rule = terms.find_rule(work, poll.id, command.language, command.folded)
    if rule is None:
        if not terms.is_said(work, poll.id, command.language, command.folded):
            raise NotFound
        rule = TermRule(poll_id=poll.id, language=command.language, folded=command.folded)
        terms.put_rule(work, rule)
    work.announce(PollChanged(poll_id=poll.id))
    return poll, rule


COMMANDS: Final[Family] = {
    "merge_term": (commands.MergeTerm, merge_term),
    "hide_term": (commands.HideTerm, hide_term),
}
