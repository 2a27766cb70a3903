"""The scenarios by name."""

from tests.chaos.scenario import Scenario
from tests.chaos.scenarios import (
    close_race,
    disk,
    faults_of_others,
    flood,
    frozen,
    gap,
    garbage,
    idle,
    kill,
    machine,
    restart,
)

SCENARIOS: dict[str, Scenario] = {
    "close-race": close_race.SCENARIO,
    "disk": disk.SCENARIO,
    "faults-of-others": faults_of_others.SCENARIO,
    "flood": flood.SCENARIO,
    "frozen": frozen.SCENARIO,
    "gap": gap.SCENARIO,
    "garbage": garbage.SCENARIO,
    "idle": idle.SCENARIO,
    "kill": kill.SCENARIO,
    "machine": machine.SCENARIO,
    "restart": restart.SCENARIO,
}
