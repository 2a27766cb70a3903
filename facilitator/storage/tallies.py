"""What answers add up to. Counts are always counted, never kept."""

from collections import Counter
from collections.abc import Collection
from typing import Final, cast

from sqlalchemy import BindParameter, Table, bindparam, false, func, or_, select, true, union_all

from facilitator.domain.polls.kind import PickKey, Quote, Tally
from facilitator.domain.polls.poll import Choice, Option, Poll, Response
from facilitator.storage import terms
from facilitator.storage.counts import count_by
from facilitator.storage.database import Work

_ASKED: Final[BindParameter[int]] = bindparam("ids", expanding=True)
_EITHER: Final = union_all(select(false().label("is_so")), select(true())).subquery("either")
_RESPONSE, _CHOICE = cast("Table", Response.__table__).c, cast("Table", Choice.__table__).c
_COUNT_ANSWERS: Final = count_by(
    select(Poll.id, _EITHER.c.is_so).join(_EITHER, true()).where(Poll.id.in_(_ASKED)),
    (_RESPONSE.poll_id, _RESPONSE.is_not_applicable, _RESPONSE.value, _RESPONSE.second),
)
_COUNT_PICKS: Final = count_by(
    select(Option.poll_id, Option.id).where(Option.poll_id.in_(_ASKED)),
    (_CHOICE.poll_id, _CHOICE.option_id, _CHOICE.value, _CHOICE.second),
)
_COUNT_OTHERS: Final = (
    select(Response.poll_id, func.count())
    .where(Response.poll_id.in_(_ASKED), Response.other_text.is_not(None))
    .group_by(Response.poll_id)
)
_QUOTES: Final = (
    select(
        Response.poll_id,
        Response.id,
        func.coalesce(Response.text, Response.other_text),
        Response.language,
        Response.is_hidden,
    )
    .where(Response.poll_id.in_(_ASKED), or_(Response.text.is_not(None), Response.other_text.is_not(None)))
    .order_by(Response.poll_id, Response.id)
)


def of_polls(work: Work, poll_ids: Collection[int]) -> dict[int, Tally]:
    """Count the answers of several polls: a fixed number of queries, however many polls and answers.

    Counts are read from indexes alone; only people's own words are read from the rows themselves.
    """
    answers = answers_of(work, poll_ids)
    by_pick = _ticks(work, poll_ids)
    others = dict(work.rows(_COUNT_OTHERS, ids=list(poll_ids)))
    said = terms.counted(work, poll_ids)
    quotes = _quotes(work, poll_ids)
    return {
        poll_id: Tally(
            answered=sum(answers[poll_id].values()),
            not_applicable=sum(number for (without, *_), number in answers[poll_id].items() if without),
            other_count=others.get(poll_id, 0),
            by_pick=by_pick.get(poll_id, {}),
            by_value=_by_step(answers[poll_id], 1),
            by_second=_by_step(answers[poll_id], 2),
            terms=said.get(poll_id, ()),
            quotes=quotes.get(poll_id, ()),
        )
        for poll_id in poll_ids
    }


Answers = dict[tuple[bool, int | None, int | None], int]
"""How many answers there are, by whether the question did not apply to the person, by value and by second."""


def answers_of(work: Work, poll_ids: Collection[int]) -> dict[int, Answers]:
    """The answers of several questions, counted; of a question that nobody answered there are none."""
    found: dict[int, Answers] = {poll_id: {} for poll_id in poll_ids}
    for poll_id, without, value, second, number in work.rows(_COUNT_ANSWERS, ids=list(poll_ids)):
        if number:
            found[poll_id][bool(without), value, second] = number
    return found


def _by_step(answers: Answers, part: int) -> dict[int, int]:
    """People by one part of what they answered."""
    steps: Counter[int] = Counter()
    for answer, number in answers.items():
        step = answer[part]
        if step is not None:
            steps[step] += number
    return dict(steps)


def _ticks(work: Work, poll_ids: Collection[int]) -> dict[int, dict[PickKey, int]]:
    """How many people picked each option, and how."""
    found: dict[int, dict[PickKey, int]] = {}
    for poll_id, option_id, value, second, number in work.rows(_COUNT_PICKS, ids=list(poll_ids)):
        if number:
            found.setdefault(poll_id, {})[option_id, value, second] = number
    return found


def _quotes(work: Work, poll_ids: Collection[int]) -> dict[int, list[Quote]]:
    """Texts in the order of their random ids, which says nothing about who wrote first."""
    quotes: dict[int, list[Quote]] = {}
    for poll_id, quote_id, text, language, is_hidden in work.rows(_QUOTES, ids=list(poll_ids)):
        quote = Quote(id=quote_id, text=text, language=language or "und", is_hidden=bool(is_hidden))
        quotes.setdefault(poll_id, []).append(quote)
    return quotes
