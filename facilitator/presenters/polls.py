"""Questions and their results, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from facilitator.domain.base import known_ms, ms
from facilitator.domain.polls.ballot import SavedBallot
from facilitator.domain.polls.kind import KINDS, Line, Quote, Result
from facilitator.domain.polls.poll import Poll
from facilitator.presenters.acts import last_act
from facilitator.presenters.groups import ByGroup, group_results
from facilitator.presenters.kinds import add_kind, add_more, row_of
from facilitator.presenters.payloads import (
    Audience,
    Before,
    OwnAnswer,
    PollTopic,
    QuotePayload,
    ResultRow,
    Results,
)


class Reset(Protocol):
    """A reset that can still be turned back."""

    @property
    def at(self) -> datetime:
        """When it was."""

    @property
    def by(self) -> str:
        """Who did it."""


def poll_topic(
    poll: Poll,
    result: Result,
    audience: Audience,
    *,
    aside: Reset | None = None,
    groups: ByGroup | None = None,
    may_have_groups: bool = True,
) -> PollTopic | None:
    """A poll; None for participants and the stage until it was opened. `aside` is its last reset."""
    if audience != "moderator" and poll.state == "ready":
        return None
    topic = _asked(poll, result, audience)
    if aside is not None:
        topic["restarted_at_ms"] = known_ms(aside.at)
    if audience == "moderator":
        _add_steering(topic, poll)
        is_whole = poll.state == "closed" and groups is None
        topic["may_have_groups"] = may_have_groups and is_whole and KINDS[poll.kind].lines(poll) is not None
    if groups is not None and _sees_groups(poll, audience):
        topic["groups"] = group_results(groups)
    return topic


def _asked(poll: Poll, result: Result, audience: Audience) -> PollTopic:
    """What everybody may know of a question, with as much of its result as this audience may."""
    topic: PollTopic = {
        "id": poll.id,
        "item_id": poll.item_id,
        "kind": poll.kind,
        "title": poll.title,
        "help": poll.help,
        "state": poll.state,
        "options": [{"id": option.id, "text": option.text, "type": option.type} for option in poll.options],
        "min_choices": poll.min_choices,
        "max_choices": poll.max_choices,
        "has_other": poll.has_other,
        "scale": {"labels": poll.labels, "not_applicable": poll.not_applicable} if poll.labels else None,
        "max_length": poll.max_length,
        "answered": result.answered,
        "results": _results(poll, result, audience),
        "opened_at_ms": ms(poll.opened_at),
        "closed_at_ms": ms(poll.closed_at),
    }
    if poll.is_pulse:
        topic["is_pulse"] = True
    if poll.again_of_id is not None:
        topic["again_of_id"] = poll.again_of_id
    add_kind(topic, poll)
    return topic


def _add_steering(topic: PollTopic, poll: Poll) -> None:
    """What hosts need to know to steer a question."""
    topic["version"], topic["last"] = poll.version, last_act(poll)
    topic["takes_hands"] = KINDS[poll.kind].takes_hands
    topic["is_on_stage"], topic["is_on_phones"] = poll.is_on_stage, poll.is_on_phones
    topic["are_groups_on_stage"], topic["are_groups_on_phones"] = poll.are_groups_on_stage, poll.are_groups_on_phones
    if poll.left_out_minutes is not None:
        topic["left_out_minutes"] = poll.left_out_minutes


def _sees_groups(poll: Poll, audience: Audience) -> bool:
    shown = {"moderator": True, "stage": poll.are_groups_on_stage, "participant": poll.are_groups_on_phones}
    return shown[audience]


def results_payload(poll: Poll, result: Result, audience: Audience) -> Results:
    """A result; moderators see hidden texts and the words of "other", marked as such."""
    results: Results = {
        "answered": result.answered,
        "base": result.base,
        "rows": _rows(result),
        "not_applicable": result.not_applicable,
        "other_count": result.other_count,
        "mean": result.mean,
        "quotes": _quotes(poll, result.quotes, audience),
    }
    add_more(results, result, audience)
    if result.hands:
        results["hands"] = sum(result.hands.values())
    if result.before is not None:
        results["before"] = _before(result.before)
    return results


def _rows(result: Result) -> list[ResultRow]:
    return [_row(line, result.hands.get(line.id, 0)) for line in result.lines]


def _row(line: Line, hands: int) -> ResultRow:
    row = row_of(line)
    if hands:
        row["hands"] = hands
    return row


def _before(result: Result) -> Before:
    return {
        "answered": result.answered,
        "base": result.base,
        "rows": _rows(result),
        "not_applicable": result.not_applicable,
        "other_count": result.other_count,
        "mean": result.mean,
        "hands": sum(result.hands.values()),
    }


def own_answer(saved: SavedBallot) -> OwnAnswer:
    """An own answer as it was saved."""
    ballot = saved.ballot
    picks = sorted(ballot.picks, key=lambda pick: (pick.value or 0, pick.option_id))
    return {
        "option_ids": [pick.option_id for pick in picks],
        "picks": [{"option_id": pick.option_id, "value": pick.value, "second": pick.second} for pick in picks],
        "other_text": ballot.other_text,
        "value": ballot.value,
        "second": ballot.second,
        "not_applicable": ballot.not_applicable,
        "text": ballot.text,
        "terms": list(ballot.terms),
        "language": ballot.language,
        "saved_at_ms": known_ms(saved.saved_at),
        "receipt": saved.receipt,
    }


def _results(poll: Poll, result: Result, audience: Audience) -> Results | None:
    shown = {"moderator": True, "stage": poll.is_on_stage, "participant": poll.is_on_phones}[audience]
    return results_payload(poll, result, audience) if shown else None


def _quotes(poll: Poll, quotes: Sequence[Quote], audience: Audience) -> list[QuotePayload]:
    if audience == "moderator":
        return [{"id": q.id, "text": q.text, "language": q.language, "is_hidden": q.is_hidden} for q in quotes]
    if KINDS[poll.kind].uses_options:
        return []
    return [{"id": q.id, "text": q.text, "language": q.language} for q in quotes if not q.is_hidden]
