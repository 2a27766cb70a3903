"""The end of serving: whoever is being served is answered before the sockets close, unless that takes long."""

from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace
from typing import Any, Self

from facilitator.realtime.goodbye import ANSWERED_S, HEARD_S, LINGER_S, say_goodbye


@dataclass
class Ending:
    """A desk, its loop and the open sockets in one; time passes when somebody sleeps."""

    busy_for_s: float
    silent_for_s: float = 0.0
    now: float = 0.0
    closed_at: float | None = None
    open: dict[str, Any] = field(default_factory=lambda: {"Elena": SimpleNamespace(is_idle=True)})
    presence = SimpleNamespace(seats=MappingProxyType({}))

    @property
    def loop(self) -> Self:
        return self

    @property
    def is_busy(self) -> bool:
        return self.now < self.busy_for_s

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.closed_at is not None and self.now >= self.closed_at + self.silent_for_s:
            self.open.clear()

    def end_all(self) -> None:
        self.closed_at = self.now

    def goodbye(self) -> float:
        """Say it; when it is over."""
        desk: Any = self
        wires = SimpleNamespace(open=self.open, end_all=self.end_all)
        server: Any = SimpleNamespace(server=SimpleNamespace(manager=SimpleNamespace(wires=wires)))
        say_goodbye(server, desk)
        return self.now


def test_whoever_waits_for_a_page_or_for_an_answer_to_be_saved_is_served_first() -> None:
    ending = Ending(busy_for_s=0.5)
    ending.goodbye()
    assert ending.closed_at is not None
    assert 0.5 <= ending.closed_at < ANSWERED_S


def test_nobody_is_waited_for_who_takes_too_long_or_does_not_listen() -> None:
    ending = Ending(busy_for_s=60, silent_for_s=60)
    assert round(ending.goodbye(), 2) == LINGER_S + ANSWERED_S + HEARD_S


def test_a_house_in_which_nothing_happens_is_left_at_once() -> None:
    assert Ending(busy_for_s=0).goodbye() < LINGER_S + 0.1
