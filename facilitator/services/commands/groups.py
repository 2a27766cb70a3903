"""Results by group, published once and then shown; and the house rule under which there are none."""

from typing import Literal

from facilitator.services.commands.base import Command, Id, Version


class PublishGroups(Command):
    """Make the table by group of a closed question. It is made once and never again."""

    poll_id: Id
    version: Version


class ShowGroups(Command):
    """Show or hide the results by group to the stage or to the phones."""

    poll_id: Id
    version: Version
    to: Literal["stage", "phones"]
    shown: bool


class SetChatham(Command):
    """Turn Chatham House mode on or, before the doors open, off again."""

    version: Version
    on: bool
