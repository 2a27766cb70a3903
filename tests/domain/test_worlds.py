"""Worlds: which counts can be worked out from sums and bounds."""

from random import Random

from facilitator.domain.privacy.worlds import World


def some_world(random: Random) -> World:
    """Counts in which some are told, some are told roughly, and of most nothing is told."""
    rows, columns = random.randint(2, 5), random.randint(2, 5)
    counts = [[random.choice((0, 1, 2, 5, 9)) for _ in range(columns)] for _ in range(rows)]
    low, high = [[0] * columns for _ in counts], [[sum(row)] * columns for row in counts]
    for row, numbers in enumerate(counts):
        for column, number in enumerate(numbers):
            least = random.choice((0, 0, 1, number))
            low[row][column] = min(least, number)
            high[row][column] = random.choice((high[row][column], number + 1, number))
    return World(counts, low, high)


def test_a_count_is_fixed_exactly_where_no_other_value_is_possible() -> None:
    random, fixed, free = Random(7), 0, 0  # noqa: S311  repeatable, not secret
    for _ in range(300):
        world = some_world(random)
        found = {(row, column): value for row, column, value in world.fixed()}
        for row in world.rows:
            for column in world.columns:
                low, high = world.span(row, column)
                assert ((row, column) in found) == (low == high), (world.counts, world.low, world.high)
                fixed, free = fixed + (low == high), free + (low < high)
    assert min(fixed, free) > 500


def test_a_link_between_two_halves_that_go_round_within_themselves_is_fixed() -> None:
    told = [[1, 1, 0, 0], [1, 1, 1, 0], [0, 0, 1, 1], [0, 0, 1, 1]]
    world = World(told, [[0] * 4 for _ in told], [[2 * min(1, each) for each in row] for row in told])
    assert (1, 2, 1) in set(world.fixed())
    assert (0, 0, 1) not in set(world.fixed())
