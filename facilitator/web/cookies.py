"""The cookie: which personal links this browser came with, and who is signed in.

It only says who somebody claims to be; links and accounts are looked up again on every act.
"""

from flask import session as cookie

from facilitator.domain.errors import TicketUnknown
from facilitator.domain.people import Link, LinkRole, Organiser
from facilitator.services import access
from facilitator.web.house import house


def remember_link(link: Link, public_id: str) -> None:
    """This browser came with a personal link."""
    cookie.permanent = True
    links = dict(cookie.get("links", {}))
    links[f"{public_id}/{link.role}"] = link.id
    cookie["links"] = dict(list(links.items())[-20:])


def sign_in(organiser: Organiser) -> None:
    """This browser is an organiser's from now on."""
    cookie.permanent = True
    cookie["organiser"] = [organiser.id, organiser.sign_in_epoch]


def sign_out() -> None:
    """This browser is nobody's."""
    cookie.clear()


def forget_link(link_id: int) -> None:
    """This browser no longer comes with a personal link."""
    cookie["links"] = {page: known for page, known in cookie.get("links", {}).items() if known != link_id}


def find_organiser() -> Organiser | None:
    """Who is signed in, or None when nobody is or that sign-in was ended."""
    claimed, epoch = cookie.get("organiser", (None, None))
    return house().desk.read(lambda work: access.find_signed_in(work, claimed, epoch))


def ticket_for(public_id: str, role: LinkRole) -> str:
    """A ticket for a page of this role. Raises TicketUnknown when the browser has no right to it."""
    link_id = cookie.get("links", {}).get(f"{public_id}/{role}")
    if link_id is not None:
        return house().desk.tickets.for_link(link_id)
    claimed, epoch = cookie.get("organiser", (None, None))
    if claimed is None or role != "moderator":
        raise TicketUnknown("This page needs your personal link. Open the link that you were sent.")
    session_id = house().desk.read(lambda work: access.access_owned_session(work, claimed, public_id).id)
    return house().desk.tickets.for_organiser(claimed, epoch, session_id)
