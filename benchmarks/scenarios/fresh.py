"""Everybody answers within a short time: from the last acknowledgement to the last screen that shows it."""

from benchmarks.contest import Figures, Goal, Options, Scenario
from benchmarks.scenarios._common import full_room
from benchmarks.servers import Plan


def measure(entrant: str, options: Options) -> Figures:
    """One burst, with the settings that ours has by default."""
    number = options.participants
    with full_room(entrant, Plan(participants=number)) as (made, _, crowd, _):
        said = crowd.say([made.answer(who) for who in range(number)], within_s=options.seconds)
    fresh = said["fresh"]
    return {
        **{name: fresh[name] for name in ("p50_ms", "p99_ms", "max_ms")},
        "stale": number - fresh["people"],
        "acked": said["acked"],
        "updates_each": said["updates"],
    }


SCENARIO = Scenario(
    name="fresh",
    measure=measure,
    defaults=Options(participants=1000, seconds=2),
    compared=("p99_ms",),
    goals=(Goal(figure="stale", at_most=0), Goal(figure="p99_ms", at_most=500)),
)
