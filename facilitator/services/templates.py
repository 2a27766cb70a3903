"""Session templates: the shipped ones, and definitions as text that people write, send and keep."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from facilitator import paths
from facilitator.domain.definition import OptionDefinition, Part, SessionDefinition
from facilitator.domain.errors import DefinitionWrong, NotFound
from facilitator.services import mistakes, yaml_text

MOST_BYTES = 256_000
MOST_MISTAKES = 100
_HEADER = "# A session for Facilitator. docs/templates.md says what each field means.\n\n"
_AGENDA = "agenda:\n"


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """A template that comes with Facilitator; `name` is what it is asked for by."""

    name: str
    definition: SessionDefinition


def list_shipped() -> Sequence[Shipped]:
    """Every shipped template, the longest first."""
    found = [Shipped(name=file.stem, definition=load(file.read_bytes())) for file in paths.library().glob("*.yaml")]
    return sorted(found, key=lambda shipped: (-shipped.definition.minutes, shipped.name))


def get_shipped(name: str) -> SessionDefinition:
    """A shipped template by its name. Raises NotFound."""
    for file in paths.library().glob("*.yaml"):
        if file.stem == name:
            return load(file.read_bytes())
    raise NotFound(f"There is no template {name[:40]!r}. Nothing was made.")


def load(source: str | bytes) -> SessionDefinition:
    """Read a definition from YAML. Raises DefinitionWrong with every mistake and its line."""
    text = _text(source)
    try:
        document = yaml_text.read(text)
    except yaml_text.NotPlainYaml as wrong:
        raise DefinitionWrong([f"Line {wrong.line}: {wrong.phrase}."]) from None
    errors: list[ErrorDetails] = []
    try:
        definition = SessionDefinition.model_validate(document.data)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
    if errors or document.twice:
        raise DefinitionWrong(_mistakes(document, errors))
    return definition


def check(data: object) -> SessionDefinition:
    """Take a definition as plain data, such as a form makes. Raises DefinitionWrong with every mistake."""
    try:
        return SessionDefinition.model_validate(data)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        sentences = [mistakes.sentence(error) for error in errors[:MOST_MISTAKES]]
        raise DefinitionWrong(_limited(sentences, len(errors))) from None


def dump(definition: SessionDefinition) -> str:
    """Write a definition as YAML; `load` gives an equal one back."""
    fields = _plain(definition)
    head = {name: value for name, value in fields.items() if not isinstance(value, (dict, list))}
    blocks = [yaml_text.write(head)]
    blocks += [yaml_text.write({name: fields[name]}) for name in fields if name not in head and name != "agenda"]
    steps = [yaml_text.write({"agenda": [_plain(item)]}).removeprefix(_AGENDA) for item in definition.agenda]
    return _HEADER + "\n".join([*blocks, _AGENDA + "\n".join(steps)])


def _plain(part: Part) -> dict[str, object]:
    """The fields that say something: needed ones, and those that differ from what is taken without them."""
    return {
        name: _value(value)
        for name, value in part
        if (field := type(part).model_fields[name]).is_required()
        or value != field.get_default(call_default_factory=True)
    }


def _value(value: object) -> object:
    if isinstance(value, OptionDefinition) and value.type is None:
        return value.text
    if isinstance(value, Part):
        return _plain(value)
    return [_value(entry) for entry in value] if isinstance(value, list) else value


def _text(source: str | bytes) -> str:
    """The source as text, within the size that is quick to read."""
    raw = source.encode(errors="surrogatepass") if isinstance(source, str) else source
    if len(raw) > MOST_BYTES:
        raise DefinitionWrong([f"The file is larger than {MOST_BYTES // 1000} kB."])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise DefinitionWrong([f"Line {line}: this line is not text in UTF-8."]) from None


def _mistakes(document: yaml_text.Document, errors: Sequence[ErrorDetails]) -> list[str]:
    """A sentence for each mistake, in the order of the lines."""
    placed = sorted(((document.line_of(mistakes.place_of(error)), error) for error in errors), key=lambda pair: pair[0])
    found = [(line, mistakes.about(place, "stands twice")) for place, line in document.twice[:MOST_MISTAKES]]
    found += [(line, mistakes.sentence(error)) for line, error in placed[:MOST_MISTAKES]]
    return _limited([f"Line {line}: {sentence}" for line, sentence in sorted(found)], len(errors) + len(document.twice))


def _limited(sentences: list[str], total: int) -> list[str]:
    """The first hundred sentences, and how many mistakes there are beside them."""
    rest = total - min(len(sentences), MOST_MISTAKES)
    return sentences[:MOST_MISTAKES] + ([f"There are {rest} more mistakes."] if rest else [])
