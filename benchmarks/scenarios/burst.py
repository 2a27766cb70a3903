"""Everybody answers once, at a random moment within the time; results go to everybody meanwhile.

Ours commits each answer before it acknowledges it; the others store nothing.
"""

from benchmarks.contest import Figures, Goal, Options, Scenario
from benchmarks.scenarios._common import EQUAL_WINDOW, full_room, kept
from benchmarks.servers import Plan

THOUSAND, FIVE_THOUSAND = 1000, 5000


def measure(entrant: str, options: Options) -> Figures:
    """One burst."""
    number = options.participants
    with full_room(entrant, Plan(participants=number, settings=EQUAL_WINDOW)) as (made, server, crowd, entered):
        cpu_s = server.cpu_s()
        said = crowd.say([made.answer(who) for who in range(number)], within_s=options.seconds)
        cpu_s = server.cpu_s() - cpu_s
        stored = made.saved()
    return {
        **{name: said[name] for name in ("p50_ms", "p95_ms", "p99_ms", "max_ms")},
        **kept(said, stored, number),
        "cpu_ms_per_answer": cpu_s * 1000 / max(1, said["acked"]),
        "cpu_s": cpu_s,
        "kb_each": entered["kb_each"],
        "updates_each": said["updates"],
        "update_bytes": said["update_bytes"],
        "load_busy": said["load_busy"],
    }


SCENARIO = Scenario(
    name="burst",
    measure=measure,
    defaults=Options(participants=THOUSAND, seconds=5),
    compared=("p50_ms", "p95_ms", "p99_ms", "cpu_ms_per_answer", "kb_each"),
    goals=(
        *(Goal(figure=name, at_most=0) for name in ("lost", "refused", "absent")),
        Goal(figure="p99_ms", of="node", at_most=1.0, applies=lambda asked: asked.participants < FIVE_THOUSAND),
        Goal(figure="p99_ms", of="node", at_most=0.5, applies=lambda asked: asked.participants >= FIVE_THOUSAND),
        Goal(figure="p99_ms", of="stock", at_most=0.1, applies=lambda asked: asked.participants >= FIVE_THOUSAND),
        Goal(figure="cpu_ms_per_answer", at_most=2.0, applies=lambda asked: asked.participants <= THOUSAND),
    ),
)
