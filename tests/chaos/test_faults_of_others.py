"""One test for each thing that another product was seen to let through."""

import asyncio

import pytest

from tests.chaos.faults import FAULTS
from tests.chaos.history import Json
from tests.chaos.scenario import Options
from tests.chaos.scenarios import faults_of_others


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Json:
    return asyncio.run(faults_of_others.run(Options(rounds=1, people=6), tmp_path_factory.mktemp("faults")))


@pytest.mark.parametrize("fault", FAULTS)
def test_it_stays_outside(figures: Json, fault: str) -> None:
    assert figures["let_through"][fault] == 0
