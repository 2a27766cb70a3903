"""How often somebody may try: a person is never slowed, a flood is, and it is told for how long."""

import threading
import time

import pytest

from facilitator.domain.errors import TooFast
from facilitator.services import rates as module
from facilitator.services.rates import RATES, CalmMemory, Rates, rate_of
from facilitator.services.registry import COMMANDS


def test_ten_answers_at_once_are_allowed_and_the_eleventh_waits() -> None:
    rates = Rates()
    for _ in range(10):
        rates.need("answer", "elena")
    with pytest.raises(TooFast) as refused:
        rates.need("answer", "elena")
    assert refused.value.retry is True
    assert refused.value.details == {"wait_s": 2}


def test_one_person_uses_up_nobody_else_s_tries() -> None:
    rates = Rates()
    for _ in range(5):
        rates.need("idea", "elena")
    with pytest.raises(TooFast):
        rates.need("idea", "elena")
    rates.need("idea", "giorgos")


def test_looking_costs_nothing() -> None:
    rates = Rates()
    for _ in range(100):
        rates.look("code", "127.0.0.1")
    for _ in range(30):
        rates.need("code", "127.0.0.1")
    with pytest.raises(TooFast):
        rates.look("code", "127.0.0.1")


def test_an_operator_can_allow_more() -> None:
    rates = Rates(factor=3)
    for _ in range(30):
        rates.need("answer", "elena")
    with pytest.raises(TooFast):
        rates.need("answer", "elena")


def test_counting_starts_no_thread() -> None:
    rates = Rates()
    before = set(threading.enumerate())
    for _ in range(30):
        rates.need("code", "127.0.0.1")
    with pytest.raises(TooFast):
        rates.look("code", "127.0.0.1")
    assert set(threading.enumerate()) <= before


def test_who_tries_no_more_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, now = CalmMemory(), [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    for who in ("elena", "giorgos", "siobhan"):
        assert memory.acquire_entry(who, 10, 2)
    now[0] += module.SWEEP_S + 1
    assert memory.acquire_entry("zofia", 10, 2)
    assert (set(memory.events), set(memory.locks)) == ({"zofia"}, {"zofia"})


def test_who_tries_for_hours_takes_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, now = CalmMemory(), [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    for _ in range(1_000):
        now[0] += 1
        assert memory.acquire_entry("elena", 3, 2)
    assert len(memory.events["elena"]) == 3
    assert not memory.acquire_entry("elena", 3, 3)


def test_every_command_counts_for_a_rate() -> None:
    assert {rate_of(name) for name in COMMANDS} <= set(RATES)
    assert rate_of("respond") == "answer"
    assert rate_of("close_poll") == "host"
