"""gap: networks are cut, fall silent, crawl, or block WebSockets. Whoever is back sees the truth within 2 s."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from tests.chaos.crowd import Crowd, gather_crowd
from tests.chaos.lanes import PATIENCE_S, PEOPLE, Lane, open_lane
from tests.chaos.measure import now
from tests.chaos.phone import Phone
from tests.chaos.poller import EVERY_S, Poller
from tests.chaos.proxy import Proxy
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

LENGTHS_S = (1, 3, 20, 8, 30, 45, 60)
"""How long the network is gone, round after round."""
BACK_S = 2.0
LOOKS = "10"  # whoever looks whether a phone sees the truth asks in its name, and more often than it does
_PAUSE_S = (0.5, 3.0)
"""The others think in between: in a rush they would have thousands of ideas, and to look at those takes for ever."""
_OWN_S = 0.5  # what looking takes, on a busy machine


def _crawl(proxy: Proxy) -> None:
    proxy.latency_s, proxy.bytes_per_s = 0.3, 20_000


def _nothing_more(proxy: Proxy) -> None:
    assert proxy.blocks_websockets


KINDS: dict[str, tuple[Callable[[Proxy], None], type[Phone], float]] = {
    "cut": (Proxy.cut, Phone, BACK_S),
    "silent": (Proxy.hold, Phone, BACK_S),
    "crawling": (_crawl, Phone, BACK_S),
    "websockets_blocked": (_nothing_more, Poller, EVERY_S + _OWN_S),
}
"""What happens to a network, what its people have, and within how many seconds they must see the truth."""


async def run(options: Options, folder: Path) -> Figures:
    """All networks fail together while everybody else goes on; then all are well again."""
    slowest, undelivered = dict.fromkeys(KINDS, 0.0), 0
    async with open_venue(folder, options.people, rates=LOOKS) as venue, AsyncExitStack() as stack:
        await venue.house.start()
        lanes = {}
        for number, (name, (fail, kind, _)) in enumerate(KINDS.items()):
            guests = venue.guests[number * PEOPLE :][:PEOPLE]
            lanes[name] = await open_lane(venue, stack, guests, fail, kind)
        others = venue.guests[len(KINDS) * PEOPLE :]
        crowd = await stack.enter_async_context(gather_crowd(venue, options, pause_s=_PAUSE_S, guests=others))
        for number in range(options.rounds):
            seconds = LENGTHS_S[number % len(LENGTHS_S)]
            undelivered += await _fail_for(seconds, venue, lanes, crowd, options.chance(f"round {number}"))
            restored_at = now()
            looks = (lane.time_to_truth(venue.house.port, restored_at) for lane in lanes.values())
            for name, seconds_to_truth in zip(lanes, await asyncio.gather(*looks), strict=True):
                slowest[name] = max(slowest[name], seconds_to_truth)
    verdict = venue.judge()
    return {
        "rounds": options.rounds,
        "people": options.people,
        "longest_gap_s": max(LENGTHS_S[: options.rounds]),
        **venue.does.history.counted(),
        **verdict.counted(),
        "never_delivered": undelivered,
        "slowest_truth_s": {name: round(seconds, 2) for name, seconds in slowest.items()},
        "examples": verdict.examples,
        "held": verdict.held
        and not undelivered
        and all(slowest[name] <= limit for name, (_, _, limit) in KINDS.items()),
    }


async def _fail_for(seconds: float, venue: Venue, lanes: Mapping[str, Lane], crowd: Crowd, chance: Random) -> int:
    """Let the networks fail and come back; returns how many commands did not find their way in the end."""
    crowd.begin()
    for lane in lanes.values():
        lane.fail(lane.proxy)
    deeds = [task for lane in lanes.values() for task in lane.answer(venue, chance)]
    await asyncio.sleep(seconds)
    unfinished = await crowd.finish()
    for lane in lanes.values():
        lane.proxy.restore()
    _, waiting = await asyncio.wait(deeds, timeout=PATIENCE_S)
    for task in waiting:
        task.cancel()
    return unfinished + len(waiting)


SCENARIO = Scenario(
    promise="After any gap you see the truth within 2 s of being back, and what you sent in it arrives once.",
    full=Options(rounds=14, people=60),
    run=run,
)
