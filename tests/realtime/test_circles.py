"""What is left of those who are gone: nothing, also before Python looks for circles of dead objects."""

import gc
from collections.abc import Iterator

import pytest

from tests.realtime.small_house import SmallHouse, until

MANY = 10


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Python does not look for dead circles meanwhile."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def come_and_go(house: SmallHouse, count: int) -> None:
    phones = [house.phone() for _ in range(count)]
    for phone in phones:
        phone.join()
    for phone in phones:
        phone.hang_up()
    house.forget_phones()
    until(lambda: house.sessions == 0 and not house.wires.open)


def dead_in_circles(house: SmallHouse) -> int:
    """How many objects only the collector finds."""
    found: list[int] = []
    house.on_loop(lambda: found.append(gc.collect()))
    return found[0]


@pytest.mark.usefixtures("no_collector")
def test_nothing_is_left_for_the_collector_of_phones_that_went(house: SmallHouse) -> None:
    come_and_go(house, 1)  # what is made once and kept is made now
    house.settle()
    dead_in_circles(house)
    come_and_go(house, MANY)
    house.settle()
    assert dead_in_circles(house) < MANY
