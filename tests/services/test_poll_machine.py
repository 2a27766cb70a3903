"""Answers, closing, repeating and dying in any order: the model and the house never part."""

from hypothesis import HealthCheck, settings

from tests.services.poll_machine import PollMachine

TestPollMachine = PollMachine.TestCase
TestPollMachine.settings = settings(
    max_examples=12,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
