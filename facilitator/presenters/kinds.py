"""What only some kinds of questions have, for each audience. Allow-lists, as all presenters are."""

from typing import Final, cast

from facilitator.domain.polls.kind import KINDS, Line, Result
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.terms import Said
from facilitator.presenters.payloads import Audience, AxisPayload, PollTopic, ResultRow, Results, TermPayload

MOST_TERMS: Final = 300
"""So many words a moderator can rule over: those that have a rule, and the most said."""


def add_kind(topic: PollTopic, poll: Poll) -> None:
    """What the kind of a question is made of: points, axes, questions within the question."""
    kind = KINDS[poll.kind]
    if kind.uses_budget:
        topic["budget"] = poll.budget
    if kind.uses_axes:
        topic["axes"] = [
            cast("AxisPayload", {end: axis[end] for end in ("title", "low", "high")}) for axis in poll.axes
        ]
    if kind.asks:
        topic["asks"] = [{"title": ask.title, "labels": list(ask.labels)} for ask in kind.asks]


def add_parts(row: ResultRow, line: Line) -> None:
    """What only some lines have: places, points, averages, a language."""
    if line.average is not None:
        row["average"] = line.average
    if line.second is not None:
        row["second"] = line.second
    if line.firsts is not None:
        row["firsts"] = line.firsts
    if line.points is not None:
        row["points"] = line.points
    if line.language is not None:
        row["language"] = line.language


def add_more(results: Results, result: Result, audience: Audience) -> None:
    """What only some results have: lines of a second question, lines that are not listed, words to rule over."""
    if result.further:
        results["further"] = [row_of(line) for line in result.further]
    if result.left:
        results["left"] = result.left
    if result.terms and audience == "moderator":
        ruled = sorted(result.terms, key=lambda said: (not (said.is_hidden or said.merged_into), -said.count))
        listed = sorted(ruled[:MOST_TERMS], key=lambda said: (-said.together, said.folded, said.language))
        results["terms"] = [_term(said) for said in listed]


def row_of(line: Line) -> ResultRow:
    """One line of a result."""
    row: ResultRow = {
        "id": line.id,
        "label": line.label,
        "type": line.type,
        "count": line.count,
        "share": line.share,
    }
    add_parts(row, line)
    return row


def _term(said: Said) -> TermPayload:
    return {
        "folded": said.folded,
        "language": said.language,
        "text": said.text,
        "count": said.count,
        "together": said.together,
        "merged_into": said.merged_into,
        "is_hidden": said.is_hidden,
    }
