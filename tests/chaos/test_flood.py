"""A short round of `flood`. How fast the others are served is for ./dev chaos to say, on a quiet machine."""

import asyncio
from pathlib import Path

from tests.chaos.flooder import KINDS, UNCUT
from tests.chaos.scenario import Options
from tests.chaos.scenarios import flood


def test_one_client_that_floods_is_cut_off_and_the_others_are_served(tmp_path: Path) -> None:
    figures = asyncio.run(flood.run(Options(rounds=1, people=1, seconds=1), tmp_path))

    assert [each["kind"] for each in figures["floods"]] == list(KINDS)
    assert all(each["sent"] >= 100 for each in figures["floods"])
    assert {each["kind"] for each in figures["floods"] if each["cuts"] > 0} >= set(KINDS) - UNCUT, str(figures)
    assert [each["missed"] for each in figures["floods"]] == [{}] * len(KINDS)
    assert (figures["others_acked"] > 0, figures["others_lost"]) == (True, 0)
    assert max(each["grown_mb"] for each in figures["floods"]) <= flood.GROWTH_LIMIT_MB
    assert figures["tracebacks"] == 0
