"""People whose devices are stopped in the middle of everything, in a process that can be stopped as a whole.

`python -m tests.chaos.sleepers` reads one line of JSON (port, guests), connects, says `ready`, and for
every further line tells how many are connected and how many do not hold the truth.
"""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from facilitator.demo.leash import leashed
from tests.chaos.deeds import Guest
from tests.chaos.house import ROOT
from tests.chaos.phone import Phone
from tests.chaos.venue import count_strays

Json = dict[str, Any]
PATIENCE_S = 90.0


@dataclass(frozen=True)
class Sleepers:
    """The other end of the sleepers' process."""

    _process: asyncio.subprocess.Process

    def fall_asleep(self) -> None:
        """All devices stop where they stand; their connections stay."""
        self._process.send_signal(signal.SIGSTOP)

    def wake_up(self) -> None:
        """They go on."""
        self._process.send_signal(signal.SIGCONT)

    async def figures(self) -> Json:
        """How many are connected, how many hold something else than the truth, how many had to come back."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        figures: Json = json.loads(await self.line())
        return figures

    async def line(self) -> bytes:
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE_S):
            return await self._process.stdout.readline()


@asynccontextmanager
async def sleepers(port: int, guests: Sequence[Guest]) -> AsyncIterator[Sleepers]:
    """A process with these guests, connected; it ends with the block, asleep or not."""
    process = await asyncio.create_subprocess_exec(
        *leashed(sys.executable, "-m", "tests.chaos.sleepers"), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    people = Sleepers(process)
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps([port, [(guest.ticket, guest.source) for guest in guests]]).encode() + b"\n")
        assert await people.line() == b"ready\n"
        yield people
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def _main() -> None:
    commands = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(commands)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    port, guests = json.loads(await commands.readline())
    phones = [Phone(port, ticket, source) for ticket, source in guests]
    await asyncio.gather(*(phone.stay() for phone in phones))
    print("ready", flush=True)
    while await commands.readline():
        await asyncio.gather(*(phone.is_back() for phone in phones))
        strays = await count_strays(phones, port)
        came_back = sum(len(phone.reconnects_s) > 1 for phone in phones)
        print(json.dumps({"people": len(phones), "strays": strays, "came_back": came_back}), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
