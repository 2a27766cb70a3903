"""Results by group: made once from a closed question, the same for every screen and every file."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.domain.errors import NotLive
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import KINDS, Poll
from facilitator.domain.polls.published import GroupView
from facilitator.domain.privacy import Answered, GroupTable, pack, publish, unpack
from facilitator.domain.privacy.publishing import Before, are_nearly_the_same
from facilitator.domain.sessions import Session
from facilitator.presenters.groups import ByGroup
from facilitator.services.access import access_session
from facilitator.services.commands import groups as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.services.steering import take_poll
from facilitator.storage import groups, polls
from facilitator.storage.database import Work

Crowds = Mapping[int, set[int]]
NOTHING_TOLD: Final = "The groups are too small to be told apart. Nothing was changed. More answers may help."


def publish_groups(work: Work, actor: Actor, command: commands.PublishGroups) -> Outcome:
    """Publish a closed question by group. Raises NotLive when that cannot be, or was done before."""
    session = access_session(work, actor)
    session.need_running()
    poll = take_poll(work, actor, command.poll_id, command.version, "publish_groups")
    poll.need_closed()
    lines = KINDS[poll.kind].lines(poll)
    if lines is None or session.is_chatham:
        raise NotLive("This question has no results by group. Nothing was changed.")
    if groups.find_view(work, poll.id) is not None:
        raise NotLive("The results by group were made before, and never change. Nothing was changed.")
    said = groups.said(work, poll.id)
    crowds = _crowds(said)
    answered = _answered(poll, said)
    table = publish(lines, answered, least=session.least_group, before=_before(work, session, poll, crowds))
    if not table.rows:
        least = session.least_group
        raise NotLive(f"No group can be shown: each needs {least} answers, and so do all others. Nothing was changed.")
    if not table.tells:
        raise NotLive(NOTHING_TOLD)
    view = GroupView(
        poll_id=poll.id,
        made_at=work.now,
        least_group=session.least_group,
        answered=table.answered,
        table=pack(table),
        crowds={str(group): sorted(people) for group, people in crowds.items()},
    )
    groups.put_view(work, view)
    return Outcome(what=poll.title)


def show_groups(work: Work, actor: Actor, command: commands.ShowGroups) -> Outcome:
    """Show or hide the table that was published."""
    act = "show_groups" if command.shown else "hide_groups"
    poll = take_poll(work, actor, command.poll_id, command.version, act)
    if groups.find_view(work, poll.id) is None:
        raise NotLive("The results by group were not made yet. Nothing was changed. Make them first.")
    if command.shown and access_session(work, actor).is_chatham:
        raise NotLive("In Chatham House mode nothing is told by group. Nothing was changed.")
    poll.show_groups(command.to, shown=command.shown)
    return Outcome(act=act, what=f"{poll.title} ({command.to})")


def by_group_of(work: Work, session: Session, asked: Sequence[Poll]) -> dict[int, ByGroup]:
    """What was published, by question in the order given; nothing in Chatham House mode."""
    if session.is_chatham:
        return {}
    titles = {group.id: group.title for group in session.groups}
    views = groups.views(work, [poll.id for poll in asked])
    return {
        poll.id: ByGroup(
            table=table_of(views[poll.id]), made_at=views[poll.id].made_at, counts=_counts(poll), titles=titles
        )
        for poll in asked
        if poll.id in views
    }


def table_of(view: GroupView) -> GroupTable:
    """A published table as it was stored."""
    return unpack(view.table, least=view.least_group, answered=view.answered)


def _counts(poll: Poll) -> str:
    lines = KINDS[poll.kind].lines(poll)
    return lines.counts if lines else ""


def _answered(poll: Poll, said: Sequence[groups.Said]) -> Answered:
    kind, sets = KINDS[poll.kind], defaultdict[int | None, Counter[frozenset[int]]](Counter)
    for each in said:
        sets[each.group_id][kind.lines_of(poll, each.ballot)] += 1
    return sets


def _before(work: Work, session: Session, poll: Poll, here: Crowds) -> Before:
    """What other rounds of the same question have told, and the groups of nearly the same people."""
    rounds = _other_rounds(polls.list_of(work, session.id), poll)
    told = groups.views(work, [each.id for each in rounds])
    alike: set[int] = set()
    for view in told.values():
        there = {int(group): set(people) for group, people in view.crowds.items()}
        alike |= {
            group
            for group in here.keys() & there.keys()
            if are_nearly_the_same(here[group], there[group], least=session.least_group)
        }
    return Before(tables=[table_of(view) for view in told.values()], alike=frozenset(alike))


def _other_rounds(asked: Sequence[Poll], poll: Poll) -> list[Poll]:
    """The other questions of the chain of rounds, and those made by hand that ask the same in the same words."""
    by_id = {each.id: each for each in asked}

    def first(each: Poll) -> int:
        while each.again_of_id in by_id:
            each = by_id[each.again_of_id]
        return each.id

    return [
        other
        for other in asked
        if other.id != poll.id and (first(other) == first(poll) or _wording(other) == _wording(poll))
    ]


def _wording(poll: Poll) -> tuple[str, frozenset[str]]:
    lines = KINDS[poll.kind].lines(poll)
    title = " ".join(poll.title.split()).casefold()
    return title, frozenset(line.label for line in lines.lines) if lines else frozenset()


def _crowds(said: Sequence[groups.Said]) -> dict[int, set[int]]:
    crowds: dict[int, set[int]] = defaultdict(set)
    for each in said:
        if each.person is not None and each.group_id is not None:
            crowds[each.group_id].add(each.person)
    return dict(crowds)


COMMANDS: Final[Family] = {
    "publish_groups": (commands.PublishGroups, publish_groups),
    "show_groups": (commands.ShowGroups, show_groups),
}
