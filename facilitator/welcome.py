"""What a newcomer finds: a first organiser, a session that is ready to run, and the links to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.codes import hashed, spoken_code
from facilitator.domain.definition import SessionDefinition
from facilitator.domain.people import LinkRole
from facilitator.domain.sessions import Session
from facilitator.services import accounts, links, sessions
from facilitator.storage import people
from facilitator.storage import sessions as rows
from facilitator.storage.database import Work
from facilitator.vault import Vault

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class Welcome:
    """Paths and names to print. `first_sign_in` is None once the organiser has a password."""

    first_sign_in: str | None
    session_id: int
    title: str
    code: str
    join: str
    moderator: str
    stage: str


def welcome(work: Work, vault: Vault, definition: SessionDefinition, keep_days: int) -> Welcome:
    """Make what is missing, and say where everything is. The same links come out each time."""
    organiser = accounts.first_account(work, "organiser@example.org", "Organiser")
    first = None
    if not organiser.password_hash:
        first = f"/organise/first/{accounts.make_sign_in_link(work, organiser)}"
    running = [session for session in rows.list_owned(work, organiser.id) if session.state != "ended"]
    session = running[0] if running else None
    if session is None:
        start = next_quarter(work.now)
        session = sessions.create(work, definition, owner_id=organiser.id, start=start, keep_days=keep_days)
        session.open_doors()
    return Welcome(
        first_sign_in=first,
        session_id=session.id,
        title=session.title,
        code=spoken_code(session.code),
        join=f"/j/{session.code}",
        moderator=f"/enter#{_token(work, vault, session, 'moderator', 'Moderator')}",
        stage=f"/enter#{_token(work, vault, session, 'stage', 'Big screen')}",
    )


def next_quarter(now: datetime) -> datetime:
    """The next full quarter of an hour."""
    start = now.replace(minute=0, second=0, microsecond=0)
    return start + QUARTER * ((now - start) // QUARTER + 1)


def _token(work: Work, vault: Vault, session: Session, role: LinkRole, name: str) -> str:
    """A link whose token comes from the secret, so that it can be printed again without being kept."""
    token = vault.key(f"welcome/{session.public_id}/{role}")
    if people.find_link_by_token(work, hashed(token)) is None:
        links.make_link(work, session, role, name, token=token)
    return token
