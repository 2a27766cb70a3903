"""The scenarios by name."""

from tests.chaos.scenario import Scenario
from tests.chaos.scenarios import kill

SCENARIOS: dict[str, Scenario] = {
    "kill": kill.SCENARIO,
}
