"""The scenarios by name."""

from tests.chaos.scenario import Scenario
from tests.chaos.scenarios import close_race, disk, faults_of_others, flood, gap, kill

SCENARIOS: dict[str, Scenario] = {
    "close-race": close_race.SCENARIO,
    "disk": disk.SCENARIO,
    "faults-of-others": faults_of_others.SCENARIO,
    "flood": flood.SCENARIO,
    "gap": gap.SCENARIO,
    "kill": kill.SCENARIO,
}
