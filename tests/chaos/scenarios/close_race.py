"""close-race: everybody answers across the instant of closing, and both hosts close at once."""

import asyncio
from collections.abc import Hashable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from tests.cast import HOSTS
from tests.chaos.deeds import Guest
from tests.chaos.history import Deed, Json
from tests.chaos.phone import Phone
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

AROUND_S = 0.25
BOTH_WAYS = 0.2  # of all answers, so many are sent over both ways at once, with one number
OVER_HTTP = 0.2


async def run(options: Options, folder: Path) -> Figures:
    """Close and reopen one question, round after round, while answers pour in."""
    chance, late, double, torn = options.chance("closing"), 0, 0, 0
    async with open_venue(folder, options.people) as venue, AsyncExitStack() as leaving:
        await venue.house.start()
        phones = [venue.phone(guest) for guest in venue.guests]
        hosts = [venue.host(host) for host in HOSTS]
        for phone in [*phones, *hosts]:
            leaving.push_async_callback(phone.leave)
        await asyncio.gather(*(phone.stay() for phone in [*phones, *hosts]))
        race = Race(venue, phones, hosts)
        for _ in range(options.rounds):
            closed_at, closes, answers = await race.run(chance)
            double += closes - 1
            late += sum(deed.outcome == "ok" and deed.reply["rev"] > closed_at for deed in answers)
            torn += await race.is_tally_torn(closed_at, answers)
            await race.reopen(chance)
        strays = await venue.strays([*phones, *hosts])
    verdict = venue.judge()
    codes = [deed.reply["code"] for deed in venue.does.history.deeds if deed.outcome == "refused"]
    return {
        "rounds": options.rounds,
        "people": options.people,
        **venue.does.history.counted(),
        "refused_as_closed": codes.count("poll_closed"),
        **verdict.counted(),
        "acked_after_close": late,
        "double_closes": double,
        "torn_tallies": torn,
        "disagreements": race.disagreements,
        "strays": strays,
        "examples": verdict.examples,
        "held": verdict.held and not (late or double or torn or race.disagreements or strays),
    }


class Race:
    """One question, those who answer it, and two hosts."""

    def __init__(self, venue: Venue, phones: Sequence[Phone], hosts: Sequence[Phone]) -> None:
        self.disagreements = 0
        self._venue, self._phones, self._hosts = venue, phones, hosts
        self._poll = venue.poll("barriers")

    async def run(self, chance: Random) -> tuple[int, int, list[Deed]]:
        """Everybody answers, both hosts close; returns the rev of closing, how many closed it, and the answers."""
        guests = zip(self._phones, self._venue.guests, strict=True)
        answering = [asyncio.create_task(self._answer(phone, guest, chance)) for phone, guest in guests]
        await asyncio.sleep(AROUND_S)
        closes = await self._steer("close_poll", chance)
        answers = [deed for deeds in await asyncio.gather(*answering) for deed in deeds]
        done = [deed.reply["rev"] for deed in closes if deed.outcome == "ok"]
        return done[0], len(done), answers

    async def is_tally_torn(self, closed_at: int, answers: Sequence[Deed]) -> bool:
        """Whether the hosts' tally of the closed question is not the number of those who ever got through."""
        for host in self._hosts:
            await host.until(lambda state: state["rev"] >= closed_at)
        self._through = getattr(self, "_through", set()) | {d.register for d in answers if d.outcome == "ok"}
        return any(self._topic(host)["results"]["answered"] != len(self._through) for host in self._hosts)

    async def reopen(self, chance: Random) -> None:
        """Let the next round begin."""
        await self._steer("reopen_poll", chance)
        for host in self._hosts:
            await host.until(lambda state: state["topics"][f"poll:{self._poll.id}"]["state"] == "open")

    def _topic(self, host: Phone) -> Json:
        topic: Json = host.state["topics"][f"poll:{self._poll.id}"]
        return topic

    async def _steer(self, act: str, chance: Random) -> list[Deed]:
        """Both hosts press the same button in the same moment."""
        deeds = [
            self._venue.does.act(act, chance, poll_id=self._poll.id, version=self._topic(host)["version"])
            for host in self._hosts
        ]
        pressing = zip(self._hosts, deeds, strict=True)
        return list(await asyncio.gather(*(host.carry_out(deed) for host, deed in pressing)))

    async def _answer(self, phone: Phone, guest: Guest, chance: Random) -> list[Deed]:
        """Answer twice; the second answer replaces the first."""
        deeds = []
        for _ in range(2):
            await asyncio.sleep(chance.uniform(0, AROUND_S))
            deed, dice = self._venue.does.answer(guest, self._poll, chance), chance.random()
            deeds.append(deed)
            if dice < BOTH_WAYS:
                await self._answer_both_ways(phone, deed)
            elif dice < BOTH_WAYS + OVER_HTTP:
                await phone.carry_out_over_http(deed)
            else:
                await phone.carry_out(deed)
        return deeds

    async def _answer_both_ways(self, phone: Phone, deed: Deed) -> None:
        """One command, three times at once: everybody must say the same about it."""
        others = [asyncio.create_task(phone.carry_out_over_http(deed)) for _ in range(2)]
        await phone.carry_out(deed)
        said = {_gist(reply) for reply in [deed.reply, *await asyncio.gather(*others)]}
        self.disagreements += len(said) - 1


def _gist(reply: Json) -> tuple[Hashable, ...]:
    return (reply["ok"], reply.get("receipt"), reply.get("rev"), reply.get("code"))


SCENARIO = Scenario(
    promise="Until a question closes your last answer counts, afterwards none does; and it closes once.",
    full=Options(rounds=100, people=200),
    run=run,
)
