"""A question as an organiser writes it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator

from facilitator.domain.definition.part import Contradiction, Part, Raw, repeated
from facilitator.domain.definition.texts import Kind, Label, Name, Prose, Title
from facilitator.domain.polls import KINDS, PollKind
from facilitator.domain.polls.poll import OptionType

MOST_OPTIONS = 60
Choices = Annotated[int, Field(ge=0, le=MOST_OPTIONS + 1)]


class OptionDefinition(Part):
    """An answer one can pick. One without a type may be written as its text alone."""

    text: Title
    type: OptionType | None = None

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, data: Any) -> Any:  # noqa: ANN401
        return {"text": data} if isinstance(data, str) else data


class AxisDefinition(Part):
    """One of the two scales of a rating, with both ends in words."""

    title: Label
    low: Label
    high: Label


class PollDefinition(Part):
    """A question: its kind, its words, and what the kind needs, such as options, a set of labels, or a length."""

    kind: Kind
    title: Title
    help: Prose = ""
    options: list[OptionDefinition] = Field(default_factory=list, max_length=MOST_OPTIONS)
    min_choices: Choices = 1
    max_choices: Annotated[Choices, Field(ge=1)] = 1
    has_other: bool = False
    labels: Name | None = None
    not_applicable: Label | None = None
    max_length: Annotated[int, Field(ge=1, le=4000)] = 500
    budget: Annotated[int, Field(ge=1, le=100)] = 10
    axes: list[AxisDefinition] = Field(default_factory=list, max_length=2)

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """Options once each, as many choices as there are options, and what the kind asks for."""
        for position in repeated(option.words or option.text("text") for option in raw.entries("options")):
            yield ("options", position), "stands further up already"
        kind = KINDS.get(raw.text("kind") or "")
        if kind is None:
            return
        if kind.uses_options:
            yield from _about_choices(raw)
        for name in _foreign_fields(raw, kind):
            yield (name,), f"has no meaning for the kind {kind.name}"
        if kind.uses_labels and not raw.has("labels"):
            yield ("labels",), "must name one of the label_sets"
        for name, phrase in kind.contradictions(raw):
            yield (name,), phrase


def _about_choices(raw: Raw) -> Iterator[Contradiction]:
    """At least two options, and limits that can be kept."""
    options = len(raw.entries("options"))
    possible = options + raw.has("has_other")
    fewest, most = raw.number("min_choices", 1), raw.number("max_choices", 1)
    if options < 2:  # noqa: PLR2004  one option is no choice
        yield ("options",), "must hold at least two options"
    elif most is not None and most > possible:
        yield ("max_choices",), f"must be at most {possible}, because there is no more to choose"
    if fewest is not None and most is not None and fewest > most:
        yield ("min_choices",), f"must be at most max_choices, which is {most}"


def _foreign_fields(raw: Raw, kind: PollKind) -> Iterator[str]:
    """Fields that were given and that this kind does not look at."""
    foreign = ["options"] if not kind.uses_options else []
    foreign += ["has_other"] if not kind.takes_other else []
    foreign += ["axes"] if not kind.uses_axes else []
    foreign += ["labels", "not_applicable"] if not kind.uses_labels else []
    return (name for name in foreign if raw.has(name))
