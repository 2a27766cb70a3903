"""Nouns as payloads: what each audience may see of sessions, steps, polls, boards and ideas.

These are allow-lists: a field goes out only because a line here names it for that audience.
"""

from collections.abc import Sequence
from datetime import datetime

from facilitator.domain.agenda import AgendaItem, planned_starts
from facilitator.domain.base import Guarded, ms
from facilitator.domain.boards import Board, Post
from facilitator.domain.polls.ballot import SavedBallot
from facilitator.domain.polls.kind import KINDS, Quote, Result, Tally
from facilitator.domain.polls.poll import Poll
from facilitator.domain.records import Act
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import (
    ActsTopic,
    AgendaTopic,
    Audience,
    BoardTopic,
    ItemPayload,
    LastAct,
    OwnAnswer,
    OwnPost,
    PollTopic,
    PostPayload,
    QuotePayload,
    Results,
    SessionTopic,
)


def session_topic(session: Session, audience: Audience) -> SessionTopic:
    """The session itself."""
    topic: SessionTopic = {
        "public_id": session.public_id,
        "code": session.code,
        "title": session.title,
        "organiser": session.organiser_name,
        "language": session.language,
        "timezone": session.timezone,
        "state": session.state,
        "is_locked": session.is_locked,
        "current_item_id": session.current_item_id,
        "version": session.version,
        "stage_view": session.stage_view,
        "message": {"text": session.message, "at_ms": _ms(session.message_at)} if session.message else None,
        "planned_start_ms": _ms(session.planned_start_at),
        "started_at_ms": ms(session.started_at),
        "ended_at_ms": ms(session.ended_at),
        "delete_on": session.delete_on.isoformat(),
        "groups": [{"id": group.id, "title": group.title} for group in session.groups],
    }
    if audience == "moderator":
        topic["last"] = last_act(session)
    return topic


def agenda_topic(
    session: Session,
    items: Sequence[AgendaItem],
    polls: Sequence[Poll],
    boards: Sequence[Board],
    audience: Audience,
) -> AgendaTopic:
    """Every step in order; the notes stay with the moderators."""
    starts = planned_starts(items, session.planned_start_at)
    payloads: list[ItemPayload] = []
    for item, start in zip(items, starts, strict=True):
        payload: ItemPayload = {
            "id": item.id,
            "kind": item.kind,
            "title": item.title,
            "instruction": item.instruction,
            "planned_start_ms": _ms(start),
            "minutes": item.minutes,
            "added_minutes": item.added_minutes,
            "state": item.state,
            "started_at_ms": ms(item.started_at),
            "spent_ms": item.spent_ms,
            "poll_ids": [poll.id for poll in polls if poll.item_id == item.id],
            "board_ids": [board.id for board in boards if board.item_id == item.id],
        }
        if audience == "moderator":
            payload["notes"] = item.notes
        payloads.append(payload)
    return {"items": payloads}


def poll_topic(poll: Poll, tally: Tally, audience: Audience) -> PollTopic | None:
    """A poll; None for participants and the stage until it was opened."""
    if audience != "moderator" and poll.state == "ready":
        return None
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
        "answered": tally.answered,
        "results": _results(poll, tally, audience),
        "opened_at_ms": ms(poll.opened_at),
        "closed_at_ms": ms(poll.closed_at),
    }
    if audience == "moderator":
        topic["version"], topic["last"] = poll.version, last_act(poll)
        topic["is_on_stage"], topic["is_on_phones"] = poll.is_on_stage, poll.is_on_phones
    return topic


def results_payload(poll: Poll, result: Result, audience: Audience) -> Results:
    """A result; moderators see hidden texts and the words of "other", marked as such."""
    return {
        "answered": result.answered,
        "base": result.base,
        "rows": [
            {"id": line.id, "label": line.label, "type": line.type, "count": line.count, "share": line.share}
            for line in result.lines
        ],
        "not_applicable": result.not_applicable,
        "other_count": result.other_count,
        "mean": result.mean,
        "quotes": _quotes(poll, result.quotes, audience),
    }


def board_topic(board: Board, *, ideas: int, waiting: int, audience: Audience) -> BoardTopic | None:
    """A board; None for participants and the stage until it was opened."""
    if audience != "moderator" and board.state == "ready":
        return None
    topic: BoardTopic = {
        "id": board.id,
        "item_id": board.item_id,
        "title": board.title,
        "help": board.help,
        "state": board.state,
        "is_revealed": board.is_revealed,
        "needs_approval": board.needs_approval,
        "columns": [{"id": column.id, "title": column.title, "type": column.type} for column in board.columns],
        "ideas": ideas,
    }
    if audience == "moderator":
        topic["waiting"], topic["version"], topic["last"] = waiting, board.version, last_act(board)
    return topic


def post_payload(post: Post, support: int, board: Board, audience: Audience) -> PostPayload | None:
    """An idea; None for those who may not see it now."""
    if post.state == "withdrawn" or (audience != "moderator" and not post.is_shown(board)):
        return None
    payload: PostPayload = {
        "id": post.id,
        "board_id": post.board_id,
        "column_id": post.column_id,
        "text": post.text,
        "language": post.language,
        "is_pinned": post.is_pinned,
        "support": support,
        "at_ms": _ms(post.sent_at),
    }
    if audience == "moderator":
        payload["state"], payload["version"], payload["last"] = post.state, post.version, last_act(post)
    return payload


def acts_topic(acts: Sequence[Act]) -> ActsTopic:
    """The last acts, newest first."""
    return {
        "acts": [{"id": act.id, "at_ms": _ms(act.at), "by": act.by, "act": act.act, "what": act.what} for act in acts]
    }


def own_answer(saved: SavedBallot) -> OwnAnswer:
    """An own answer as it was saved."""
    ballot = saved.ballot
    return {
        "option_ids": sorted(ballot.option_ids),
        "other_text": ballot.other_text,
        "value": ballot.value,
        "not_applicable": ballot.not_applicable,
        "text": ballot.text,
        "language": ballot.language,
        "saved_at_ms": _ms(saved.saved_at),
        "receipt": saved.receipt,
    }


def own_post(post: Post) -> OwnPost:
    """An own idea with what became of it, in the author's words for it."""
    return {
        "id": post.id,
        "board_id": post.board_id,
        "column_id": post.column_id,
        "text": post.text,
        "language": post.language,
        "status": "waiting" if post.state == "waiting" else "shown" if post.state == "approved" else "not_shown",
        "at_ms": _ms(post.sent_at),
    }


def last_act(thing: Guarded) -> LastAct | None:
    """Who changed it last."""
    if thing.touched_at is None:
        return None
    return {"by": thing.touched_by, "act": thing.touched_act, "at_ms": _ms(thing.touched_at)}


def _results(poll: Poll, tally: Tally, audience: Audience) -> Results | None:
    shown = {"moderator": True, "stage": poll.is_on_stage, "participant": poll.is_on_phones}[audience]
    return results_payload(poll, KINDS[poll.kind].result(poll, tally), audience) if shown else None


def _quotes(poll: Poll, quotes: Sequence[Quote], audience: Audience) -> list[QuotePayload]:
    if audience == "moderator":
        return [{"id": q.id, "text": q.text, "language": q.language, "is_hidden": q.is_hidden} for q in quotes]
    if KINDS[poll.kind].uses_options:
        return []
    return [{"id": q.id, "text": q.text, "language": q.language} for q in quotes if not q.is_hidden]


def _ms(at: datetime | None) -> int:
    return ms(at) or 0
