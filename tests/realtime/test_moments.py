"""Elena, Giorgos and Zofia each wait ten seconds, from the moment they came."""

from types import SimpleNamespace

import pytest

from facilitator.realtime import moments
from facilitator.realtime.moments import Moments
from tests.cast import ELENA, GIORGOS, ZOFIA, Person

WAIT_S = 10.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    made = SimpleNamespace(now=100.0)
    monkeypatch.setattr(moments, "time", SimpleNamespace(monotonic=lambda: made.now))
    return made


@pytest.fixture
def waiting(clock: SimpleNamespace) -> Moments[Person]:
    """They came a second apart."""
    made = Moments[Person]()
    for who in (ELENA, GIORGOS, ZOFIA):
        made.put(who, WAIT_S)
        clock.now += 1
    return made


def test_each_is_due_once_and_in_the_order_they_came(clock: SimpleNamespace, waiting: Moments[Person]) -> None:
    assert list(waiting.due()) == []
    clock.now = 111
    assert list(waiting.due()) == [ELENA, GIORGOS]
    assert list(waiting.due()) == []
    assert (ZOFIA in waiting, len(waiting)) == (True, 1)


def test_who_is_put_in_again_waits_from_then_on(clock: SimpleNamespace, waiting: Moments[Person]) -> None:
    waiting.put(ELENA, WAIT_S)
    waiting.forget(GIORGOS)
    clock.now = 112
    assert list(waiting.due()) == [ZOFIA]


def test_one_can_ask_who_has_waited_for_some_time_already(waiting: Moments[Person]) -> None:
    assert next(waiting.due(ahead_s=WAIT_S - 2.5), None) == ELENA
    assert next(waiting.due(ahead_s=WAIT_S - 2.5), None) is None, "Giorgos has waited for two seconds only"


def test_a_crowd_that_is_due_at_once_has_its_turn_little_by_little(clock: SimpleNamespace) -> None:
    crowd = Moments[int]()
    for number in range(1000):
        crowd.put(number, WAIT_S)
    clock.now += WAIT_S
    turns = []
    while len(crowd):
        turns.append(len(list(crowd.few_due(0.05, WAIT_S))))
    assert max(turns) == 11
    assert len(turns) * 0.05 <= WAIT_S * 2
