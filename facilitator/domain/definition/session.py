"""A session as an organiser writes it: everything that can be edited, and nothing that happened."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from facilitator.domain.agenda import ItemKind
from facilitator.domain.definition.pairs import PairDefinition, unknown_things
from facilitator.domain.definition.part import Contradiction, Part, Raw, repeated
from facilitator.domain.definition.polls import PollDefinition
from facilitator.domain.definition.texts import (
    Address,
    Label,
    Language,
    Minutes,
    Name,
    Note,
    Organiser,
    Prose,
    Start,
    Statement,
    Timezone,
    Title,
)
from facilitator.domain.polls.poll import OptionType

Labels = Annotated[list[Label], Field(min_length=2, max_length=11)]


class GroupDefinition(Part):
    """A kind of stakeholder that a participant can choose; `key` names it in files."""

    key: Name
    title: Title


class Reference(Part):
    """A document or initiative that the session builds on."""

    title: Title
    url: Address | None = None
    note: Note = ""


class Fact(Part):
    """A statement with its source."""

    text: Statement
    source: Title
    url: Address | None = None


class ColumnDefinition(Part):
    """A column of a board."""

    title: Label
    type: OptionType | None = None


class BoardDefinition(Part):
    """A board for ideas. With approval, an idea or a comment is shown once a moderator has read it.

    `budget` is how many points each person has when the hosts let people vote.
    """

    title: Title
    help: Prose = ""
    needs_approval: bool = True
    takes_joins: bool = False
    takes_comments: bool = False
    budget: Annotated[int, Field(ge=1, le=100)] = 5
    columns: Annotated[list[ColumnDefinition], Field(min_length=1, max_length=12)]

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """Each column once."""
        for position in repeated(column.text("title") for column in raw.entries("columns")):
            yield ("columns", position), "stands further up already"


class ItemDefinition(Part):
    """A step of the agenda with the questions and boards it owns.

    `instruction` is for participants, `notes` are for moderators alone; `minutes` is what is planned. With
    `opens_own` its questions and boards open when the step begins, with `closes_own` they close when it is left.
    With `is_form` its questions stand on one page, as those of an evaluation always do.
    """

    kind: ItemKind
    title: Title
    minutes: Minutes
    instruction: Prose = ""
    notes: Prose = ""
    opens_own: bool = False
    closes_own: bool = False
    is_form: bool = False
    polls: list[PollDefinition] = Field(default_factory=list, max_length=20)
    boards: list[BoardDefinition] = Field(default_factory=list, max_length=10)


class SessionDefinition(Part):
    """A whole session as data. `format` is the version of this shape.

    With `takes_questions` people may ask the speakers from the start; with `reviews_questions` a question is
    shown once a moderator has read it. Of a group of fewer than `least_group` people nothing is told apart; with
    `is_chatham` nobody is named and nothing is told by group.
    """

    format: Literal[1]
    title: Title
    organiser: Organiser = ""
    description: Prose = ""
    language: Language
    timezone: Timezone
    start: Start | None = None
    groups: list[GroupDefinition] = Field(default_factory=list, max_length=40)
    references: list[Reference] = Field(default_factory=list, max_length=100)
    facts: list[Fact] = Field(default_factory=list, max_length=100)
    label_sets: dict[Name, Labels] = Field(default_factory=dict, max_length=50)
    takes_questions: bool = False
    reviews_questions: bool = True
    least_group: Annotated[int, Field(ge=3, le=10)] = 5
    is_chatham: bool = False
    agenda: Annotated[list[ItemDefinition], Field(min_length=1, max_length=100)]
    pairs: list[PairDefinition] = Field(default_factory=list, max_length=100)

    @property
    def minutes(self) -> int:
        """How long the agenda is planned to take."""
        return sum(item.minutes for item in self.agenda)

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """Each group and label once, no scale without its labels, no pair of unknown things."""
        for field in ("key", "title"):
            for position in repeated(group.text(field) for group in raw.entries("groups")):
                yield ("groups", position, field), "stands further up already"
        sets = raw.inside("label_sets")
        for name in sets.names():
            for position in repeated(label.words for label in sets.entries(name)):
                yield ("label_sets", name, position), "stands further up already"
        known = set(sets.names())
        for step, item in enumerate(raw.entries("agenda")):
            for position, poll in enumerate(item.entries("polls")):
                wanted = poll.text("labels")
                if wanted and wanted not in known:
                    yield ("agenda", step, "polls", position, "labels"), "names a set that is not in label_sets"
        yield from unknown_things(raw)
