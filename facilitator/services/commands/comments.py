"""Comments on ideas."""

from typing import Literal

from facilitator.services.commands.base import Command, Id, Language, Version


class SendComment(Command):
    """Comment on an idea that everybody sees."""

    post_id: Id
    text: str
    language: Language


class WithdrawComment(Command):
    """Take back an own comment that waits for review."""

    comment_id: Id


class ReviewComment(Command):
    """Approve, decline or hide a comment, or put it back into the queue."""

    comment_id: Id
    version: Version
    state: Literal["waiting", "approved", "declined", "hidden"]
