"""The shapes of the organiser's commands. A field that is left out stays as it is.

Texts, numbers and names are checked by the definition that the edited thing then has
(domain/definition), so a form, a file and a command are held to the same rules.
"""

from typing import Annotated

from pydantic import Field

from facilitator.domain.agenda import ItemKind
from facilitator.domain.definition import BoardDefinition, ItemDefinition, PollDefinition
from facilitator.domain.definition.texts import Start
from facilitator.domain.polls.poll import OptionType
from facilitator.services.commands.base import Command, Day, Id

Position = Annotated[int, Field(ge=0, le=1000)]


class GroupEdit(Command):
    """A group as it shall be; one without an id is new."""

    id: Id | None = None
    key: str
    title: str


class EditSession(Command):
    """Change the session's texts, its plan, its groups or its sets of labels."""

    title: str | None = None
    organiser: str | None = None
    description: str | None = None
    language: str | None = None
    timezone: str | None = None
    start: Start | None = None
    delete_on: Day | None = None
    groups: list[GroupEdit] | None = None
    label_sets: dict[str, list[str]] | None = None
    takes_questions: bool | None = None
    reviews_questions: bool | None = None
    least_group: int | None = None
    is_chatham: bool | None = None


class AddItem(Command):
    """Put a new step at a place of the agenda, counted from 0, with the questions and boards that it owns."""

    position: Position
    item: ItemDefinition


class EditItem(Command):
    """Change a step."""

    item_id: Id
    kind: ItemKind | None = None
    title: str | None = None
    minutes: int | None = None
    instruction: str | None = None
    notes: str | None = None
    opens_own: bool | None = None
    closes_own: bool | None = None
    is_form: bool | None = None


class MoveItem(Command):
    """Move a step to another place of the agenda, counted from 0."""

    item_id: Id
    position: Position


class RemoveItem(Command):
    """Remove a step that nobody has been through, with its questions and boards."""

    item_id: Id


class AddPoll(Command):
    """Put a new question at the end of a step."""

    item_id: Id
    poll: PollDefinition


class OptionEdit(Command):
    """An option as it shall be; one without an id is new."""

    id: Id | None = None
    text: str
    type: OptionType | None = None


class AxisEdit(Command):
    """One of the two scales of a rating, as it shall be."""

    title: str
    low: str
    high: str


class EditPoll(Command):
    """Change a question. `options` holds all of them in order; one that is left out is removed."""

    poll_id: Id
    kind: str | None = None
    title: str | None = None
    help: str | None = None
    options: list[OptionEdit] | None = None
    min_choices: int | None = None
    max_choices: int | None = None
    has_other: bool | None = None
    labels: str | None = None
    not_applicable: str | None = None
    max_length: int | None = None
    budget: int | None = None
    axes: list[AxisEdit] | None = None


class MovePoll(Command):
    """Move a question to another place, counted from 0, of the same or another step."""

    poll_id: Id
    item_id: Id
    position: Position


class RemovePoll(Command):
    """Remove a question that is not open and that nobody answered."""

    poll_id: Id


class AddBoard(Command):
    """Put a new board at the end of a step."""

    item_id: Id
    board: BoardDefinition


class ColumnEdit(Command):
    """A column as it shall be; one without an id is new."""

    id: Id | None = None
    title: str
    type: OptionType | None = None


class EditBoard(Command):
    """Change a board. `columns` holds all of them in order; one that is left out is removed."""

    board_id: Id
    title: str | None = None
    help: str | None = None
    needs_approval: bool | None = None
    takes_joins: bool | None = None
    takes_comments: bool | None = None
    budget: int | None = None
    columns: list[ColumnEdit] | None = None


class RemoveBoard(Command):
    """Remove a board to which no idea was ever sent."""

    board_id: Id
