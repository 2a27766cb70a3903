"""A short round of `disk`. How long the loop was held up is for ./dev chaos to say, on a quiet machine."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import disk


def test_what_cannot_be_saved_is_not_acknowledged_and_is_saved_afterwards(tmp_path: Path) -> None:
    figures = asyncio.run(disk.run(Options(rounds=1, people=16, seconds=2.5), tmp_path))

    assert (figures["lost"], figures["phantom"], figures["duplicated"]) == (0, 0, 0), str(figures)
    assert all(phase["told_to_wait"] > 0 for phase in figures["phases"]), str(figures)
    assert [phase["never_saved"] for phase in figures["phases"]] == [0] * len(figures["phases"]), str(figures)
    assert (figures["database_sound"], figures["clear_when_read_only"], figures["strays"]) == (True, True, 0)
    assert figures["tracebacks"] == 0
    assert {phase["trouble"] for phase in figures["phases"]} >= {"locked", "failing"}
