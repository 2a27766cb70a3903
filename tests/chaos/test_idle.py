"""A short round of `idle`: more connections than a stock server has places. How fast others join, ./dev chaos says."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import idle

STOCK_PLACES = 1024
KB_EACH = 64


def test_idle_connections_hold_up_nobody(tmp_path: Path) -> None:
    figures = asyncio.run(idle.run(Options(rounds=1, people=500, seconds=3), tmp_path))

    assert figures["silent"] + figures["slow"] + figures["quiet"] > STOCK_PLACES
    assert [figures["joins"][when]["failed"] for when in ("alone", "crowded", "after")] == [0, 0, 0], str(figures)
    assert (figures["others_acked"] > 0, figures["others_lost"], figures["others_missed"]) == (True, 0, {})
    assert figures["kb_per_idler"] <= KB_EACH
    assert figures["tracebacks"] == 0
    assert figures["log_lines"] <= 2
