"""Coming in: what a door says, and getting a ticket."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from facilitator.domain.base import ms, random_id
from facilitator.domain.codes import hashed, new_token, read_code
from facilitator.domain.errors import BadShape, CodeUnknown, NotFound
from facilitator.domain.people import Participant
from facilitator.domain.sessions import Session
from facilitator.domain.words import NAME_LIMIT, clean
from facilitator.presenters.payloads import Door, Joined
from facilitator.services.commands.base import Id, Language
from facilitator.storage import people, sessions
from facilitator.storage.database import Work


class JoinRequest(BaseModel):
    """What somebody says at the door. Only the code is needed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    code: Annotated[str, StringConstraints(max_length=64)]
    group_id: Id | None = None
    name: str | None = None
    language: Language = "en"


def parse(raw: object) -> JoinRequest:
    """A join request as it was sent. Raises BadShape."""
    try:
        return JoinRequest.model_validate(raw)
    except (ValidationError, RecursionError):
        raise BadShape from None


def look_at_door(work: Work, code: str) -> Door:
    """What somebody with a code may know before joining. Raises CodeUnknown."""
    session = _known(sessions.find_by_code(work, read_code(code)))
    return {
        "state": _door_state(session),
        "title": session.title,
        "organiser": session.organiser_name,
        "language": session.language,
        "now_ms": ms(work.now) or 0,
        "planned_start_ms": ms(session.planned_start_at) or 0,
        "delete_on": session.delete_on.isoformat(),
        "groups": [] if session.is_chatham else [{"id": group.id, "title": group.title} for group in session.groups],
        "least_group": session.least_group,
        "is_chatham": session.is_chatham,
    }


def join(work: Work, request: JoinRequest) -> Joined:
    """Let somebody in. Raises CodeUnknown, TooEarly, DoorsLocked or SessionEnded.

    In Chatham House mode neither a group nor a name is kept, whatever was sent.
    """
    session = _known(sessions.find_door(work, read_code(request.code)))
    session.admit()
    if request.group_id is not None and not sessions.has_group(work, session.id, request.group_id):
        raise NotFound
    name = clean(request.name or "", limit=NAME_LIMIT, may_be_empty=True)
    token = new_token()
    people.put_participant(
        work,
        Participant(
            id=random_id(),
            session_id=session.id,
            ticket_hash=hashed(token),
            group_id=None if session.is_chatham else request.group_id,
            name="" if session.is_chatham else name,
            language=request.language,
            joined_at=work.now,
        ),
    )
    return {"ticket": f"p.{token}", "code": session.code}


def prepare_joins(work: Work, requests: Sequence[JoinRequest]) -> None:
    """Read the doors that a crowd comes to, each of them once."""
    for request in requests:
        sessions.find_door(work, read_code(request.code))


def _known(session: Session | None) -> Session:
    if session is None:
        raise CodeUnknown
    return session


def _door_state(session: Session) -> Literal["early", "lobby", "live", "locked", "ended"]:
    if session.state == "ended":
        return "ended"
    if session.state == "draft":
        return "early"
    if session.is_locked:
        return "locked"
    return "lobby" if session.state == "open" else "live"
