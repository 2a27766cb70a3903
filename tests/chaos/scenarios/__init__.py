"""The scenarios by name."""

from tests.chaos.scenario import Scenario
from tests.chaos.scenarios import close_race, gap, kill

SCENARIOS: dict[str, Scenario] = {
    "close-race": close_race.SCENARIO,
    "gap": gap.SCENARIO,
    "kill": kill.SCENARIO,
}
