"""Polls, responses and their tallies, as rows. Counts are always counted, never kept."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import selectinload

from facilitator.domain.base import random_id
from facilitator.domain.polls.kind import Ballot, Quote, Tally
from facilitator.domain.polls.poll import Choice, Poll, Response
from facilitator.storage.database import Work


def find(work: Work, session_id: int, poll_id: int) -> Poll | None:
    """A poll of this session with its options."""
    query = select(Poll).where(Poll.id == poll_id, Poll.session_id == session_id)
    return work.orm.scalars(query.options(selectinload(Poll.options))).one_or_none()


def list_of(work: Work, session_id: int, ids: Collection[int] | None = None) -> Sequence[Poll]:
    """The polls of a session in order, with their options; or only those with the given ids."""
    query = select(Poll).where(Poll.session_id == session_id).order_by(Poll.item_id, Poll.position)
    if ids is not None:
        query = query.where(Poll.id.in_(ids))
    return work.orm.scalars(query.options(selectinload(Poll.options))).all()


def put(work: Work, poll: Poll) -> None:
    """Store a new poll and give it its id."""
    work.orm.add(poll)
    work.orm.flush()


def find_response(work: Work, poll_id: int, participant_id: int) -> Response | None:
    """A person's answer to a poll."""
    query = select(Response).where(Response.poll_id == poll_id, Response.participant_id == participant_id)
    return work.orm.scalars(query).one_or_none()


def put_response(
    work: Work, poll_id: int, participant_id: int, ballot: Ballot, *, saved_at: datetime, receipt: str
) -> Response:
    """Store an answer, in the place of the person's earlier one."""
    response = find_response(work, poll_id, participant_id)
    if response is None:
        response = Response(
            id=random_id(), poll_id=poll_id, participant_id=participant_id, saved_at=saved_at, receipt=receipt
        )
        work.orm.add(response)
    else:
        work.orm.execute(delete(Choice).where(Choice.response_id == response.id))
    response.value, response.is_not_applicable = ballot.value, ballot.not_applicable
    response.text, response.other_text, response.language = ballot.text, ballot.other_text, ballot.language
    response.saved_at, response.receipt = saved_at, receipt
    work.orm.flush()
    work.orm.add_all(Choice(response_id=response.id, option_id=o, poll_id=poll_id) for o in ballot.option_ids)
    work.orm.flush()
    return response


def find_quote(work: Work, poll_id: int, response_id: int) -> Response | None:
    """The response that holds a text of this poll."""
    return work.orm.scalars(
        select(Response).where(Response.id == response_id, Response.poll_id == poll_id)
    ).one_or_none()


def own_responses(work: Work, participant_id: int) -> Sequence[tuple[Response, list[int]]]:
    """All answers of a person with the ids of the picked options."""
    responses = work.orm.scalars(select(Response).where(Response.participant_id == participant_id)).all()
    picked: dict[int, list[int]] = {response.id: [] for response in responses}
    query = (
        select(Choice.response_id, Choice.option_id).where(Choice.response_id.in_(picked)).order_by(Choice.option_id)
    )
    for response_id, option_id in work.orm.execute(query):
        picked[response_id].append(option_id)
    return [(response, picked[response.id]) for response in responses]


def tallies(work: Work, poll_ids: Collection[int]) -> dict[int, Tally]:
    """Count the answers of several polls: a fixed number of queries, however many polls and answers."""
    people = work.orm.execute(
        select(
            Response.poll_id,
            func.count(),
            func.count().filter(Response.is_not_applicable),
            func.count(Response.other_text),
        )
        .where(Response.poll_id.in_(poll_ids))
        .group_by(Response.poll_id)
    ).all()
    by_option = _counts(work, Choice.poll_id, Choice.option_id, poll_ids)
    by_value = _counts(work, Response.poll_id, Response.value, poll_ids)
    quotes = _quotes(work, poll_ids)
    return {
        poll_id: Tally(
            answered=answered,
            not_applicable=without,
            other_count=others,
            by_option=by_option.get(poll_id, {}),
            by_value=by_value.get(poll_id, {}),
            quotes=quotes.get(poll_id, ()),
        )
        for poll_id, answered, without, others in people
    } | {poll_id: Tally() for poll_id in set(poll_ids).difference(row[0] for row in people)}


def _counts(work: Work, poll: object, what: object, poll_ids: Collection[int]) -> dict[int, dict[int, int]]:
    counts: dict[int, dict[int, int]] = {}
    query = (
        select(poll, what, func.count())  # type: ignore[call-overload]
        .where(poll.in_(poll_ids), what.is_not(None))  # type: ignore[attr-defined]
        .group_by(poll, what)
    )
    for poll_id, key, number in work.orm.execute(query):
        counts.setdefault(poll_id, {})[key] = number
    return counts


def _quotes(work: Work, poll_ids: Collection[int]) -> dict[int, list[Quote]]:
    """Texts in the order of their random ids, which says nothing about who wrote first."""
    quotes: dict[int, list[Quote]] = {}
    words = func.coalesce(Response.text, Response.other_text)
    query = (
        select(Response.poll_id, Response.id, words, Response.language, Response.is_hidden)
        .where(Response.poll_id.in_(poll_ids), words.is_not(None))
        .order_by(Response.id)
    )
    for poll_id, quote_id, text, language, is_hidden in work.orm.execute(query):
        quotes.setdefault(poll_id, []).append(
            Quote(id=quote_id, text=text, language=language or "und", is_hidden=is_hidden)
        )
    return quotes


def cut_links(work: Work, session_id: int) -> None:
    """Forget who gave which answer of a session."""
    polls = select(Poll.id).where(Poll.session_id == session_id)
    work.orm.execute(
        update(Response).where(Response.poll_id.in_(polls)).values(participant_id=None),
        execution_options={"synchronize_session": False},
    )
