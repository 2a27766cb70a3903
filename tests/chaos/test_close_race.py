"""A short round of `close-race`."""

import asyncio
from pathlib import Path

from tests.chaos.scenario import Options
from tests.chaos.scenarios import close_race


def test_an_answer_is_either_before_the_close_or_refused(tmp_path: Path) -> None:
    figures = asyncio.run(close_race.run(Options(rounds=8, people=40), tmp_path))

    assert figures["held"], str(figures)
    assert figures["acked"] > 40
    assert figures["refused_as_closed"] > 40
