"""A short round of `frozen`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import frozen


def test_devices_that_stop_are_shown_out_and_wake_up_to_the_truth(tmp_path: Path) -> None:
    figures = asyncio.run(frozen.run(Options(rounds=1, people=30, seconds=1), tmp_path))

    assert figures["held"], str(figures)
    assert figures["came_back"] == figures["frozen"] == 10
    assert figures["tracebacks"] == 0
