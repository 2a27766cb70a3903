"""docs/protocol.md, written from the wire contract: `python -m facilitator.protocol > docs/protocol.md`."""

import inspect
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from facilitator import contract
from facilitator.domain.permissions import MAY, Role
from facilitator.domain.polls.kind import KINDS
from facilitator.services.registry import COMMANDS
from facilitator.web.errors import STATUS

INTRODUCTION = """\
# Protocol

How a browser talks to Facilitator. This page is written from the code (`python -m facilitator.protocol`)
and a test compares both, so it says what the server does.

## Two ways, one contract

| what | over Socket.IO (WebSocket only) | over HTTP |
|---|---|---|
| who speaks | `auth: {"ticket": ...}` when connecting | `Authorization: Bearer <ticket>` |
| a command | event `act` with an envelope; acknowledged with Ack or Nack | `POST /api/act` with the same envelope |
| the state | event `snapshot` after connecting; ask with event `state` `{"since"}` | `GET /api/state?since=REV` |
| what changed | event `change` (State with `since`) | ask again with `since` |
| own things changed by a host | event `me` `{"rev", "me"}` | ask again |
| who is here (moderators) | event `room`, once a second | - |
| the end of a connection | event `bye` | a Nack |
| the server's clock | event `clock` | `GET /api/clock` |
| what a stage shows | event `echo` `{"showing"}` | - |
| answers a phone still holds | event `report` `{"unsent"}` | - |
| before joining | - | `GET /api/door/CODE` gives Door, `POST /api/join` takes JoinRequest and gives Joined |
| a personal link | - | `POST /api/enter` `{"token"}` gives `{"url"}` and sets a cookie |

A message is at most 16 kB. A larger one is refused over HTTP as `too_big`; a WebSocket is closed with code 1009.

## The state and its law

A browser holds State. A change fits when `since <= rev held < rev of the change`; one that is not newer is
ignored; one that begins later shows a gap, and the browser asks for a snapshot. To merge, each key of `topics`
and `posts` replaces the old value and null removes it; `me`, when it is there, replaces. The law, tested for
every command and every audience: merging a change into the snapshot at its `since` gives the snapshot at its `rev`.

## Safe to repeat

The envelope is `{"op_id", "name", "args"}`, and `instead_of` where it is needed. `op_id` is 16 to 64 letters,
digits, `-` or `_`, chosen by the browser.
The same envelope sent again gets the reply of the first time and does nothing. The reply comes after the commit:
what was acknowledged is stored.

A network can deliver late. Who sends something newer in the place of a command whose outcome they never learned
names that one in `instead_of`: if it was not carried out by then it never will be, and is refused as `superseded`.

`version` is compare-and-set: the version of the thing as its sender saw it. If somebody changed it first the
command is refused as `overtaken`, and `details` says `by`, `act` and `at_ms`.
"""


def page() -> str:
    """The whole document."""
    return "\n".join([INTRODUCTION, *_commands(), "", *_answers(), "", *_refusals(), "", *_payloads()]).rstrip() + "\n"


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    yield "| name | who | what it does | arguments |"
    yield "|---|---|---|---|"
    for name, (shape, _) in COMMANDS.items():
        fields = _fields(shape.model_json_schema())
        yield f"| `{name}` | {_who(MAY[name])} | {_first_line(shape)} | {fields} |"


def _answers() -> Iterator[str]:
    yield "## Answers\n"
    yield "The `answer` of `respond`, by the kind of the poll:\n"
    yield "| kind | fields |"
    yield "|---|---|"
    for name, kind in sorted(KINDS.items()):
        yield f"| `{name}` | {_fields(kind.answer.model_json_schema())} |"


def _refusals() -> Iterator[str]:
    yield "## Refusals\n"
    yield "A Nack holds `code`, `message` (for people), `retry` (the same may succeed later) and `details`.\n"
    yield "| code | HTTP | retry | when | what people read |"
    yield "|---|---|---|---|---|"
    for refusal in contract.refusals():
        retry = "yes" if refusal.retry else "no"
        yield f"| `{refusal.code}` | {STATUS[refusal.kind]} | {retry} | {_first_line(refusal)} | {refusal.says} |"


def _payloads() -> Iterator[str]:
    yield "## Payloads\n"
    commands = {shape.__name__ for shape, _ in COMMANDS.values()} | {"CommandArgs"}
    for name, schema in sorted(contract.schema()["$defs"].items()):
        if name in commands or "properties" not in schema:
            continue
        yield f"### {name}\n"
        yield f"{schema.get('description', '').strip()}\n"
        yield "| field | type |"
        yield "|---|---|"
        for field, shape in schema["properties"].items():
            optional = "" if field in schema.get("required", ()) else " (may be absent)"
            yield f"| `{field}` | {_type(shape)}{optional} |"
        yield ""


def _who(roles: Iterable[Role]) -> str:
    return ", ".join(sorted(roles))


def _first_line(thing: type) -> str:
    return (inspect.getdoc(thing) or "").splitlines()[0]


def _fields(schema: dict[str, Any]) -> str:
    return ", ".join(f"`{name}`: {_type(shape)}" for name, shape in schema["properties"].items())


def _type(shape: dict[str, Any]) -> str:
    """A JSON Schema as a few words."""
    if "$ref" in shape:
        return str(shape["$ref"].rsplit("/", 1)[1])
    if "const" in shape or "enum" in shape:
        return " or ".join(json.dumps(value) for value in shape.get("enum", [shape.get("const")]))
    if "anyOf" in shape:
        return " or ".join(_type(part) for part in shape["anyOf"])
    return _container(shape)


def _container(shape: dict[str, Any]) -> str:
    if shape.get("type") == "array":
        return f"list of {_type(shape.get('items', {}))}"
    if isinstance(shape.get("additionalProperties"), dict):
        return f"object of {_type(shape['additionalProperties'])}"
    return str(shape.get("type", "any"))


if __name__ == "__main__":
    sys.stdout.write(page())
