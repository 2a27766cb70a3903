"""A short round of `gap`, and proof that the bad network is bad. How soon they are back is for ./dev chaos to say."""

import asyncio
from pathlib import Path

import pytest

from tests.chaos import http
from tests.chaos.lanes import PATIENCE_S
from tests.chaos.measure import Watch
from tests.chaos.phone import Lost
from tests.chaos.proxy import standing_before
from tests.chaos.scenario import Options
from tests.chaos.scenarios import gap
from tests.chaos.venue import Venue, open_venue


def test_whoever_is_back_sees_the_truth_and_what_they_sent_arrives_once(tmp_path: Path) -> None:
    figures = asyncio.run(gap.run(Options(rounds=2, people=30), tmp_path))

    assert (figures["lost"], figures["phantom"], figures["duplicated"]) == (0, 0, 0), str(figures)
    assert figures["never_delivered"] == 0
    assert max(figures["slowest_truth_s"].values()) < PATIENCE_S, str(figures)
    assert figures["longest_gap_s"] == 3
    assert figures["acked"] > 30


def test_the_bad_network_is_bad(tmp_path: Path) -> None:
    async def try_it() -> None:
        async with open_venue(tmp_path, 1) as venue:
            await venue.house.start()
            await _try_faults(venue)

    asyncio.run(try_it())


async def _try_faults(venue: Venue) -> None:
    (guest,) = venue.guests
    async with standing_before(venue.house.port) as proxy:
        phone = venue.phone(guest, port=proxy.port)
        await phone.connect()
        assert (await phone.ask("clock", {}))["now_ms"] > 0

        proxy.hold()
        with pytest.raises(Lost):
            await phone.ask("clock", {}, seconds=0.3)
        assert phone.is_connected
        proxy.restore()
        assert (await phone.ask("clock", {}))["now_ms"] > 0

        proxy.latency_s, watch = 0.2, Watch()
        await phone.ask("clock", {})
        assert watch.seconds >= 0.4

        proxy.cut()
        with pytest.raises(Lost):
            await phone.connect(seconds=1)
        proxy.restore()

        proxy.blocks_websockets = True
        with pytest.raises(Lost):
            await phone.connect(seconds=1)
        assert (await http.ask(proxy.port, "/api/clock"))[0] == http.OK
        await phone.leave()
