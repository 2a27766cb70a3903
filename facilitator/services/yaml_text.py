"""YAML as people write it: read with the line of every value, written so that it reads well.

Only plain YAML is taken: fields, lists and values. Anchors, aliases and tags are refused, so a small
file can neither grow nor make objects. A value is text unless it is a whole number, `true`, `false`
or nothing: `no`, `12:30` and `2023-10-24` stay what they look like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

import yaml

Place = tuple[str | int, ...]
MOST_LEVELS = 12
WIDTH = 100
LONG = 80
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_VALUES: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class NotPlainYaml(Exception):  # noqa: N818  it is an answer to the author, not an error
    """The text cannot be read further; `line` counts from 1, `phrase` says why."""

    def __init__(self, line: int, phrase: str) -> None:
        self.line = line
        self.phrase = phrase
        super().__init__(f"line {line}: {phrase}")


@dataclass(frozen=True, kw_only=True)
class Document:
    """What was read: the data, the line of every place in it, and fields that were written twice."""

    data: object
    lines: dict[Place, int] = field(default_factory=dict)
    twice: list[tuple[Place, int]] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """The line of a place, or of the nearest one around it when it was not written."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(text: str) -> Document:
    """Read one document. Raises NotPlainYaml at the first thing that is not plain YAML."""
    strange = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if strange:
        raise NotPlainYaml(text.count("\n", 0, strange.start()) + 1, "this line holds a character that cannot be shown")
    try:
        return _Reader(text).document()
    except yaml.MarkedYAMLError as wrong:
        mark, problem = wrong.problem_mark or wrong.context_mark, wrong.problem or wrong.context
        raise NotPlainYaml(mark.line + 1 if mark else 1, f"this is not YAML: {problem}") from None


class _Reader:
    """Builds plain data from the parser's events, and notes where each value stands."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._lines: dict[Place, int] = {}
        self._twice: list[tuple[Place, int]] = []

    def document(self) -> Document:
        """The only document of the text; an empty text holds None."""
        data: object = None
        seen = False
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise NotPlainYaml(_line(event), "a second document begins here; a file holds one")
                seen = True
                data = self._value(next(self._events), ())
        return Document(data=data, lines=self._lines, twice=self._twice)

    def _value(self, event: yaml.Event, place: Place) -> object:
        _need_plain(event, place)
        self._lines.setdefault(place, _line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _fields(self, place: Place) -> dict[str, object]:
        fields: dict[str, object] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            _need_plain(key, place)
            if not isinstance(key, yaml.ScalarEvent):
                raise NotPlainYaml(_line(key), "the name of a field must be a word")
            here = (*place, key.value)
            if key.value in fields:
                self._twice.append((here, _line(key)))
                self._value(next(self._events), (*here, "(again)"))
                continue
            self._lines[here] = _line(key)
            fields[key.value] = self._value(next(self._events), here)
        return fields

    def _list(self, place: Place) -> list[object]:
        entries: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*place, len(entries))))
        return entries


def _need_plain(event: yaml.Event, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise NotPlainYaml(_line(event), "anchors (&name) and aliases (*name) are not taken; write it out")
    if getattr(event, "tag", None):
        raise NotPlainYaml(_line(event), "tags (!name) are not taken; write the value alone")
    if len(place) > MOST_LEVELS:
        raise NotPlainYaml(_line(event), f"this is nested deeper than {MOST_LEVELS} levels")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent) -> object:
    """Quoted is text; plain is text unless it is a whole number, true, false or nothing."""
    text: str = event.value
    if event.style in {"'", '"', "|", ">"}:
        return text
    return int(text) if _NUMBER.fullmatch(text) else _VALUES.get(text, text)


class _Writer(yaml.SafeDumper):
    """Lists stand under their field, texts of several lines or of some length in blocks."""

    def ignore_aliases(self, data: object) -> bool:
        """Write equal things out twice."""
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        """Indent lists too."""
        del indentless
        super().increase_indent(flow, False)

    def text(self, text: str) -> yaml.Node:
        """Choose how a text is written. Where a block cannot hold it, the writer falls back to quotes."""
        style = "|" if "\n" in text else ">" if " " in text and len(text) > LONG else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def time(self, at: datetime) -> yaml.Node:
        """Write a time with its offset."""
        return self.represent_scalar("tag:yaml.org,2002:timestamp", at.isoformat())


_Writer.add_representer(str, _Writer.text)
_Writer.add_representer(datetime, _Writer.time)


def write(data: object) -> str:
    """Write plain data: fields in their order, one to a line."""
    return yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
