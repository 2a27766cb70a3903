"""A short round of `garbage`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import garbage


def test_whatever_is_thrown_in_nothing_breaks(tmp_path: Path) -> None:
    figures = asyncio.run(garbage.run(Options(rounds=20, people=20), tmp_path))

    assert figures["by_schema"]["failures"] == []
    assert figures["by_schema"]["cases"] >= 1000
    assert figures["held"], str(figures)
    assert figures["malformed"] >= 1900
    assert figures["answers"]["bad_shape"] > 100
