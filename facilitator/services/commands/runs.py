"""The run of show: doors, steps, minutes, notes, the big screen."""

from typing import Annotated, Literal

from pydantic import Field

from facilitator.services.commands.base import Command, Id, Version


class OpenDoors(Command):
    """Let people into the lobby: draft -> open."""

    version: Version


class StartSession(Command):
    """Go live with the first step: open -> live."""

    version: Version


class EndSession(Command):
    """End the session for everybody: live -> ended. `confirm` is the word that the host typed."""

    version: Version
    confirm: Literal["END"]


class LockDoors(Command):
    """Stop or allow newcomers."""

    version: Version
    locked: bool


class SetStage(Command):
    """What the big screen shows: the current step, nothing, or how to join."""

    version: Version
    view: Literal["auto", "blank", "join", "questions", "matrix", "gaps", "commitments", "matches"]


class SendMessage(Command):
    """Put a note before everybody; an empty text takes it away."""

    version: Version
    text: str


class GoToItem(Command):
    """Make a step the current one: next, or back without loss; `taken_back` when the launch was a mistake."""

    version: Version
    item_id: Id
    taken_back: bool = False


class SkipItem(Command):
    """Leave a step out; the current step, if it is the one, gives way to the next."""

    version: Version
    item_id: Id


class AddMinutes(Command):
    """Give a step more or fewer minutes."""

    version: Version
    item_id: Id
    minutes: Annotated[int, Field(ge=-60, le=60)]
