"""What a family of commands gives to the one command path: for each name its shape, and who carries it out."""

from collections.abc import Mapping
from typing import Any, Protocol

from facilitator.domain.permissions import Actor
from facilitator.services.commands.base import Command
from facilitator.services.outcome import Outcome
from facilitator.storage.database import Work


class Service(Protocol):
    """Carries one command out. Raises a Refusal, and then nothing of it stays."""

    def __call__(self, work: Work, actor: Actor, command: Any, /) -> Outcome:  # noqa: ANN401  its own shape
        """Do it."""


Family = Mapping[str, tuple[type[Command], Service]]
