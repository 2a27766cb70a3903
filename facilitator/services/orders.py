"""A command on its way to the writer."""

from dataclasses import dataclass

from facilitator.services.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class Order:
    """A command that was parsed and waits for the writer."""

    op_id: str
    name: str
    command: Command
    fingerprint: str
    instead_of: tuple[str, ...] = ()
