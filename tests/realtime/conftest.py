"""The small house, in every way of serving."""

from collections.abc import Iterator

import pytest

from tests.realtime.small_house import MODES, SmallHouse


@pytest.fixture(params=MODES)
def house(request: pytest.FixtureRequest) -> Iterator[SmallHouse]:
    with SmallHouse(request.param) as house:
        yield house
