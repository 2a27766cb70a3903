"""Ideas, and the boards that they go to."""

from typing import Literal

from facilitator.services.commands.base import Command, Id, Language, Version


class SendPost(Command):
    """Post an idea."""

    board_id: Id
    column_id: Id
    text: str
    language: Language


class EditPost(Command):
    """Change an own idea that waits for review."""

    post_id: Id
    text: str
    language: Language


class WithdrawPost(Command):
    """Take back an own idea that waits for review."""

    post_id: Id


class SupportPost(Command):
    """Support an idea, or no longer."""

    post_id: Id
    supported: bool


class OpenBoard(Command):
    """Open a board for ideas."""

    board_id: Id
    version: Version


class CloseBoard(Command):
    """Take no more ideas."""

    board_id: Id
    version: Version


class RevealBoard(Command):
    """End the silent phase: everybody sees the approved ideas. Or go back to it."""

    board_id: Id
    version: Version
    revealed: bool


class ReviewPost(Command):
    """Approve, decline or hide an idea, or put it back into the queue."""

    post_id: Id
    version: Version
    state: Literal["waiting", "approved", "declined", "hidden"]


class PinPost(Command):
    """Keep an idea at the top of its column."""

    post_id: Id
    version: Version
    pinned: bool


class MovePost(Command):
    """Move an idea to another column."""

    post_id: Id
    version: Version
    column_id: Id
