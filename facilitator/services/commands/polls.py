"""Answering questions, and steering them."""

from typing import Literal

from pydantic import JsonValue

from facilitator.services.commands.base import Command, Id, Version


class Respond(Command):
    """Answer a poll, or change the answer while it is open. `answer` is shaped by the poll's kind."""

    poll_id: Id
    answer: dict[str, JsonValue]


class OpenPoll(Command):
    """Open a question for answers."""

    poll_id: Id
    version: Version


class ClosePoll(Command):
    """Close a question."""

    poll_id: Id
    version: Version


class ReopenPoll(Command):
    """Open a closed question again; the answers stay."""

    poll_id: Id
    version: Version


class ShowResults(Command):
    """Show or hide the results of a question to the stage or to the phones."""

    poll_id: Id
    version: Version
    to: Literal["stage", "phones"]
    shown: bool


class HideQuote(Command):
    """Keep one open text from the stage and the phones, or let it be seen again."""

    poll_id: Id
    version: Version
    quote_id: Id
    hidden: bool
