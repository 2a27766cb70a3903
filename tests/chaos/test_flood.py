"""A short round of `flood`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import flood


def test_one_client_that_floods_is_cut_off_and_the_others_are_served(tmp_path: Path) -> None:
    figures = asyncio.run(flood.run(Options(rounds=1, people=1, seconds=1), tmp_path))

    assert figures["held"], str(figures)
    assert figures["tracebacks"] == 0
    assert all(each["sent"] >= 100 for each in figures["floods"])
