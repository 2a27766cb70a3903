"""frozen: a third of all devices stop while everybody answers. They cost nothing, and wake up to the truth."""

import asyncio
from pathlib import Path

from tests.chaos.crowd import Crowd, gather_crowd
from tests.chaos.measure import Watch, memory_mb
from tests.chaos.probe import probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.sleepers import sleepers
from tests.chaos.venue import BYSTANDERS, open_venue

EVICTED_WITHIN_S = 20.0
HEARD_S = 2.0  # until the host is told
PATIENCE_S = 40.0
GROWTH_LIMIT_MB = 50.0
LOOK_S = 0.25


async def run(options: Options, folder: Path) -> Figures:
    """People answer; then some devices stop, until they were shown out and so long after; then they wake up."""
    asleep = options.people // 3
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        pid = venue.house.process_id
        async with (
            gather_crowd(venue, options, guests=venue.guests[asleep:]) as crowd,
            probing(venue) as probe,
            sleepers(venue.house.port, venue.guests[:asleep]) as people,
        ):
            crowd.begin()
            await asyncio.sleep(options.seconds)
            quiet, before = await probe.figures(), memory_mb(pid)
            people.fall_asleep()
            heard = sum(phone.bytes_in for phone in crowd.phones)
            evicted_s, highest = await _watch(crowd, options.people - asleep + BYSTANDERS, pid)
            heard = sum(phone.bytes_in for phone in crowd.phones) - heard
            await asyncio.sleep(options.seconds)
            stopped, highest = await probe.figures(), max(highest, memory_mb(pid))
            unfinished = await crowd.finish()
            people.wake_up()
            woken, strays = await people.figures(), await venue.strays(crowd.everybody)
            last = await probe.figures()
        lines = venue.house.log_lines()
    verdict, forgotten = venue.judge(), venue.forgotten(probe.acked)
    return {
        "people": options.people,
        "frozen": asleep,
        **venue.does.history.counted(),
        **verdict.counted(),
        "evicted_in_s": round(evicted_s, 1),
        "kb_per_s_to_each": round(heard / len(crowd.phones) / evicted_s / 1000, 1),
        "grown_mb": round(highest - before, 1),
        "quiet_p95_ms": quiet["ack_p95_ms"],
        "frozen_p95_ms": stopped["ack_p95_ms"],
        "missed": {**stopped["missed"], **last["missed"]},
        "others_acked": len(probe.acked),
        "others_lost": forgotten,
        "unfinished": unfinished,
        "came_back": woken["came_back"],
        "strays_after_waking": woken["strays"],
        "strays": strays,
        "tracebacks": sum('"exception"' in line for line in lines),
        "held": verdict.held
        and evicted_s <= EVICTED_WITHIN_S + HEARD_S
        and highest - before <= GROWTH_LIMIT_MB
        and not (unfinished or strays or woken["strays"] or stopped["missed"] or last["missed"] or forgotten),
    }


async def _watch(crowd: Crowd, awake: int, process_id: int) -> tuple[float, float]:
    """Wait until a host sees only those who are awake; returns the seconds, and the most memory meanwhile."""
    watch, highest = Watch(), 0.0
    for _ in range(int(PATIENCE_S / LOOK_S)):
        highest = max(highest, memory_mb(process_id))
        if crowd.host.room and crowd.host.room["participants"] <= awake:
            break
        await asyncio.sleep(LOOK_S)
    return watch.seconds, highest


SCENARIO = Scenario(
    promise="A device that stopped costs nothing, is shown out, and finds the truth when it wakes up.",
    full=Options(rounds=1, people=300, seconds=10),
    run=run,
)
