"""In a small room numbers move in slow steps, so that none tells who just answered. Hosts are not kept waiting."""

import time
from pathlib import Path

from tests.cast import ELENA, GIORGOS, MARIA
from tests.live import living
from tests.wire import RawSocket, envelope

STEP_S = 1.5


def sees_one_answer(browser: RawSocket, poll_id: int) -> None:
    """Read on until the number moves; what else changes on the way may come with the number as it was."""
    while browser.until("change")["topics"].get(f"poll:{poll_id}", {}).get("answered") != 1:
        pass


def test_a_lone_answer_waits_a_whole_step_before_others_see_the_number_move(tmp_path: Path) -> None:
    with living(tmp_path, small_room="20", small_room_window_ms=str(int(STEP_S * 1000))) as live:
        poll = live.gathering.poll("words")
        live.gathering.steer(MARIA, "open_poll", poll_id=poll.id)
        giorgos, maria, elena = live.socket(GIORGOS), live.socket(MARIA), live.socket(ELENA)
        for browser in (giorgos, maria, elena):
            browser.until("snapshot")
        began = time.monotonic()
        answer = {"kind": "text", "text": "Χρόνος", "language": "el"}
        assert elena.act(envelope("respond", poll_id=poll.id, answer=answer))["ok"]
        sees_one_answer(maria, poll.id)
        hosts_waited = time.monotonic() - began
        sees_one_answer(giorgos, poll.id)
        neighbours_waited = time.monotonic() - began
        assert neighbours_waited >= STEP_S
        assert hosts_waited < neighbours_waited
