"""A short round of `restart`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import restart


def test_nothing_is_lost_when_the_server_is_restarted_in_a_session(tmp_path: Path) -> None:
    figures = asyncio.run(restart.run(Options(rounds=2, people=30), tmp_path))

    assert figures["held"], str(figures)
    assert (figures["lost"], figures["phantom"], figures["duplicated"]) == (0, 0, 0)
    assert figures["exit_max_s"] <= restart.EXIT_WITHIN_S
    assert figures["acked"] > 30
