"""Everybody answers within a short time: from the last acknowledgement to the last screen that shows it."""

import statistics

from benchmarks.contest import Figures, Goal, Options, Scenario
from benchmarks.scenarios._common import full_room
from benchmarks.servers import Plan

WAVES = 5


def measure(entrant: str, options: Options) -> Figures:
    """Waves of answers, with the settings that ours has by default; of the last to see it, the worst wave counts."""
    number = options.participants
    with full_room(entrant, Plan(participants=number)) as (made, _, crowd, _):
        acts = [made.answer(who) for who in range(number)]
        waves = [crowd.say(acts, within_s=options.seconds) for _ in range(WAVES)]
    fresh = [said["fresh"] for said in waves]
    return {
        "p50_ms": statistics.median(wave["p50_ms"] for wave in fresh),
        "p99_ms": max(wave["p99_ms"] for wave in fresh),
        "max_ms": max(wave["max_ms"] for wave in fresh),
        "stale": number - min(wave["people"] for wave in fresh),
        "acked": sum(said["acked"] for said in waves),
        "updates_each": sum(said["updates"] for said in waves),
    }


SCENARIO = Scenario(
    name="fresh",
    measure=measure,
    defaults=Options(participants=1000, seconds=2),
    compared=("p99_ms",),
    goals=(Goal(figure="stale", at_most=0), Goal(figure="p99_ms", at_most=500)),
)
