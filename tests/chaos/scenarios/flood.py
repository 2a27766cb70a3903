"""flood: one client sends 10,000 events a second, of every kind. The others hardly feel it."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from facilitator.demo.leash import leashed
from tests.chaos.flooder import KINDS, UNCUT
from tests.chaos.history import Json
from tests.chaos.house import ROOT
from tests.chaos.measure import Watch, memory_mb
from tests.chaos.probe import Probe, probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

TWICE = 2.0
SLACK_MS = 15.0  # what a busy machine adds by itself
ACK_LIMIT_MS = 3000.0  # however busy the machine is: so late, a phone says that it was not sent
CUT_LIMIT_S = 2.0
GROWTH_LIMIT_MB = 50.0


async def run(options: Options, folder: Path) -> Figures:
    """Measure the others in peace, then under each kind of flood."""
    async with open_venue(folder, options.people) as venue:
        await venue.house.start()
        watch = Watch()
        async with probing(venue) as probe:
            await asyncio.sleep(1)
            kinds = [kind for _ in range(options.rounds) for kind in KINDS]
            floods = [await _flood(venue, probe, kind, options.seconds) for kind in kinds]
            memory = memory_mb(venue.house.process_id)
        lines, seconds = venue.house.log_lines(), watch.seconds
        lost = venue.forgotten(probe.acked)
    return {
        "rounds": options.rounds,
        "floods": floods,
        "others_acked": len(probe.acked),
        "others_lost": lost,
        "log_lines_per_s": round(len(lines) / seconds, 2),
        "tracebacks": sum('"exception"' in line for line in lines),
        "worst_ratio": max(flood["p95_ratio"] for flood in floods),
        "slowest_cut_s": max(flood["first_cut_s"] or 0 for flood in floods),
        "memory_mb": round(memory),
        "doubled_at_most": all(_is_hardly_felt(flood) for flood in floods),
        "held": not lost and all(_is_bearable(flood) for flood in floods) and len(lines) <= seconds + 1,
    }


def _is_hardly_felt(flood: Json) -> bool:
    return bool(flood["flooded_p95_ms"] <= TWICE * flood["quiet_p95_ms"] + SLACK_MS)


def _is_bearable(flood: Json) -> bool:
    is_cut = flood["kind"] in UNCUT or (flood["cuts"] > 0 and flood["first_cut_s"] <= CUT_LIMIT_S)
    is_served = flood["acks"] and flood["flooded_p95_ms"] <= ACK_LIMIT_MS and not flood["missed"]
    return bool(is_cut and is_served and flood["grown_mb"] <= GROWTH_LIMIT_MB)


async def _flood(venue: Venue, probe: Probe, kind: str, seconds: float) -> Json:
    """One flood, and how the others fared before and in it."""
    await probe.figures()
    await asyncio.sleep(seconds)
    quiet, before = await probe.figures(), memory_mb(venue.house.process_id)
    flooder = await _send_flooder(venue, kind, seconds)
    flooded, after = await probe.figures(), memory_mb(venue.house.process_id)
    return {
        "kind": kind,
        "quiet_p95_ms": quiet["ack_p95_ms"],
        "flooded_p95_ms": flooded["ack_p95_ms"],
        "p95_ratio": round(flooded["ack_p95_ms"] / max(1.0, quiet["ack_p95_ms"]), 2),
        "acks": flooded["acks"],
        "missed": flooded["missed"],
        "grown_mb": round(after - before, 1),
        **flooder,
    }


async def _send_flooder(venue: Venue, kind: str, seconds: float) -> Json:
    poll, guest = venue.poll("way"), venue.guests[0]
    process = await asyncio.create_subprocess_exec(
        *leashed(sys.executable, "-m", "tests.chaos.flooder"), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    told = [venue.house.port, guest.ticket, kind, seconds, poll.id, poll.options[0].id]
    try:
        said, _ = await process.communicate(json.dumps(told).encode() + b"\n")
    finally:
        if process.returncode is None:
            process.kill()
    figures: Json = json.loads(said)
    return figures


SCENARIO = Scenario(
    promise="One client that floods does not slow the others, is cut off, and fills neither memory nor log.",
    full=Options(rounds=1, people=10, seconds=8),
    run=run,
)
