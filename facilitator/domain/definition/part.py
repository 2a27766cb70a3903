"""What all parts of a definition share: closed shapes, and rules that look at several fields at once."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails

Place = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists."""
Contradiction = tuple[Place, str]
"""Where, and a phrase that goes on from the name of the place: "must be at least 2"."""


class Raw:
    """Something as it was written, read without trusting its shape: what has a wrong type counts as absent."""

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def has(self, name: str) -> bool:
        """Whether the field was given at all, and is not empty."""
        return self._field(name) not in (None, False, [], "")

    @property
    def words(self) -> str | None:
        """The thing itself, where it is a text."""
        return self.thing if isinstance(self.thing, str) else None

    def inside(self, name: str) -> "Raw":
        """A field that has fields of its own."""
        return Raw(self._field(name))

    def text(self, name: str) -> str | None:
        """A text field."""
        return self.inside(name).words

    def number(self, name: str, default: int) -> int | None:
        """A field with a whole number: `default` when it was not given, None when it is no number."""
        value = self._field(name)
        if value is None:
            return default
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def entries(self, name: str) -> list["Raw"]:
        """A field that is a list."""
        value = self._field(name)
        return [Raw(entry) for entry in value] if isinstance(value, list) else []

    def names(self) -> list[str]:
        """The names of the fields, as they were written."""
        return [name for name in self.thing if isinstance(name, str)] if isinstance(self.thing, Mapping) else []

    def _field(self, name: str) -> object:
        if isinstance(self.thing, Mapping):
            return self.thing.get(name)
        return getattr(self.thing, name, None) if isinstance(self.thing, BaseModel) else None


class Part(BaseModel):
    """A part of a definition. Unknown fields and wrong types are refused, and all mistakes come together."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """What fields say against one another. Reads what was written, so that a wrong field hides no other."""
        del raw
        yield from ()

    @model_validator(mode="wrap")
    @classmethod
    def _whole(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        """Check fields one by one and together. A field that was left empty counts as absent."""
        if isinstance(data, cls):
            return handler(data)
        if isinstance(data, Mapping):
            data = {name: value for name, value in data.items() if value is not None or name not in cls.model_fields}
        found = list(cls.contradictions(Raw(data)))
        try:
            part = handler(data)
        except ValidationError as wrong:
            raise _joined(wrong, found) from None
        if found:
            raise ValidationError.from_exception_data(cls.__name__, [_error(*pair) for pair in found])
        return part


def _joined(wrong: ValidationError, found: Iterable[Contradiction]) -> ValidationError:
    """The errors of the fields, then what was found beside them. One mistake a place is enough."""
    errors = [
        InitErrorDetails(type=error["type"], loc=error["loc"], input=error["input"], ctx=error.get("ctx", {}))
        for error in wrong.errors(include_url=False)
    ]
    places = {error["loc"] for error in errors}
    errors += [_error(place, phrase) for place, phrase in found if place not in places]
    return ValidationError.from_exception_data(wrong.title, errors)


def _error(place: Place, phrase: str) -> InitErrorDetails:
    return InitErrorDetails(type="value_error", loc=place, input=None, ctx={"error": ValueError(phrase)})


def repeated(texts: Iterable[str | None]) -> Iterator[int]:
    """Positions of texts that stand further up already, whatever their case and spaces."""
    seen: set[str] = set()
    for position, text in enumerate(texts):
        if text is None:
            continue
        folded = " ".join(unicodedata.normalize("NFC", text).split()).casefold()
        if folded in seen:
            yield position
        seen.add(folded)
