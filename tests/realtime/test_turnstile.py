"""A crowd that leaves: in order, a few at a time, and whoever stays has a turn in between."""

from collections.abc import Callable
from typing import Any

from facilitator.realtime.turnstile import AT_ONCE, Turnstile


class SlowMotion:
    """A loop of which every step is written down; whoever was to wait goes on at once and is written down later."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.spawned: list[Callable[[], None]] = []
        self._replies = 0

    def reply(self) -> Any:  # noqa: ANN401  what a test needs of a reply
        self._replies += 1
        return Turn(self.steps, self._replies)

    def spawn(self, function: Callable[[], None]) -> None:
        self.spawned.append(function)

    def sleep(self, seconds: float) -> None:
        assert seconds == 0
        self.steps.append("others")


class Turn:
    """Somebody's place in the line."""

    def __init__(self, steps: list[str], number: int) -> None:
        self._steps, self._number = steps, number

    def give(self, _value: object) -> None:
        self._steps.append(str(self._number))

    def wait(self) -> None:
        """Go on at once."""


def test_a_crowd_goes_in_order_and_lets_others_have_a_turn() -> None:
    loop: Any = SlowMotion()
    turnstile = Turnstile(loop)
    for _ in range(AT_ONCE * 2 + 3):
        turnstile.wait()
    (let_through,) = loop.spawned
    let_through()
    numbers = [str(number) for number in range(1, AT_ONCE * 2 + 4)]
    first, second, last = numbers[:AT_ONCE], numbers[AT_ONCE : AT_ONCE * 2], numbers[AT_ONCE * 2 :]
    assert loop.steps == [*first, "others", *second, "others", *last, "others"]


def test_who_comes_when_everybody_is_through_is_let_through_too() -> None:
    loop: Any = SlowMotion()
    turnstile = Turnstile(loop)
    for _ in range(2):
        turnstile.wait()
        loop.spawned.pop()()
    assert loop.steps == ["1", "others", "2", "others"]
