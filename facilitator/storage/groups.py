"""Answers by group, read once; and the table that was published of them."""

from collections import Counter, defaultdict
from collections.abc import Collection

from sqlalchemy import select

from facilitator.domain.people import Participant
from facilitator.domain.polls.bygroup import NOT_APPLICABLE_LINE, OTHER_LINE
from facilitator.domain.polls.poll import Choice, Response
from facilitator.domain.polls.published import GroupView
from facilitator.storage.database import Work


def find_view(work: Work, poll_id: int) -> GroupView | None:
    """What was published of a question by group."""
    return work.orm.get(GroupView, poll_id)


def views(work: Work, poll_ids: Collection[int]) -> dict[int, GroupView]:
    """What was published of several questions."""
    query = select(GroupView).where(GroupView.poll_id.in_(poll_ids))
    return {view.poll_id: view for view in work.orm.scalars(query)}


def put_view(work: Work, view: GroupView) -> None:
    """Publish: from now on this is the table."""
    work.orm.add(view)
    work.orm.flush()


def said_by_group(work: Work, poll_id: int) -> dict[int | None, Counter[frozenset[int]]]:
    """For each group (None without) how many people are in each set of lines."""
    ticks: dict[int, set[int]] = defaultdict(set)
    for response_id, option_id in work.orm.execute(
        select(Choice.response_id, Choice.option_id).where(Choice.poll_id == poll_id)
    ):
        ticks[response_id].add(option_id)
    query = (
        select(
            Response.id,
            Response.value,
            Response.is_not_applicable,
            Response.other_text.is_not(None),
            Participant.group_id,
        )
        .outerjoin(Participant, Participant.id == Response.participant_id)
        .where(Response.poll_id == poll_id)
    )
    found: dict[int | None, Counter[frozenset[int]]] = defaultdict(Counter)
    for response_id, value, without, has_other, group_id in work.orm.execute(query):
        lines = ticks[response_id] | ({value} if value is not None and not ticks[response_id] else set())
        lines |= {OTHER_LINE} if has_other else set()
        lines |= {NOT_APPLICABLE_LINE} if without else set()
        found[group_id][frozenset(lines)] += 1
    return dict(found)


def people_by_group(work: Work, poll_id: int) -> dict[int, set[int]]:
    """Who answered, for each group: to compare two rounds, never to tell."""
    query = (
        select(Participant.group_id, Participant.id)
        .join(Response, Response.participant_id == Participant.id)
        .where(Response.poll_id == poll_id, Participant.group_id.is_not(None))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for group_id, participant_id in work.orm.execute(query):
        if group_id is not None:
            found[group_id].add(participant_id)
    return dict(found)
