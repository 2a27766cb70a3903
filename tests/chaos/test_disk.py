"""A short round of `disk`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import disk


def test_what_cannot_be_saved_is_not_acknowledged_and_is_saved_afterwards(tmp_path: Path) -> None:
    figures = asyncio.run(disk.run(Options(rounds=1, people=16, seconds=2.5), tmp_path))

    assert figures["held"], str(figures)
    assert figures["tracebacks"] == 0
    assert {phase["trouble"] for phase in figures["phases"]} >= {"locked", "failing"}
