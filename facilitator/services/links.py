"""Personal links: made with a name, exchanged for a page's ticket, revoked at once."""

from facilitator.domain.codes import hashed, new_token
from facilitator.domain.errors import LinkRevoked, NotFound, TicketUnknown
from facilitator.domain.people import Link, LinkRole
from facilitator.domain.permissions import Actor
from facilitator.domain.sessions import Session
from facilitator.domain.words import NAME_LIMIT, clean
from facilitator.services.access import access_owned_session
from facilitator.storage import people, sessions
from facilitator.storage.database import Work


def make_link(
    work: Work, session: Session, role: LinkRole, name: str, *, item_id: int | None = None, token: str = ""
) -> str:
    """A new link; a speaker's may be for a step. Returns its token, which is nowhere else: only its hash is kept."""
    token = token or new_token()
    people.put_link(
        work,
        Link(
            session_id=session.id,
            role=role,
            name=clean(name, limit=NAME_LIMIT),
            token_hash=hashed(token),
            created_at=work.now,
            item_id=item_id,
        ),
    )
    return token


def enter(work: Work, token: str) -> tuple[Link, Session]:
    """The link behind a token, marked as used. Raises TicketUnknown or LinkRevoked."""
    link = people.find_link_by_token(work, hashed(token))
    session = None if link is None else sessions.find(work, link.session_id)
    if link is None or session is None:
        raise TicketUnknown("This link is not known here. Check that you copied all of it, or ask for a new one.")
    if link.revoked_at is not None:
        raise LinkRevoked
    link.last_used_at = work.now
    return link, session


def step_of(work: Work, actor: Actor) -> int | None:
    """The step that a speaker speaks in, as far as their link says so."""
    link = people.find_link(work, int(actor.key.removeprefix("l"))) if actor.role == "speaker" else None
    return None if link is None else link.item_id


def revoke(work: Work, organiser_id: int, public_id: str, link_id: int) -> None:
    """Take a link back: whoever uses it is refused from this commit on."""
    session = access_owned_session(work, organiser_id, public_id)
    link = people.find_link(work, link_id)
    if link is None or link.session_id != session.id:
        raise NotFound
    link.revoked_at = link.revoked_at or work.now
