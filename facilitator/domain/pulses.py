"""Pulses: short questions that need no preparation, as the library words them."""

from typing import Annotated, Literal

from pydantic import Field

from facilitator.domain.definition.part import Part
from facilitator.domain.definition.texts import Kind, Label, Prose, Title
from facilitator.domain.polls.poll import Option, Poll

PulseName = Literal["yes_no", "agree", "pace", "lost"]


class Pulse(Part):
    """One pulse: options to pick one of, or the steps of a scale."""

    kind: Kind
    title: Title
    help: Prose = ""
    options: list[Title] = Field(default_factory=list, max_length=10)
    labels: Annotated[list[Label], Field(max_length=11)] = Field(default_factory=list)

    def ask(self, *, session_id: int, item_id: int, position: int) -> Poll:
        """The question that it becomes in a step."""
        return Poll(
            session_id=session_id,
            item_id=item_id,
            position=position,
            kind=self.kind,
            title=self.title,
            help=self.help,
            labels=list(self.labels),
            options=[Option(position=place, text=text) for place, text in enumerate(self.options)],
            is_pulse=True,
        )


class Pulses(Part):
    """All of them, by their names."""

    yes_no: Pulse
    agree: Pulse
    pace: Pulse
    lost: Pulse

    def get(self, name: PulseName) -> Pulse:
        """One of them."""
        found: Pulse = getattr(self, name)
        return found
