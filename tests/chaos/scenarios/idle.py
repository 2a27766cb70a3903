"""idle: thousands of silent sockets, slow headers and guests who never say who they are. Others join at ease."""

import asyncio
from pathlib import Path

from tests.chaos import http
from tests.chaos.history import Json
from tests.chaos.idlers import idling
from tests.chaos.measure import Watch, memory_mb, quantile, rounded_ms
from tests.chaos.phone import Lost, Phone
from tests.chaos.probe import probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

TWICE = 2.0
JOIN_LIMIT_MS = 500.0
BUSY_LIMIT_MS = 5000.0  # however busy the machine is: whoever is held up by idlers waits until they go
SLOW_SHARE = 0.4  # beside so many silent sockets, this share of slow headers
JOINS = 40
JOINS_PER_S = 2
HEADER_DEADLINE_S = 10.0
PATIENCE_S = 30.0  # who is held up by idlers waits for longer


async def run(options: Options, folder: Path) -> Figures:
    """As many silent sockets as `people`, fewer slow headers, as many quiet WebSockets; and newcomers."""
    crowd = {"silent": options.people, "slow": int(options.people * SLOW_SHARE), "quiet": options.people}
    most = max(6000, 2 * options.people)
    async with open_venue(folder, 1, max_connections=str(most)) as venue:
        await venue.house.start()
        pid = venue.house.process_id
        async with probing(venue) as probe:
            alone = await _join(venue, options.seconds)
            before, quiet = memory_mb(pid), await probe.figures()
            async with idling(venue.house.port, **crowd) as idlers:
                watch = Watch()
                crowded = await _join(venue, options.seconds)
                others, highest = await probe.figures(), memory_mb(pid)
                seconds, came = watch.seconds, await idlers.figures()
            await asyncio.sleep(min(HEADER_DEADLINE_S, options.seconds))
            after = await _join(venue, 1)
            last = await probe.figures()
        lines, lost = venue.house.log_lines(), venue.forgotten(probe.acked)
    return {
        **crowd,
        "returns_per_s": round((sum(came.values()) - sum(crowd.values())) / seconds, 1),
        "joins": {"alone": alone, "crowded": crowded, "after": after},
        "quiet_p95_ms": quiet["ack_p95_ms"],
        "others_p95_ms": others["ack_p95_ms"],
        "p95_ratio": round(others["ack_p95_ms"] / max(1.0, quiet["ack_p95_ms"]), 2),
        "others_missed": {**others["missed"], **last["missed"]},
        "others_acked": len(probe.acked),
        "others_lost": lost,
        "grown_mb": round(highest - before, 1),
        "kb_per_idler": round((highest - before) * 1024 / sum(crowd.values()), 1),
        "log_lines": len(lines),
        "tracebacks": sum('"exception"' in line for line in lines),
        "join_goal_met": crowded["p95_ms"] <= JOIN_LIMIT_MS,
        "doubled_at_most": others["ack_p95_ms"] <= TWICE * quiet["ack_p95_ms"],
        "held": not (crowded["failed"] or after["failed"] or others["missed"] or last["missed"] or lost)
        and crowded["p95_ms"] <= BUSY_LIMIT_MS,
    }


async def _join(venue: Venue, seconds: float) -> Json:
    """People come in with the code one after the other, up to their first snapshot."""
    took, failed, number = [], 0, max(JOINS, int(JOINS_PER_S * seconds))
    for who in range(number):
        watch = Watch()
        try:
            await _come_in(venue, f"127.0.150.{1 + who % 250}")
        except (OSError, TimeoutError, Lost):
            failed += 1
        took.append(watch.seconds)
        await asyncio.sleep(seconds / number)
    return {"p50_ms": rounded_ms(quantile(took, 0.5)), "p95_ms": rounded_ms(quantile(took, 0.95)), "failed": failed}


async def _come_in(venue: Venue, source: str) -> None:
    wish = {"code": venue.gathering.code, "group_id": None, "name": None, "language": "en"}
    _, joined = await http.ask(venue.house.port, "/api/join", wish, source=source, seconds=PATIENCE_S)
    phone = Phone(venue.house.port, joined["ticket"], source)
    await phone.connect(PATIENCE_S)
    await phone.leave()


SCENARIO = Scenario(
    promise="Thousands of idle connections do not hold up anybody who joins.",
    full=Options(rounds=1, people=5000, seconds=60),
    run=run,
)
