"""Results by group: made once from a closed question, the same for every screen and every file."""

from collections.abc import Iterator
from typing import Final

from facilitator.domain.errors import NotLive
from facilitator.domain.events import PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import KINDS, Poll
from facilitator.domain.polls.published import GroupView
from facilitator.domain.privacy import GroupTable, pack, publish, unpack
from facilitator.domain.privacy.publishing import Before, are_nearly_the_same
from facilitator.domain.sessions import Session
from facilitator.presenters.groups import group_results
from facilitator.presenters.payloads import GroupResults
from facilitator.services.access import access_poll, access_session
from facilitator.services.commands import groups as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import groups, polls
from facilitator.storage.database import Work


def publish_groups(work: Work, actor: Actor, command: commands.PublishGroups) -> Outcome:
    """Publish a closed question by group. Raises NotLive when that cannot be, or was done before."""
    session = access_session(work, actor)
    session.need_running()
    poll = access_poll(work, actor, command.poll_id)
    poll.take(command.version, by=actor.name, act="publish_groups", now=work.now)
    lines = KINDS[poll.kind].lines(poll)
    if poll.state != "closed":
        raise NotLive("People may still answer. Nothing was changed. Close the question first.")
    if lines is None or session.is_chatham:
        raise NotLive("This question has no results by group. Nothing was changed.")
    if groups.find_view(work, poll.id) is not None:
        raise NotLive("The results by group were made before, and never change. Nothing was changed.")
    said = groups.said_by_group(work, poll.id)
    table = publish(lines, said, least=session.least_group, before=_before(work, session, poll))
    view = GroupView(
        poll_id=poll.id,
        made_at=work.now,
        least_group=session.least_group,
        answered=table.answered,
        table=pack(table),
    )
    groups.put_view(work, view)
    work.announce(PollChanged(poll_id=poll.id))
    return Outcome(what=poll.title)


def show_groups(work: Work, actor: Actor, command: commands.ShowGroups) -> Outcome:
    """Show or hide the table that was published."""
    act = "show_groups" if command.shown else "hide_groups"
    poll = access_poll(work, actor, command.poll_id)
    poll.take(command.version, by=actor.name, act=act, now=work.now)
    if groups.find_view(work, poll.id) is None:
        raise NotLive("The results by group were not made yet. Nothing was changed. Make them first.")
    if command.to == "stage":
        poll.are_groups_on_stage = command.shown
    else:
        poll.are_groups_on_phones = command.shown
    work.announce(PollChanged(poll_id=poll.id))
    return Outcome(act=act, what=f"{poll.title} ({command.to})")


def tables_of(work: Work, session: Session, poll_ids: list[int]) -> dict[int, GroupTable]:
    """What was published, by question; nothing in Chatham House mode."""
    if session.is_chatham:
        return {}
    return {poll_id: table_of(view) for poll_id, view in groups.views(work, poll_ids).items()}


def group_results_of(work: Work, session: Session, poll_ids: list[int]) -> dict[int, GroupResults]:
    """What was published, as it travels; nothing in Chatham House mode."""
    if session.is_chatham:
        return {}
    titles = {group.id: group.title for group in session.groups}
    found = groups.views(work, poll_ids).items()
    return {poll_id: group_results(view, table_of(view), titles) for poll_id, view in found}


def table_of(view: GroupView) -> GroupTable:
    """A published table as it was stored."""
    return unpack(view.table, least=view.least_group, answered=view.answered)


def _before(work: Work, session: Session, poll: Poll) -> Before:
    """What earlier and later rounds of the same question have told, and the groups of nearly the same people."""
    rounds = [each for each in _rounds(work, session, poll) if each.id != poll.id]
    told = groups.views(work, [each.id for each in rounds])
    here = groups.people_by_group(work, poll.id)
    alike: set[int] = set()
    for poll_id in told:
        there = groups.people_by_group(work, poll_id)
        alike |= {
            group
            for group in here.keys() & there.keys()
            if are_nearly_the_same(here[group], there[group], least=session.least_group)
        }
    return Before(tables=[table_of(view) for view in told.values()], alike=frozenset(alike))


def _rounds(work: Work, session: Session, poll: Poll) -> Iterator[Poll]:
    """Every question of the chain of rounds that this one belongs to."""
    by_id = {each.id: each for each in polls.list_of(work, session.id)}
    first = poll
    while first.again_of_id in by_id:
        first = by_id[first.again_of_id]
    chain = {first.id}
    while more := {each.id for each in by_id.values() if each.again_of_id in chain} - chain:
        chain |= more
    return (by_id[poll_id] for poll_id in sorted(chain))


COMMANDS: Final[Family] = {
    "publish_groups": (commands.PublishGroups, publish_groups),
    "show_groups": (commands.ShowGroups, show_groups),
}
