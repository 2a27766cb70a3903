"""Changed fields laid over what is there, held to the rules of a definition."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from facilitator.domain.definition import Part
from facilitator.domain.errors import DefinitionWrong, NotFound
from facilitator.domain.sessions import Session
from facilitator.services import mistakes
from facilitator.services.commands.base import Command
from facilitator.services.sessions import definition_of
from facilitator.storage.database import Work

P = TypeVar("P", bound=Part)


class Numbered(Protocol):
    """Something with an id and a place among others."""

    id: int
    position: int


N = TypeVar("N", bound=Numbered)


def given(command: Command, *names: str) -> dict[str, Any]:
    """The fields that were sent, without those that say which thing is meant; entries lose their ids."""
    changes = command.model_dump(exclude_unset=True, exclude=set(names))
    for value in changes.values():
        for entry in value if isinstance(value, list) else ():
            entry.pop("id", None)
    return changes


def merged(current: P, changes: Mapping[str, Any]) -> P:
    """The definition with its changes. Raises DefinitionWrong with every mistake."""
    try:
        return type(current).model_validate({**current.model_dump(), **changes})
    except ValidationError as wrong:
        raise _wrong(wrong) from None


def hold(work: Work, session: Session) -> None:
    """Refuse an edit after which the session would be no definition. Raises DefinitionWrong."""
    work.orm.flush()
    try:
        definition_of(work, session)
    except ValidationError as wrong:
        raise _wrong(wrong) from None


def kept(things: Sequence[N], ids: Iterable[int | None]) -> list[N | None]:
    """The things with these ids, each once, in this order; None for a new one. Raises NotFound."""
    by_id = {thing.id: thing for thing in things}
    found = []
    for key in ids:
        if key is not None and key not in by_id:
            raise NotFound
        found.append(None if key is None else by_id.pop(key))
    return found


def place(things: Sequence[N], thing: N, position: int) -> None:
    """Put a thing at a place among the others, and number them all anew."""
    others = [other for other in things if other is not thing]
    for number, each in enumerate([*others[:position], thing, *others[position:]]):
        each.position = number


def _wrong(wrong: ValidationError) -> DefinitionWrong:
    return DefinitionWrong([mistakes.sentence(error) for error in wrong.errors(include_url=False)])
