"""The HTTP way as an OpenAPI document, made from the same contract: `python -m facilitator.openapi` prints it."""

import json
import sys
from importlib import metadata
from typing import Any

from facilitator import contract
from facilitator.domain.polls.kind import KINDS
from facilitator.services.registry import COMMANDS
from facilitator.web import api
from facilitator.web.errors import STATUS

Json = dict[str, Any]
VERSION = "3.1.0"
TICKET = {"ticket": {"type": "http", "scheme": "bearer", "description": "The ticket of a participant or a host."}}
CODE: Json = {
    "name": "code",
    "in": "path",
    "required": True,
    "description": "The session's code, in any case, with or without a dash.",
    "schema": {"type": "string", "minLength": 1},
}
SINCE: Json = {
    "name": "since",
    "in": "query",
    "description": "Leave it out for a snapshot; a revision for what changed after it.",
    "schema": {"type": "integer", "minimum": 0, "maximum": 10**api.LONGEST_NUMBER - 1},
}
TOKEN: Json = {
    "type": "object",
    "properties": {"token": {"type": "string", "maxLength": api.LONGEST_TOKEN}},
    "required": ["token"],
}
PAGE: Json = {"type": "object", "properties": {"url": {"type": "string"}}, "required": ["url"]}


def document() -> Json:
    """The whole document. A refusal is a Nack, whatever its status; docs/protocol.md lists them."""
    return {
        "openapi": VERSION,
        "info": {"title": "Facilitator", "version": metadata.version("facilitator"), "license": {"name": "MIT"}},
        "paths": {
            "/api/act": {"post": _way("act", "Ack", asks=_shape("AnyEnvelope"), ticket=True)},
            "/api/state": {"get": _way("state", "State", SINCE, ticket=True)},
            "/api/clock": {"get": _way("now", "ClockPayload")},
            "/api/door/{code}": {"get": _way("door", "Door", CODE)},
            "/api/join": {"post": _way("join", "Joined", asks=_shape("JoinRequest"))},
            "/api/enter": {"post": _way("enter", PAGE, asks=TOKEN)},
            "/api/commitment": {"post": _way("commitment", "KeptCommitment", asks=_shape("CommitmentLink"))},
            "/api/commitment/answer": {
                "post": _way("answer_commitment", "KeptCommitment", asks=_shape("CommitmentLater"))
            },
            "/api/commitment/forget": {"post": _way("forget_address", "KeptCommitment", asks=_shape("CommitmentLink"))},
        },
        "components": {"schemas": _schemas(), "securitySchemes": TICKET},
    }


def _way(view: str, gives: str | Json, *takes: Json, asks: Json | None = None, ticket: bool = False) -> Json:
    """One operation: the view of `web.api` that serves it, what comes back, and what is to be sent."""
    answer = {"$ref": f"#/components/schemas/{gives}"} if isinstance(gives, str) else gives
    codes = sorted(set(STATUS.values()))
    operation: Json = {
        "operationId": view,
        "summary": getattr(api, view).__doc__.splitlines()[0],
        "responses": {"200": _body("Done.", answer)}
        | {str(code): _body("Refused.", {"$ref": "#/components/schemas/Nack"}) for code in codes},
    }
    if takes:
        operation["parameters"] = list(takes)
    if asks is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": asks}}}
    if ticket:
        operation["security"] = [{"ticket": []}]
    return operation


def _shape(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _body(words: str, schema: Json) -> Json:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _schemas() -> Json:
    """The contract's shapes, with an envelope for each command and an answer for each kind of question."""
    shapes: Json = contract.schema()["$defs"]
    answers = sorted({kind.answer.__name__ for kind in KINDS.values()})
    shapes["Respond"]["properties"]["answer"] = _any_of(answers)
    for name, (shape, _) in COMMANDS.items():
        fields = {**shapes["Envelope"]["properties"], "name": {"const": name}, "args": _ref(shape.__name__)}
        shapes[f"{shape.__name__}Envelope"] = {**shapes["Envelope"], "description": "", "properties": fields}
    shapes["AnyEnvelope"] = _any_of([f"{shape.__name__}Envelope" for shape, _ in COMMANDS.values()])
    moved: Json = json.loads(json.dumps(shapes).replace("#/$defs/", "#/components/schemas/"))
    return moved


def _any_of(names: list[str]) -> Json:
    return {"anyOf": [_ref(name) for name in names]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    json.dump(document(), sys.stdout, indent=1)
