"""One heart for a crowd: everybody is asked in time, few in the same moment, and who is silent is parted with."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from engineio.exceptions import SocketIsClosedError

from facilitator.concurrency import Loop
from facilitator.realtime import moments
from facilitator.realtime.heart import Heart

INTERVAL_S, TIMEOUT_S = 10.0, 8.0


class Over(Exception):  # noqa: N818  nothing failed: the time that was asked for has passed
    """The clock has come to the end of the story."""


@dataclass
class Clock:
    """A loop in which time passes only while somebody sleeps."""

    now: float = 100.0
    until: float = 100.0
    task: Callable[[], None] = lambda: None

    def spawn(self, task: Callable[[], None]) -> None:
        self.task = task

    def sleep(self, seconds: float) -> None:
        if self.now + seconds > self.until:
            raise Over
        self.now += seconds

    def pass_by(self, seconds: float) -> None:
        self.until = self.now + seconds
        with pytest.raises(Over):
            self.task()


@dataclass(eq=False)
class Phone:
    """A session of engine.io, and when it was asked."""

    clock: Clock
    is_awake: bool = True
    is_closed: bool = False
    asked: list[float] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    last_ping: float | None = 1.0
    heart: Any = None
    server: Any = field(
        default_factory=lambda: SimpleNamespace(
            ping_interval=INTERVAL_S, ping_timeout=TIMEOUT_S, reason=SimpleNamespace(PING_TIMEOUT="ping timeout")
        )
    )

    def send(self, _packet: object) -> None:
        if self.is_closed:
            raise SocketIsClosedError
        self.asked.append(self.clock.now)
        if self.is_awake:
            self.heart.heard(self)

    def close(self, *, reason: str, **_how: object) -> None:
        self.reasons.append(reason)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(moments, "time", SimpleNamespace(monotonic=lambda: made.now))
    return made


def crowd(clock: Clock, number: int, *, is_awake: bool = True) -> list[Phone]:
    """So many who came in the same moment."""
    heart = Heart(cast("Loop", clock))
    phones = [Phone(clock, is_awake=is_awake, heart=heart) for _ in range(number)]
    for phone in phones:
        heart.relieve(phone)
        heart.adopt(phone)
    return phones


def test_a_crowd_that_came_in_one_moment_is_asked_few_at_a_time(clock: Clock) -> None:
    phones = crowd(clock, 1000)
    clock.pass_by(60)
    moments = Counter(moment for phone in phones for moment in phone.asked)
    assert max(moments.values()) <= 12
    assert {phone.last_ping for phone in phones} == {None}


def test_everybody_is_asked_again_and_again_and_not_much_later_than_promised(clock: Clock) -> None:
    phones = crowd(clock, 200)
    clock.pass_by(100)
    assert min(len(phone.asked) for phone in phones) >= 9
    pauses = [late - soon for phone in phones for soon, late in zip(phone.asked, phone.asked[1:], strict=False)]
    assert min(pauses) >= INTERVAL_S
    assert max(pauses) <= INTERVAL_S + 0.2
    assert [phone for phone in phones if phone.reasons] == []


def test_who_is_silent_is_parted_with_once_and_who_speaks_stays(clock: Clock) -> None:
    frozen, awake = crowd(clock, 2)
    frozen.is_awake = False
    clock.pass_by(INTERVAL_S + TIMEOUT_S - 1)
    assert frozen.reasons == []
    clock.pass_by(60)
    assert (frozen.reasons, len(frozen.asked)) == (["ping timeout"], 1)
    assert awake.reasons == []


def test_nobody_else_goes_unasked_because_one_went_this_very_moment(clock: Clock) -> None:
    gone, here = crowd(clock, 2)
    gone.is_closed = True
    clock.pass_by(INTERVAL_S + 1)
    assert (gone.asked, len(here.asked)) == ([], 1)


def test_who_is_gone_is_asked_no_more(clock: Clock) -> None:
    (phone,) = crowd(clock, 1)
    phone.heart.forget(phone)
    clock.pass_by(60)
    assert phone.asked == []
