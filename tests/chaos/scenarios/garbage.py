"""garbage: malformed frames, packets, commands, requests and forms. Nothing breaks, nobody stays who is gone."""

import asyncio
from collections import Counter
from pathlib import Path

from tests.chaos.dumping import Dump
from tests.chaos.measure import memory_mb
from tests.chaos.probe import probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import BYSTANDERS, Venue, open_venue

SETTLED_S = 30.0
DRIFT_LIMIT_MB = 40.0
WARM_UP = 0.2


async def run(options: Options, folder: Path) -> Figures:
    """Throw it in, of all kinds in turn; then look at what is left."""
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        async with probing(venue) as probe:
            dump = Dump(venue, folder / "data", options)
            await asyncio.to_thread(dump.throw, int(options.rounds * WARM_UP))
            before = memory_mb(venue.house.process_id)
            await asyncio.to_thread(dump.throw, options.rounds - int(options.rounds * WARM_UP))
            zombies = await _zombies(venue)
            after, others = memory_mb(venue.house.process_id), await probe.figures()
        lines = venue.house.log_lines()
    words = Counter(line.split('"event": "')[-1].split('"')[0] for line in lines)
    failures = sum('"exception"' in line or "Traceback" in line for line in lines)
    return {
        "rounds": options.rounds,
        "thrown": dict(dump.thrown),
        "malformed": dump.thrown.total(),
        "answers": {str(code): number for code, number in sorted(dump.answers.items(), key=str)},
        "server_errors": dump.server_errors,
        "tracebacks": failures,
        "hung": dump.hung,
        "zombies": zombies,
        "drift_mb": round(after - before, 1),
        "others_missed": others["missed"],
        "log": dict(words.most_common(5)),
        "held": not (dump.server_errors or failures or zombies or others["missed"])
        and after - before <= DRIFT_LIMIT_MB,
    }


async def _zombies(venue: Venue) -> int:
    """How many are counted as present who are not, once everybody had time to be forgotten."""
    host = venue.host()
    await host.connect()
    present = BYSTANDERS
    for _ in range(int(SETTLED_S)):
        await asyncio.sleep(1)
        present = host.room.get("participants", present)
        if present == BYSTANDERS:
            break
    await host.leave()
    return int(present - BYSTANDERS)


SCENARIO = Scenario(
    promise="Whatever is thrown in: no failure of ours, no traceback, nobody left over, no memory lost.",
    full=Options(rounds=1000, people=60),
    run=run,
)
