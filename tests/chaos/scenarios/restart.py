"""restart: the server is told to stop and started again in the middle of a session, as for a new version."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.chaos.crowd import Crowd, gather_crowd
from tests.chaos.measure import Watch, quantile
from tests.chaos.phone import Phone
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

EXIT_WITHIN_S = 10.0
BACK_WITHIN_S = 5.0
_PAUSE_S = (1.0, 6.0)  # as people answer when there are hundreds of them


async def run(options: Options, folder: Path) -> Figures:
    """Stop and start, round after round, under one and the same crowd."""
    chance = options.chance("restarts")
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        async with gather_crowd(venue, options, pause_s=_PAUSE_S) as crowd:
            crowd.begin()
            stops = [await _restart(venue, crowd, chance) for _ in range(options.rounds)]
            waiting = await crowd.finish()
        last_exit = await asyncio.to_thread(venue.house.stop)
        verdict = venue.judge()
    exits, exit_codes = [seconds for seconds, _ in stops], {code for _, code in stops} | {last_exit}
    returns = [seconds for phone in crowd.phones for seconds in phone.reconnects_s[1:]]
    exit_max_s, back_p95_s = max(exits), quantile(returns, 0.95)
    return {
        "restarts": options.rounds,
        "people": options.people,
        **venue.does.history.counted(),
        **verdict.counted(),
        "never_answered": waiting,
        "exit_codes": sorted(exit_codes),
        "exit_max_s": round(exit_max_s, 2),
        "back_p50_s": round(quantile(returns, 0.5), 2),
        "back_p95_s": round(back_p95_s, 2),
        "most_in_a_second": _most_in_a_second(crowd.phones),
        "examples": verdict.examples,
        "held": verdict.held and not waiting and exit_codes == {0},
        "in_time": exit_max_s <= EXIT_WITHIN_S and back_p95_s <= BACK_WITHIN_S,
    }


async def _restart(venue: Venue, crowd: Crowd, chance: Random) -> tuple[float, int]:
    """Returns the seconds that it took to end, and the exit code."""
    await asyncio.sleep(chance.uniform(0.5, 2.0))
    watch = Watch()
    exit_code = await asyncio.to_thread(venue.house.stop)
    seconds = watch.seconds
    await venue.house.start()
    await crowd.are_back()
    return seconds, exit_code


def _most_in_a_second(phones: Sequence[Phone]) -> int:
    """How many came back in the same second, at the most."""
    return max(Counter(int(moment) for phone in phones for moment in phone.came_at[1:]).values())


SCENARIO = Scenario(
    promise="It can be restarted during a session: nothing is lost, and everybody is back within seconds.",
    full=Options(rounds=20, people=500),
    run=run,
)
