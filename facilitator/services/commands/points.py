"""Points on a board."""

from typing import Annotated

from pydantic import Field

from facilitator.services.commands.base import Command, Id, Version


class SetVoting(Command):
    """Let people give points to ideas, or end that: then everybody sees what each idea got."""

    board_id: Id
    version: Version
    voting: bool


class GivePoints(Command):
    """Give an idea so many of one's points; 0 takes them back."""

    post_id: Id
    points: Annotated[int, Field(ge=0, le=100)]
