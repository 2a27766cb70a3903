"""The OpenAPI document describes the HTTP way as it is; `./dev chaos garbage` plays schemathesis with it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator, meta

from facilitator import openapi
from facilitator.app import build
from facilitator.presenters.payloads import Ack
from facilitator.services.registry import COMMANDS
from facilitator.settings import Settings
from tests.cast import ELENA, MARIA
from tests.factories import gather

DOCUMENT = openapi.document()


def shape(name: str) -> Draft202012Validator:
    """What has this shape, according to the document."""
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]})


def envelope(name: str, **args: object) -> dict[str, Any]:
    return {"op_id": "an-envelope-of-tests", "name": name, "args": args}


def test_it_names_every_way_that_is_served_and_no_other(tmp_path: Path) -> None:
    building = build(Settings(data=tmp_path, FACILITATOR_ASYNC="threading"))
    served = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in building.app.url_map.iter_rules()
        for method in rule.methods or ()
        if rule.rule.startswith("/api/") and method not in {"HEAD", "OPTIONS"}
    }
    building.desk.stop()
    assert {(path, method) for path, ways in DOCUMENT["paths"].items() for method in ways} == served


def test_all_that_it_refers_to_is_in_it() -> None:
    for found in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(DOCUMENT)):
        part: Any = DOCUMENT
        for word in found.split("/"):
            part = part[word]
        assert isinstance(part, dict)
    for name, schema in DOCUMENT["components"]["schemas"].items():
        assert meta.is_valid(schema), name


def test_each_command_has_its_envelope() -> None:
    assert len(DOCUMENT["components"]["schemas"]["AnyEnvelope"]["anyOf"]) == len(COMMANDS)
    assert shape("AnyEnvelope").is_valid(envelope("lock_doors", version=1, locked=True))
    assert not shape("AnyEnvelope").is_valid(envelope("lock_doors", poll_id=1))
    assert not shape("AnyEnvelope").is_valid(envelope("open_safe"))


def test_what_is_sent_has_the_shapes_that_it_names(tmp_path: Path) -> None:
    gathering = gather(tmp_path)
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("way").id)
    ack: Ack = gathering.answer(ELENA, "way", "Alone").ack
    shape("Ack").validate(ack)
    shape("State").validate(gathering.state(ELENA))
    shape("State").validate(gathering.state(MARIA, since=1))
    assert not shape("State").is_valid(ack)


def test_it_can_be_printed() -> None:
    printed = subprocess.run([sys.executable, "-m", "facilitator.openapi"], capture_output=True, check=True)
    assert json.loads(printed.stdout) == json.loads(json.dumps(DOCUMENT))
