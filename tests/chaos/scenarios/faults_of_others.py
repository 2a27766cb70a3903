"""faults-of-others: what other products of this kind were seen to let through, tried here."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.chaos.faults import FAULTS
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import open_venue


async def run(options: Options, folder: Path) -> Figures:
    """Try every fault, round after round."""
    let_through = dict.fromkeys(FAULTS, 0)
    async with open_venue(folder, options.people) as venue, AsyncExitStack() as stack:
        await venue.house.start()
        phones = [venue.phone(guest) for guest in venue.guests]
        for phone in phones:
            stack.push_async_callback(phone.leave)
        await asyncio.gather(*(phone.connect() for phone in phones))
        for number in range(options.rounds):
            for name, fault in FAULTS.items():
                let_through[name] += await fault(venue, phones, options.chance(f"{name} {number}"))
    return {
        "rounds": options.rounds,
        "people": options.people,
        "let_through": let_through,
        "held": not any(let_through.values()),
    }


SCENARIO = Scenario(
    promise="What others let through stays outside.",
    full=Options(rounds=5, people=20),
    run=run,
)
