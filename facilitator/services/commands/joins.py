"""Organisations that join an idea, and contacts that both sides agree to."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from facilitator.services.commands.base import Command, Id

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class JoinPost(Command):
    """Say that one's organisation can offer what an idea speaks of, or wants it; newer words replace earlier ones.

    `country` is an ISO code of two letters. `contact` is shown to nobody until both sides agreed.
    """

    post_id: Id
    side: Literal["offer", "want"]
    organisation: str
    country: Country | None
    contact: str | None


class LeavePost(Command):
    """Take back that one's organisation joined an idea."""

    post_id: Id


class AgreeContact(Command):
    """Agree to exchange contacts with somebody on the other side of an idea, or no longer."""

    post_id: Id
    with_join_id: Id
    agreed: bool
