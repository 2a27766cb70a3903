"""Tickets: how a message says who sends it, before any database is asked.

`p.<token>` is a participant's random token; `l.<signed>` names a personal link and is made for the
pages of moderators and stages; `o.<signed>` names an organiser in one session. Signed tickets only say
who somebody claims to be: links and accounts are looked up again on every act.
"""

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

from facilitator.domain.codes import hashed
from facilitator.domain.errors import TicketUnknown

LONGEST_TICKET = 400
SIGNED_FOR_S = 7 * 24 * 3600


@dataclass(frozen=True)
class ParticipantTicket:
    """The hash of a participant's token."""

    ticket_hash: str


@dataclass(frozen=True)
class LinkTicket:
    """A personal link."""

    link_id: int


@dataclass(frozen=True)
class OrganiserTicket:
    """An organiser, signed in since `epoch`, in one session."""

    organiser_id: int
    epoch: int
    session_id: int


Ticket = ParticipantTicket | LinkTicket | OrganiserTicket


class Tickets:
    """Makes and reads tickets; `secret` signs them."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="facilitator.ticket")

    def for_link(self, link_id: int) -> str:
        """A ticket for the pages behind a personal link."""
        return f"l.{self._signer.dumps(link_id)}"

    def for_organiser(self, organiser_id: int, epoch: int, session_id: int) -> str:
        """A ticket for an organiser in one session."""
        return f"o.{self._signer.dumps([organiser_id, epoch, session_id])}"

    def read(self, ticket: object) -> Ticket:
        """Who the ticket names. Raises TicketUnknown when it is none of ours."""
        if not isinstance(ticket, str) or len(ticket) > LONGEST_TICKET:
            raise TicketUnknown
        kind, _, rest = ticket.partition(".")
        if kind == "p":
            return ParticipantTicket(hashed(rest))
        try:
            claim = self._signer.loads(rest, max_age=SIGNED_FOR_S)
        except BadSignature:
            raise TicketUnknown from None
        match kind, claim:
            case "l", int(link_id):
                return LinkTicket(link_id)
            case "o", [int(organiser_id), int(epoch), int(session_id)]:
                return OrganiserTicket(organiser_id, epoch, session_id)
        raise TicketUnknown
