"""Equity of voice: who spoke, by group."""

from facilitator.services.commands.base import Command, Id


class CountTurn(Command):
    """Somebody of a group spoke, or of none; `taken_back` when that was a mistake."""

    group_id: Id | None
    taken_back: bool = False
