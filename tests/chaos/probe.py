"""How others fare: a few honest people in a process of their own, so that the load does not disturb the measure.

`python -m tests.chaos.probe` reads one line of JSON (port, question, guests), then prints a line of
figures for every further line that it reads, about the time since the last one.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from facilitator.demo.leash import leashed
from tests.chaos.deeds import new_op_id
from tests.chaos.history import Deed
from tests.chaos.house import ROOT
from tests.chaos.measure import Watch, quantile, rounded_ms
from tests.chaos.phone import Lost, Phone
from tests.chaos.venue import Venue

Json = dict[str, Any]
ANSWER_EVERY_S = (0.25, 0.6)  # never faster than is allowed
LOOK_EVERY_S = 0.02
PATIENCE_S = 60.0
_LONGEST_LINE = 2**24  # after an hour without a look at the figures


class Bystanders:
    """People who answer at an easy pace; one more does nothing but look at the server's clock all the time."""

    def __init__(self, port: int, poll_id: int, option_id: int, guests: Sequence[tuple[str, str]]) -> None:
        self._watcher, *self._phones = [Phone(port, ticket, source) for ticket, source in guests]
        self._answer = {"kind": "choice", "option_ids": [option_id], "other_text": None}
        self._poll_id = poll_id
        self._acks_s: list[float] = []
        self._acked: list[str] = []
        self._looks_s: list[float] = []
        self._missed: Counter[str] = Counter()
        self._returns = 0
        self._chance = Random("bystanders")

    @property
    def _everybody(self) -> Sequence[Phone]:
        return [self._watcher, *self._phones]

    async def run(self, commands: asyncio.StreamReader) -> None:
        """Act until there are no more commands."""
        await asyncio.gather(*(phone.stay() for phone in self._everybody))
        tasks = [asyncio.create_task(self._act(phone)) for phone in self._phones]
        tasks.append(asyncio.create_task(self._look(self._watcher)))
        print("ready", flush=True)
        while await commands.readline():
            print(json.dumps(self._figures()), flush=True)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(phone.leave() for phone in self._everybody))

    async def _act(self, phone: Phone) -> None:
        while True:
            await asyncio.sleep(self._chance.uniform(*ANSWER_EVERY_S))
            args = {"poll_id": self._poll_id, "answer": self._answer}
            deed, watch = Deed(op_id=new_op_id(self._chance), name="respond", args=args), Watch()
            await phone.carry_out(deed)
            if deed.outcome == "ok":
                self._acks_s.append(watch.seconds)
                self._acked.append(deed.op_id)
            else:
                self._missed[deed.reply["code"]] += 1

    async def _look(self, phone: Phone) -> None:
        while True:
            watch = Watch()
            await phone.is_back()
            with contextlib.suppress(Lost):
                await phone.ask("clock", {})
                self._looks_s.append(watch.seconds)
            await asyncio.sleep(LOOK_EVERY_S)

    def _figures(self) -> Json:
        acks, looks, self._acks_s, self._looks_s = self._acks_s, self._looks_s, [], []
        missed, acked, self._missed, self._acked = self._missed, self._acked, Counter(), []
        returns = sum(len(phone.reconnects_s) - 1 for phone in self._everybody)
        missed["cut off"], self._returns = returns - self._returns, returns
        return {
            "acks": len(acks),
            "acked": acked,
            "missed": dict(+missed),
            "ack_p50_ms": rounded_ms(quantile(acks, 0.5)),
            "ack_p95_ms": rounded_ms(quantile(acks, 0.95)),
            "look_p95_ms": rounded_ms(quantile(looks, 0.95)),
            "look_max_ms": rounded_ms(max(looks, default=0)),
        }


@dataclass(frozen=True)
class Probe:
    """The other end of the bystanders' process. `acked` grows with every look at their figures."""

    _process: asyncio.subprocess.Process
    acked: set[str] = field(default_factory=set)
    """The numbers of the answers that were acknowledged."""

    async def figures(self) -> Json:
        """How they fared since the last time somebody asked."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        figures: Json = json.loads(await self.line())
        self.acked.update(figures.pop("acked"))
        return figures

    async def line(self) -> bytes:
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE_S):
            return await self._process.stdout.readline()


@asynccontextmanager
async def probing(venue: Venue) -> AsyncIterator[Probe]:
    """A process with the bystanders, connected; it ends with the block."""
    poll, guests = venue.poll("way"), [(guest.ticket, guest.source) for guest in venue.bystanders]
    told = [venue.house.port, poll.id, poll.options[0].id, guests]
    process = await asyncio.create_subprocess_exec(
        *leashed(sys.executable, "-m", "tests.chaos.probe"),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        limit=_LONGEST_LINE,
    )
    probe = Probe(process)
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps(told).encode() + b"\n")
        assert await probe.line() == b"ready\n"
        yield probe
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def _main() -> None:
    commands = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(commands)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    await Bystanders(*json.loads(await commands.readline())).run(commands)


if __name__ == "__main__":
    asyncio.run(_main())
