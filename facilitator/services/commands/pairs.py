"""What answered what: success factors and the barriers that they answered."""

from typing import Annotated

from pydantic import Field, StringConstraints

from facilitator.services.commands.base import Command

Ref = Annotated[str, StringConstraints(pattern=r"^[op][1-9][0-9]{0,15}$")]


class PairFactor(Command):
    """Say which barriers a factor answered for oneself; the list takes the place of the one before."""

    factor: Ref
    barriers: Annotated[list[Ref], Field(max_length=60)]


class SetPair(Command):
    """Put a factor and a barrier together for everybody, or take that back."""

    factor: Ref
    barrier: Ref
    paired: bool
