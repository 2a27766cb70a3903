"""garbage: malformed frames, packets, commands, requests and forms. Nothing breaks, nobody stays who is gone."""

import asyncio
from collections import Counter
from pathlib import Path

from facilitator.vault import open_vault
from tests.cast import BIG_SCREEN
from tests.chaos import http
from tests.chaos.dumping import Dump, host_tickets
from tests.chaos.history import Json
from tests.chaos.measure import memory_mb
from tests.chaos.probe import probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.schema_run import run_schemathesis
from tests.chaos.venue import BYSTANDERS, Venue, open_venue

SETTLED_S = 30.0
DRIFT_LIMIT_MB = 40.0
WARM_UP = 0.2
EXAMPLES_AT_LEAST = 10
FULL = 100
NO_BRAKES = "1000"


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
        lines, lost = venue.house.log_lines(), venue.forgotten(probe.acked)
    by_schema = await _by_schema(options, folder / "by_schema")
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
        "others_acked": len(probe.acked),
        "others_lost": lost,
        "by_schema": by_schema,
        "log": dict(words.most_common(5)),
        "held": not (dump.server_errors or failures or zombies or others["missed"] or lost)
        and not (by_schema["failures"] or by_schema["tracebacks"])
        and max(after - before, by_schema["drift_mb"]) <= DRIFT_LIMIT_MB,
    }


async def _by_schema(options: Options, folder: Path) -> Json:
    """What schemathesis makes of the HTTP way, as a guest, as the big screen, as a host and as the organiser.

    All rates are let go, so that it gets further than to the brakes. A short round has the host alone.
    """
    examples = max(EXAMPLES_AT_LEAST, options.rounds // 2)
    async with open_venue(folder, 1, rates=NO_BRAKES) as venue:
        await venue.house.start()
        organiser, host, *_ = host_tickets(venue.gathering, open_vault(folder / "data"))
        tickets = [host]
        if options.rounds >= FULL:
            tickets = [venue.guests[0].ticket, venue.tickets[BIG_SCREEN], host, organiser]
        await http.get(venue.house.port, "/api/clock")
        before = memory_mb(venue.house.process_id)
        runs = [
            await run_schemathesis(venue, ticket, folder, examples=examples, seed=options.seed) for ticket in tickets
        ]
        after, lines = memory_mb(venue.house.process_id), venue.house.log_lines()
    return {
        "cases": sum(run["cases"] for run in runs),
        "accepted": sum(run["accepted"] for run in runs),
        "failures": [failure for run in runs for failure in run["failures"]],
        "tracebacks": sum('"exception"' in line for line in lines),
        "drift_mb": round(after - before, 1),
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
