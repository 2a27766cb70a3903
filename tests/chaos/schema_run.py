"""Schemathesis against a running server: what its OpenAPI document allows, and what it forbids, over HTTP."""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facilitator import openapi
from facilitator.demo.leash import leashed
from tests.chaos.house import ROOT
from tests.chaos.venue import Venue

Json = dict[str, Any]
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
)
"""Not `positive_data_acceptance`: a well-formed command may be refused, and most are once the session has ended."""

CONFIG = "[checks.negative_data_rejection]\nexpected-statuses = [400, 403, 404, 405, 409, 410, 413, 429, 503]\n"
"""What else counts as turning something down: it is too large, or its session is over."""


async def run_schemathesis(venue: Venue, ticket: str, folder: Path, *, examples: int, seed: int) -> Json:
    """Everything it thinks of with one ticket; returns how many requests, and what was wrong with the answers."""
    document, report, config = (folder / name for name in ("openapi.json", "report.json", "schemathesis.toml"))
    config.write_text(CONFIG)
    document.write_text(json.dumps(_with_examples(venue)))
    process = await asyncio.create_subprocess_exec(
        *leashed(
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run", str(document)),
            *("--url", f"http://127.0.0.1:{venue.house.port}", "--header", f"Authorization: Bearer {ticket}"),
            *("--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--mode", "all"),
            *("--max-examples", str(examples), "--seed", str(seed), "--continue-on-failure", "--no-shrink"),
            *("--report", "json", "--report-json-path", str(report)),
        ),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder), "NO_COLOR": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if not report.exists():
        raise RuntimeError(said.decode()[-2000:])
    found: Json = json.loads(report.read_text())
    failures = [f"{failure['title']}: {', '.join(failure['operations'])}" for failure in found["failures"]]
    return {
        "cases": found["test_cases"]["generated"],
        "failures": failures + [str(error) for error in found["errors"]],
        "accepted": sum(phase["accepted"] for ways in found["valid_rates"].values() for phase in ways.values()),
    }


def _with_examples(venue: Venue) -> Json:
    """The document, with things of this session as examples, so that some of what is sent can succeed."""
    document, gathering, poll = openapi.document(), venue.gathering, venue.poll("barriers")
    board = gathering.board()
    known = {
        "poll_id": poll.id,
        "option_ids": [option.id for option in poll.options],
        "board_id": board.id,
        "column_id": board.columns[0].id,
        "post_id": venue.does.post_ids[0],
        "item_id": gathering.items()[0].id,
        "version": gathering.session().version,
        "code": gathering.code,
    }
    gathering.database.dispose()
    for shape in document["components"]["schemas"].values():
        _exemplify(shape.get("properties", {}), known)
    for ways in document["paths"].values():
        for way in ways.values():
            _exemplify({taken["name"]: taken for taken in way.get("parameters", ())}, known)
    return document


def _exemplify(fields: Json, known: Mapping[str, object]) -> None:
    for name, field in fields.items():
        if name in known:
            field["example" if "in" in field else "examples"] = known[name] if "in" in field else [known[name]]
