"""What is measured, by name."""

from benchmarks.contest import Scenario
from benchmarks.scenarios import board, burst, fanout, fresh, join, memory, real, tally

SCENARIOS: dict[str, Scenario] = {
    module.SCENARIO.name: module.SCENARIO for module in (burst, fanout, join, fresh, memory, tally, board, real)
}
