"""How others fare: a few honest people in a process of their own, so that the load does not disturb the measure.

`python -m tests.chaos.probe` is told the port, the question and the guests; its figures are about the time
since the last ones.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from random import Random

from tests.chaos.apart import Apart, Commands
from tests.chaos.deeds import new_op_id
from tests.chaos.history import Deed, Json
from tests.chaos.measure import Watch, quantile, rounded_ms
from tests.chaos.phone import Lost, Phone
from tests.chaos.venue import Venue

ANSWER_EVERY_S = (0.25, 0.6)  # never faster than is allowed
LOOK_EVERY_S = 0.02


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

    async def run(self, commands: Commands) -> None:
        """Act until nobody asks any more."""
        await asyncio.gather(*(phone.stay() for phone in self._everybody))
        tasks = [asyncio.create_task(self._act(phone)) for phone in self._phones]
        tasks.append(asyncio.create_task(self._look(self._watcher)))
        await commands.tell(self._figures)
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

    async def _figures(self) -> Json:
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


class Probe(Apart):
    """The other end of the bystanders' process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        super().__init__(process)
        self.acked: set[str] = set()
        """The numbers of the answers that were acknowledged; it grows with every look at the figures."""

    async def figures(self) -> Json:
        """How they fared since the last time somebody asked."""
        figures = await super().figures()
        self.acked.update(figures.pop("acked"))
        return figures


def probing(venue: Venue) -> AbstractAsyncContextManager[Probe]:
    """A process with the bystanders, connected; it ends with the block."""
    poll, guests = venue.poll("way"), [(guest.ticket, guest.source) for guest in venue.bystanders]
    return Probe.start("tests.chaos.probe", [venue.house.port, poll.id, poll.options[0].id, guests])


async def _main() -> None:
    commands = await Commands.listen()
    await Bystanders(*await commands.told()).run(commands)


if __name__ == "__main__":
    asyncio.run(_main())
