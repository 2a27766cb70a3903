"""kill: the server is killed at random moments while people answer. What was acknowledged is there, once."""

import asyncio
from pathlib import Path
from random import Random

from tests.chaos.crowd import Crowd, gather_crowd
from tests.chaos.measure import quantile
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

KILLED_IN_START = 0.1  # of all starts, so many are killed too
_STARTING_S = 1.5


async def run(options: Options, folder: Path) -> Figures:
    """Kill and start again, round after round, under one and the same crowd."""
    chance = options.chance("kills")
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        async with gather_crowd(venue, options) as crowd:
            crowd.begin()
            restarts = [await _kill_and_start(venue, crowd, chance) for _ in range(options.rounds)]
            waiting = await crowd.finish()
            strays = await venue.strays(crowd.everybody)
        venue.house.kill()
        is_sound, verdict = venue.is_sound(), venue.judge()
    returns = [seconds for phone in crowd.phones for seconds in phone.reconnects_s[1:]]
    return {
        "kills": options.rounds,
        "people": options.people,
        **venue.does.history.counted(),
        **verdict.counted(),
        "never_answered": waiting,
        "strays": strays,
        "database_sound": is_sound,
        "restart_p95_s": round(quantile(restarts, 0.95), 2),
        "back_p95_s": round(quantile(returns, 0.95), 2),
        "examples": verdict.examples,
        "held": verdict.held and is_sound and not strays and not waiting,
    }


async def _kill_and_start(venue: Venue, crowd: Crowd, chance: Random) -> float:
    """Kill in the middle of everything; returns the seconds from the start until it serves again."""
    await asyncio.sleep(chance.uniform(0.2, 1.5))
    venue.house.kill()
    if chance.random() < KILLED_IN_START:
        venue.house.begin()
        await asyncio.sleep(chance.uniform(0, _STARTING_S))
        venue.house.kill()
    seconds = await venue.house.start()
    await crowd.are_back()
    return seconds


SCENARIO = Scenario(
    promise="Saved means saved: an acknowledged answer survives kill -9, and a retry never counts twice.",
    full=Options(rounds=100, people=200),
    run=run,
)
