"""A short round of `kill`, and proof that its judge can tell."""

import asyncio
from pathlib import Path

from tests.chaos.crowd import gather_crowd
from tests.chaos.scenario import Options
from tests.chaos.scenarios import kill
from tests.chaos.venue import Venue, open_venue


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    figures = asyncio.run(kill.run(Options(rounds=3, people=40), tmp_path))

    assert figures["held"], str(figures)
    assert (figures["lost"], figures["phantom"], figures["duplicated"]) == (0, 0, 0)
    assert figures["acked"] > 40


async def _answer_once(folder: Path) -> Venue:
    options = Options(rounds=1, people=4)
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        async with gather_crowd(venue, options) as crowd:
            crowd.begin()
            await asyncio.sleep(2)
            assert await crowd.finish() == 0
    assert venue.judge().held
    return venue


def test_the_judge_sees_an_answer_that_vanished_and_one_that_nobody_gave(tmp_path: Path) -> None:
    venue = asyncio.run(_answer_once(tmp_path))
    database = venue.gathering.database

    with database.migrating().begin() as connection:
        connection.exec_driver_sql("DELETE FROM response WHERE id = (SELECT min(id) FROM response)")
    assert venue.judge().lost > 0

    with database.migrating().begin() as connection:
        connection.exec_driver_sql(
            "UPDATE response SET receipt = 'MADE-UPPP' WHERE id = (SELECT max(id) FROM response)"
        )
    assert venue.judge().phantom == 1
