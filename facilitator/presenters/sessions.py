"""The session and its agenda, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience.
"""

from collections.abc import Sequence

from facilitator.domain.agenda import AgendaItem, planned_starts
from facilitator.domain.base import known_ms, ms
from facilitator.domain.boards import Board
from facilitator.domain.polls.poll import Poll
from facilitator.domain.sessions import Session
from facilitator.presenters.acts import last_act
from facilitator.presenters.payloads import AgendaTopic, Audience, ItemPayload, SessionTopic


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
        "message": {"text": session.message, "at_ms": known_ms(session.message_at)} if session.message else None,
        "planned_start_ms": known_ms(session.planned_start_at),
        "started_at_ms": ms(session.started_at),
        "ended_at_ms": ms(session.ended_at),
        "delete_on": session.delete_on.isoformat(),
        "groups": [] if session.is_chatham else [{"id": group.id, "title": group.title} for group in session.groups],
        "takes_questions": session.takes_questions,
        "reviews_questions": session.reviews_questions,
    }
    if session.is_chatham:
        topic["is_chatham"] = True
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
            "planned_start_ms": known_ms(start),
            "minutes": item.minutes,
            "added_minutes": item.added_minutes,
            "state": item.state,
            "started_at_ms": ms(item.started_at),
            "spent_ms": item.spent_ms,
            "is_form": item.is_on_one_page,
            "poll_ids": [poll.id for poll in polls if poll.item_id == item.id],
            "board_ids": [board.id for board in boards if board.item_id == item.id],
        }
        if audience == "moderator":
            payload["notes"] = item.notes
            payload["opens_own"], payload["closes_own"] = item.opens_own, item.closes_own
        payloads.append(payload)
    return {"items": payloads}
