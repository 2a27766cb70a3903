"""People whose devices are stopped in the middle of everything, in a process that can be stopped as a whole.

`python -m tests.chaos.sleepers` is told the port and the guests.
"""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

from tests.chaos.apart import Apart, Commands
from tests.chaos.deeds import Guest
from tests.chaos.history import Json
from tests.chaos.phone import Phone
from tests.chaos.venue import count_strays


class Sleepers(Apart):
    """The other end: their figures are how many are there, hold something else than the truth, and had to come back."""

    def fall_asleep(self) -> None:
        """All devices stop where they stand; their connections stay."""
        self.send(signal.SIGSTOP)

    def wake_up(self) -> None:
        """They go on."""
        self.send(signal.SIGCONT)


def sleepers(port: int, guests: Sequence[Guest]) -> AbstractAsyncContextManager[Sleepers]:
    """A process with these guests, connected; it ends with the block, asleep or not."""
    return Sleepers.start("tests.chaos.sleepers", [port, [(guest.ticket, guest.source) for guest in guests]])


async def _main() -> None:
    commands = await Commands.listen()
    port, guests = await commands.told()
    phones = [Phone(port, ticket, source) for ticket, source in guests]
    await asyncio.gather(*(phone.stay() for phone in phones))

    async def figures() -> Json:
        await asyncio.gather(*(phone.is_back() for phone in phones))
        strays = await count_strays(phones, port)
        came_back = sum(len(phone.reconnects_s) > 1 for phone in phones)
        return {"people": len(phones), "strays": strays, "came_back": came_back}

    await commands.tell(figures)


if __name__ == "__main__":
    asyncio.run(_main())
