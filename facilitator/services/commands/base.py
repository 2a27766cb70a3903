"""What all shapes of commands share: strict, closed, the same over the socket and over HTTP.

A command is what a browser asks for, in the imperative. `version` is compare-and-set: it is the
`version` of the thing as its sender saw it; when somebody else changed it first the command is
refused as `overtaken` and nothing happens.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, StringConstraints

Id = Annotated[int, Field(ge=1, le=2**53 - 1)]
Version = Annotated[int, Field(ge=0, le=2**53 - 1)]
OpId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=16)]


def _day(given: object) -> object:
    try:
        return date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise ValueError("must be a date such as 2027-03-12") from None


Day = Annotated[date, BeforeValidator(_day)]


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
