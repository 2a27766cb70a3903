"""Everybody's phones and a moderator, and what they do until it is over."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tests.chaos.deeds import Guest
from tests.chaos.phone import Phone
from tests.chaos.scenario import Options
from tests.chaos.venue import Venue

GIVES_UP = 0.1  # of those whose answer got lost, so many close the page
DRAIN_S = 60.0
PAUSE_S = (0.1, 1.0)


class Crowd:
    """People who answer, change their minds, write and support; and a host who steers."""

    def __init__(
        self, venue: Venue, options: Options, guests: Sequence[Guest], pause_s: tuple[float, float] = PAUSE_S
    ) -> None:
        self.phones = [venue.phone(guest) for guest in guests]
        self.host = venue.host()
        self._venue, self._guests = venue, guests
        self._chances = {guest.number: options.chance(guest.number) for guest in guests}
        self._host_chance = options.chance("host")
        self._pause_s = pause_s
        self._is_over = asyncio.Event()
        self._busy: list[asyncio.Task[None]] = []

    @property
    def everybody(self) -> Sequence[Phone]:
        return [*self.phones, self.host]

    @property
    def acks_s(self) -> list[float]:
        """How long acknowledgements took so far."""
        return [seconds for phone in self.phones for seconds in phone.acks_s]

    @property
    def told_to_wait(self) -> int:
        """How often somebody was told so far to try again."""
        return sum(phone.told_to_wait for phone in self.everybody)

    async def are_back(self) -> None:
        """Wait until everybody is connected."""
        await asyncio.gather(*(phone.is_back() for phone in self.everybody))

    def begin(self) -> None:
        """Let them act."""
        self._is_over.clear()
        acting = zip(self.phones, self._guests, strict=True)
        self._busy = [asyncio.create_task(self._act(phone, guest)) for phone, guest in acting]
        self._busy.append(asyncio.create_task(self._steer()))

    async def finish(self, seconds: float = DRAIN_S) -> int:
        """Let everybody come to an end with what they have in hand; returns how many did not."""
        self._is_over.set()
        _, late = await asyncio.wait(self._busy, timeout=seconds)
        for task in self._busy:
            task.cancel()
        ends = await asyncio.gather(*self._busy, return_exceptions=True)
        failed = [end for end in ends if isinstance(end, Exception)]
        if failed:
            raise failed[0]
        return len(late)

    async def _act(self, phone: Phone, guest: Guest) -> None:
        chance = self._chances[guest.number]
        while not self._is_over.is_set():
            await asyncio.sleep(chance.uniform(*self._pause_s))
            await phone.carry_out(self._venue.does.any(guest, chance), gives_up=chance.random() < GIVES_UP)

    async def _steer(self) -> None:
        """Add minute after minute, each on what the last one left."""
        chance, seen = self._host_chance, 0
        while not self._is_over.is_set():
            await asyncio.sleep(chance.uniform(*PAUSE_S))
            await self.host.until(lambda state, rev=seen: state["rev"] >= rev, DRAIN_S)  # type: ignore[misc]
            deed = await self.host.carry_out(self._venue.does.minute(self.host.state, chance))
            seen = deed.reply["rev"] if deed.outcome == "ok" else seen


@asynccontextmanager
async def gather_crowd(
    venue: Venue, options: Options, guests: Sequence[Guest] = (), *, pause_s: tuple[float, float] = PAUSE_S
) -> AsyncIterator[Crowd]:
    """A connected crowd of some guests or of all, which goes with the block. Call `begin` and `finish` in it."""
    crowd = Crowd(venue, options, guests or venue.guests, pause_s)
    try:
        await asyncio.gather(*(phone.stay() for phone in crowd.everybody))
        yield crowd
    finally:
        await asyncio.gather(*(phone.leave() for phone in crowd.everybody))
