"""The wire contract as one JSON Schema: what the browser's types and docs/protocol.md are made from."""

import json
import sys
from types import UnionType
from typing import Any, Literal, Union, get_origin

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from facilitator.domain.errors import Refusal
from facilitator.domain.polls.kind import KINDS
from facilitator.presenters import payloads
from facilitator.services.commands.base import Command, Envelope
from facilitator.services.commitment_links import CommitmentLater, CommitmentLink
from facilitator.services.joining import JoinRequest
from facilitator.services.registry import COMMANDS

PAYLOADS = (
    payloads.State,
    payloads.Room,
    payloads.Ack,
    payloads.Nack,
    payloads.Bye,
    payloads.ClockPayload,
    payloads.Door,
    payloads.Joined,
    payloads.KeptCommitment,
)
BY_HTTP = (JoinRequest, CommitmentLink, CommitmentLater)
"""What is asked over HTTP alone, beside commands."""


def schema() -> dict[str, Any]:
    """All commands, answers and payloads under `$defs`, and `CommandArgs` from name to shape."""
    definitions: dict[str, Any] = _aliases()
    for payload in PAYLOADS:
        found = TypeAdapter(payload).json_schema(ref_template="#/$defs/{model}")
        definitions |= found.pop("$defs", {})
        definitions[payload.__name__] = found
    shapes: list[type[Command | Any]] = [Envelope, *BY_HTTP, *(shape for shape, _ in COMMANDS.values())]
    shapes += sorted({kind.answer for kind in KINDS.values()}, key=lambda answer: answer.__name__)
    _, found = models_json_schema([(shape, "validation") for shape in shapes], ref_template="#/$defs/{model}")
    definitions |= found["$defs"]
    definitions["CommandArgs"] = _table({name: shape.__name__ for name, (shape, _) in COMMANDS.items()})
    definitions["CommandName"] = {"enum": list(COMMANDS)}
    return {"title": "Contract", "type": "object", "$defs": definitions} | _table(
        {name: name for name in sorted(definitions)}
    )


def refusals() -> list[type[Refusal]]:
    """Every refusal with a code of its own, by code."""
    return sorted(Refusal.__subclasses__(), key=lambda refusal: refusal.code)


def _aliases() -> dict[str, Any]:
    """The named choices of words, and the union of topics: names without a shape of their own."""
    named = {name: alias for name, alias in vars(payloads).items() if get_origin(alias) in {Literal, Union, UnionType}}
    schemas = {name: TypeAdapter(alias).json_schema(ref_template="#/$defs/{model}") for name, alias in named.items()}
    return {name: {key: value for key, value in found.items() if key != "$defs"} for name, found in schemas.items()}


def _table(shapes: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{shape}"} for name, shape in shapes.items()},
        "required": list(shapes),
        "additionalProperties": False,
    }


if __name__ == "__main__":
    json.dump(schema(), sys.stdout, indent=1)
