"""A short round of `idle`: more connections than a stock server has places."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import idle

STOCK_PLACES = 1024


def test_idle_connections_hold_up_nobody(tmp_path: Path) -> None:
    figures = asyncio.run(idle.run(Options(rounds=1, people=500, seconds=3), tmp_path))

    assert figures["silent"] + figures["slow"] + figures["quiet"] > STOCK_PLACES
    assert figures["held"], str(figures)
    assert figures["log_lines"] <= 2
