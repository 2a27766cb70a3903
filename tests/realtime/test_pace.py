"""How fast one client may talk before it has to wait for the others."""

import time

import pytest

from facilitator.realtime.pace import BREATH, PAUSE_S, TOO_SOON_S, Pace


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which stands still until somebody moves it."""
    at = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: at[0])
    return at


def test_whoever_pours_out_messages_waits_after_every_eighth(now: list[float]) -> None:
    pace = Pace()
    assert not any(pace.pause_s() for _ in range(BREATH)), "a few at once are forgiven"
    for _ in range(3):
        pauses = [pace.pause_s() for _ in range(BREATH)]
        assert pauses == [0.0] * (BREATH - 1) + [PAUSE_S]
        now[0] += PAUSE_S


def test_whoever_talks_as_people_do_never_waits(now: list[float]) -> None:
    pace = Pace()
    for _ in range(10 * BREATH):
        assert pace.pause_s() == 0.0
        now[0] += TOO_SOON_S / BREATH
