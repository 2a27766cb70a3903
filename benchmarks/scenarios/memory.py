"""What a participant costs in memory, and whether it stays so while the room is in use.

Everybody answers again every ten seconds, and sees the results; the memory is read after each turn.
"""

import statistics

from benchmarks.contest import Figures, Goal, Options, Scenario
from benchmarks.scenarios._common import full_room
from benchmarks.servers import Plan

TURN_S = 10


def measure(entrant: str, options: Options) -> Figures:
    """Use, turn after turn. `growth_kb_each` is the rise per participant from the first half to the last turns."""
    number = options.participants
    turns = max(2, round(options.seconds / TURN_S))
    acts_missing = 0
    used_kb = []
    with full_room(entrant, Plan(participants=number)) as (made, server, crowd, entered):
        for _ in range(turns):
            said = crowd.say([made.answer(who) for who in range(number)], within_s=TURN_S)
            acts_missing += number - said["acked"]
            used_kb.append(server.memory_kb())
        here = said["here"]
    half = len(used_kb) // 2
    first, last = statistics.median(used_kb[:half] or used_kb), statistics.median(used_kb[half:])
    return {
        "kb_each": entered["kb_each"],
        "growth_kb_each": (last - first) / number,
        "first_turn_mb": used_kb[0] / 1024,
        "last_turn_mb": used_kb[-1] / 1024,
        "turns": turns,
        "unanswered": acts_missing,
        "gone": number - here,
    }


SCENARIO = Scenario(
    name="memory",
    measure=measure,
    defaults=Options(participants=2000, seconds=60, rounds=1),
    compared=("kb_each",),
    goals=(Goal(figure="kb_each", at_most=64), Goal(figure="growth_kb_each", at_most=2)),
)
