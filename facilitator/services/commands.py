"""The shapes of all commands: strict, closed, the same over the socket and over HTTP.

A command is what a browser asks for, in the imperative. `version` is compare-and-set: it is the
`version` of the thing as its sender saw it; when somebody else changed it first the command is
refused as `overtaken` and nothing happens.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

Id = Annotated[int, Field(ge=1, le=2**53 - 1)]
Version = Annotated[int, Field(ge=0, le=2**53 - 1)]
OpId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=16)]


class Command(BaseModel):
    """A command's arguments. Unknown fields and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Envelope(Command):
    """What travels: `op_id` makes the command safe to repeat, `name` and `args` say what to do.

    `instead_of` names earlier commands whose outcome the sender never learned. Those that were not
    carried out by now never will be, however late they arrive.
    """

    op_id: OpId
    name: Annotated[str, StringConstraints(max_length=40)]
    args: dict[str, JsonValue]
    instead_of: Annotated[list[OpId], Field(max_length=20)] = []


class Respond(Command):
    """Answer a poll, or change the answer while it is open. `answer` is shaped by the poll's kind."""

    poll_id: Id
    answer: dict[str, JsonValue]


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
    view: Literal["auto", "blank", "join"]


class SendMessage(Command):
    """Put a note before everybody; an empty text takes it away."""

    version: Version
    text: str


class GoToItem(Command):
    """Make a step the current one: next, or back without loss."""

    version: Version
    item_id: Id


class SkipItem(Command):
    """Leave a step out; the current step, if it is the one, gives way to the next."""

    version: Version
    item_id: Id


class AddMinutes(Command):
    """Give a step more or fewer minutes."""

    version: Version
    item_id: Id
    minutes: Annotated[int, Field(ge=-60, le=60)]


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
