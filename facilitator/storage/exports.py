"""What only exports read, as rows: whole lists, in a fixed number of queries."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from facilitator.domain.polls.ballot import Ballot, Pick
from facilitator.domain.polls.poll import Choice, Option, Response
from facilitator.domain.polls.terms import Term
from facilitator.domain.privacy import AnonymousAnswer
from facilitator.domain.records import Act
from facilitator.storage.database import Work

_BALLOT = (
    Response.value,
    Response.second,
    Response.is_not_applicable,
    Response.text,
    Response.other_text,
    Response.language,
    Response.is_hidden,
)


def answers(work: Work, poll_ids: Collection[int]) -> dict[int, list[AnonymousAnswer]]:
    """All answers to these polls, in the order of their random ids: it says nothing about who was when."""
    picked, terms = _picked(work, poll_ids), _terms(work, poll_ids)
    found: dict[int, list[AnonymousAnswer]] = {poll_id: [] for poll_id in poll_ids}
    query = select(Response.poll_id, Response.id, *_BALLOT).where(Response.poll_id.in_(poll_ids))
    for row in work.orm.execute(query.order_by(Response.id)):
        poll_id, key, value, second, without, text, other, language, is_hidden = row
        ballot = Ballot(
            picks=tuple(picked.get(key, ())),
            value=value,
            second=second,
            not_applicable=without,
            text=text,
            other_text=other,
            terms=tuple(terms.get(key, ())),
            language=language,
        )
        found[poll_id].append(AnonymousAnswer(ballot=ballot, is_hidden=is_hidden))
    return found


def acts(work: Work, session_id: int) -> Sequence[Act]:
    """The whole log of acts, oldest first."""
    return work.orm.scalars(select(Act).where(Act.session_id == session_id).order_by(Act.id)).all()


def _picked(work: Work, poll_ids: Collection[int]) -> dict[int, list[Pick]]:
    """Picked options of each response, in the order in which the question offers them."""
    found: dict[int, list[Pick]] = {}
    query = (
        select(Choice.response_id, Choice.option_id, Choice.value, Choice.second)
        .join(Option, Option.id == Choice.option_id)
        .where(Choice.poll_id.in_(poll_ids))
        .order_by(Option.position)
    )
    for response_id, option_id, value, second in work.orm.execute(query):
        found.setdefault(response_id, []).append(Pick(option_id=option_id, value=value, second=second))
    return found


def _terms(work: Work, poll_ids: Collection[int]) -> dict[int, list[str]]:
    """Single words of each response, in the order in which they were given."""
    found: dict[int, list[str]] = {}
    query = select(Term.response_id, Term.text).where(Term.poll_id.in_(poll_ids))
    for response_id, text in work.orm.execute(query.order_by(Term.response_id, Term.position)):
        found.setdefault(response_id, []).append(text)
    return found
