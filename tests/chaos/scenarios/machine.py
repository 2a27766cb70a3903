"""machine: people and hosts do anything in any order, and a small model says what must be true after each step."""

import asyncio
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.chaos.scenario import Figures, Options, Scenario
from tests.services.poll_machine import PollMachine

STEPS = 50


async def run(options: Options, folder: Path) -> Figures:
    """As many examples as there are rounds, each of some dozens of steps, with a few commands in each."""
    del folder
    count: Counter[str] = Counter()

    @seed(options.seed)
    class Counting(PollMachine):
        """The machine, with a counter."""

        def what_happened(self, what: str, number: int) -> None:
            count[what] += number

    limits = settings(
        max_examples=options.rounds,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    divergence = ""
    try:
        await asyncio.to_thread(run_state_machine_as_test, Counting, settings=limits)
    except AssertionError as error:
        divergence = str(error)
    return {
        "examples": options.rounds,
        "steps": count["steps"],
        "commands": count["commands"],
        "divergences": int(bool(divergence)),
        "example": divergence,
        "held": not divergence,
    }


SCENARIO = Scenario(
    promise="One answer for each person, the last one before the close; none after it; whatever dies in between.",
    full=Options(rounds=200, people=3),
    run=run,
)
