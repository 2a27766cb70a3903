"""Answers by group, read once; and the table that was published of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select

from facilitator.domain.people import Participant
from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.poll import Choice, Poll, Response
from facilitator.domain.polls.published import GroupView
from facilitator.storage.database import Work

_VIEWS: Final = select(GroupView).where(GroupView.poll_id.in_(bindparam("ids", expanding=True)))


def find_view(work: Work, poll_id: int) -> GroupView | None:
    """What was published of a question by group."""
    return work.orm.get(GroupView, poll_id)


def views(work: Work, poll_ids: Collection[int]) -> dict[int, GroupView]:
    """What was published of several questions."""
    return {view.poll_id: view for view in work.orm.scalars(_VIEWS, {"ids": list(poll_ids)})}


def put_view(work: Work, view: GroupView) -> None:
    """Publish: from now on this is the table."""
    work.orm.add(view)
    work.orm.flush()


def cut_links(work: Work, session_id: int) -> None:
    """Forget who answered when tables of a session were published."""
    polls = select(Poll.id).where(Poll.session_id == session_id)
    for view in work.orm.scalars(select(GroupView).where(GroupView.poll_id.in_(polls))):
        view.crowds = {}
    work.orm.flush()


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody of a group answered, as far as it is counted by group. It never leaves the house."""

    person: int | None
    group_id: int | None
    ballot: Ballot


def said(work: Work, poll_id: int) -> Sequence[Said]:
    """Every answer to a question with its group, but for texts: of these only whether there is an own option."""
    work.flush()
    picks: dict[int, list[Pick]] = defaultdict(list)
    chosen = select(Choice.response_id, Choice.option_id, Choice.value, Choice.second)
    for response_id, option_id, value, second in work.orm.execute(chosen.where(Choice.poll_id == poll_id)):
        picks[response_id].append(Pick(option_id=option_id, value=value, second=second))
    what = (Response.id, Response.value, Response.second, Response.is_not_applicable, Response.other_text)
    query = (
        select(Response.participant_id, Participant.group_id, *what)
        .outerjoin(Participant, Participant.id == Response.participant_id)
        .where(Response.poll_id == poll_id)
    )
    found = []
    for person, group_id, key, value, second, without, other in work.orm.execute(query):
        mine = Ballot(picks=tuple(picks[key]), value=value, second=second, not_applicable=without, other_text=other)
        found.append(Said(person=person, group_id=group_id, ballot=mine))
    return found
