"""Commitments: what people promise to do next."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from facilitator.services.commands.base import Command, Day, Id, Language, Version

Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]


class MakeCommitment(Command):
    """Promise something: if `when_text`, then `then_text`.

    `token` is 128 random bits that the browser made: the link for answering later. Its hash alone is kept.
    `email` is where a reminder goes, or empty; it comes back in nothing that is ever sent.
    """

    token: Token
    when_text: str
    then_text: str
    language: Language
    owner: Literal["organisation", "own"]
    organisation: str = ""
    due_on: Day
    is_public: bool
    email: str = ""


class EditCommitment(Command):
    """Say an own commitment in other words. Without `email` the address stays; an empty one erases it."""

    commitment_id: Id
    when_text: str
    then_text: str
    language: Language
    owner: Literal["organisation", "own"]
    organisation: str = ""
    due_on: Day
    is_public: bool
    email: str | None = None


class WithdrawCommitment(Command):
    """Take back an own commitment, with its address and its link."""

    commitment_id: Id


class HideCommitment(Command):
    """Keep a public commitment from the screens, or let it be seen again. `version` is the session's."""

    commitment_id: Id
    version: Version
    hidden: bool
