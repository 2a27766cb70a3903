"""A short round of `frozen`. How soon they are shown out is for ./dev chaos to say, on a quiet machine."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import frozen


def test_devices_that_stop_are_shown_out_and_wake_up_to_the_truth(tmp_path: Path) -> None:
    figures = asyncio.run(frozen.run(Options(rounds=1, people=30, seconds=1), tmp_path))

    assert figures["evicted_in_s"] < frozen.PATIENCE_S, str(figures)
    assert figures["came_back"] == figures["frozen"] == 10
    assert (figures["strays_after_waking"], figures["strays"], figures["unfinished"]) == (0, 0, 0), str(figures)
    assert (figures["lost"], figures["phantom"], figures["duplicated"]) == (0, 0, 0), str(figures)
    assert (figures["others_acked"] > 0, figures["others_lost"], figures["missed"]) == (True, 0, {})
    assert figures["grown_mb"] <= frozen.GROWTH_LIMIT_MB
    assert figures["tracebacks"] == 0
