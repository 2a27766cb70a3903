"""Questions that are made in the session, asked again, counted by hand, or started over."""

from typing import Annotated, Literal

from pydantic import Field

from facilitator.domain.pulses import PulseName
from facilitator.services.commands.base import Command, Id, Version


class StartPulse(Command):
    """Ask one of the prepared pulses in the present step, at once."""

    version: Version
    preset: PulseName


class RepeatPoll(Command):
    """Make a second round of a closed question, ready to be opened."""

    poll_id: Id
    version: Version


class CountHands(Command):
    """Note how many hands were raised for one line of a question: an option's id, or a step's number."""

    poll_id: Id
    version: Version
    line_id: Id
    count: Annotated[int, Field(ge=0, le=100_000)]


class ResetPoll(Command):
    """Put all answers of a question aside and begin it anew. `confirm` is the word that the host typed."""

    poll_id: Id
    version: Version
    confirm: Literal["RESET"]


class RestorePoll(Command):
    """Bring back what the last reset put aside, for a day."""

    poll_id: Id
    version: Version


class LeaveOutPoll(Command):
    """Leave out a question that was not opened, and take so many minutes off its step."""

    poll_id: Id
    version: Version
    minutes: Annotated[int, Field(ge=0, le=60)]


class PutBackPoll(Command):
    """Take a question in again that was left out, with the minutes that it saved."""

    poll_id: Id
    version: Version


class OpenForm(Command):
    """Open all questions of a step that stand on one page."""

    version: Version
    item_id: Id


class CloseForm(Command):
    """Close all open questions of a step that stand on one page."""

    version: Version
    item_id: Id
