"""Networks of several kinds, each with a few people, a host and a big screen behind it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from tests.cast import ANDERS, BIG_SCREEN
from tests.chaos.deeds import Guest
from tests.chaos.history import Deed
from tests.chaos.measure import now
from tests.chaos.phone import Phone
from tests.chaos.poller import Poller
from tests.chaos.proxy import Proxy, standing_before
from tests.chaos.venue import Venue, is_up_to_date

PEOPLE = 3
PATIENCE_S = 30.0


@dataclass(frozen=True, kw_only=True)
class Lane:
    """A network and those who are behind it."""

    proxy: Proxy
    fail: Callable[[Proxy], None]
    guests: Sequence[Guest]
    phones: Sequence[Phone]
    """The guests' phones in their order, then a host and a big screen."""

    def answer(self, venue: Venue, chance: Random) -> list["asyncio.Task[Deed]"]:
        """Every guest answers, whatever the network does."""
        pairs = zip(self.phones, self.guests, strict=False)
        return [asyncio.create_task(phone.carry_out(venue.does.any(guest, chance))) for phone, guest in pairs]

    async def time_to_truth(self, port: int, restored_at: float) -> float:
        """Seconds until the last one behind it, being back, saw what a fresh snapshot says."""
        return max(await asyncio.gather(*(_time_to_truth(phone, port, restored_at) for phone in self.phones)))


async def open_lane(
    venue: Venue,
    stack: AsyncExitStack,
    guests: Sequence[Guest],
    fail: Callable[[Proxy], None],
    kind: type[Phone] = Phone,
) -> Lane:
    """A lane whose people are connected; it ends with the stack."""
    proxy = await stack.enter_async_context(standing_before(venue.house.port))
    proxy.blocks_websockets = kind is Poller
    tickets = [(guest.ticket, guest.source) for guest in guests]
    tickets += [(venue.tickets[person], "127.0.201.1") for person in (ANDERS, BIG_SCREEN)]
    phones = [kind(proxy.port, ticket, source) for ticket, source in tickets]
    for phone in phones:
        stack.push_async_callback(phone.leave)
        await phone.stay()
    return Lane(proxy=proxy, fail=fail, guests=guests, phones=phones)


async def _time_to_truth(phone: Phone, port: int, restored_at: float) -> float:
    if not await is_up_to_date(phone, port, PATIENCE_S):
        return PATIENCE_S
    return now() - max(restored_at, phone.back_at)
