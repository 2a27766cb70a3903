"""Starting, stopping and being asked: one clear sentence when it cannot, a goodbye when it must."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import requests

from facilitator.realtime.goodbye import LATEST_MS, SOONEST_MS
from tests.cast import ELENA, MARIA
from tests.live import living
from tests.wire import envelope


def start(*command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line to its end, with settings."""
    environment = dict(os.environ) | {f"FACILITATOR_{name.upper()}": value for name, value in settings.items()}
    words = [sys.executable, "-m", "facilitator.cli", *command]
    return subprocess.run(words, capture_output=True, text=True, timeout=30, check=False, env=environment)


def is_one_sentence(said: str) -> bool:
    """Whether something is said in one line, and no traceback."""
    return said.count("\n") == 1 and said.strip().endswith(".") and "Traceback" not in said


def test_a_taken_port_is_told_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = start("serve", port=port, data=str(tmp_path))
    assert ended.returncode == 2
    assert is_one_sentence(ended.stderr)
    assert port in ended.stderr


def test_a_data_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("in the way")
    ended = start("serve", port="0", data=str(tmp_path / "a-file"))
    assert (ended.returncode, is_one_sentence(ended.stderr)) == (2, True)


def test_a_newer_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    assert start("migrate", data=str(tmp_path)).returncode == 0
    import sqlite3  # noqa: PLC0415  only this test changes a database behind everybody's back

    with sqlite3.connect(tmp_path / "facilitator.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    ended = start("serve", port="0", data=str(tmp_path))
    assert (ended.returncode, is_one_sentence(ended.stderr)) == (2, True)
    assert "newer" in ended.stderr


def test_a_wrong_setting_is_told_in_one_sentence(tmp_path: Path) -> None:
    ended = start("serve", port="many", data=str(tmp_path))
    assert (ended.returncode, is_one_sentence(ended.stderr)) == (2, True)
    assert "FACILITATOR_PORT" in ended.stderr


def test_every_setting_is_listed_with_its_help() -> None:
    listed = start("settings").stdout
    for name in ("FACILITATOR_HOST", "FACILITATOR_PORT", "FACILITATOR_DATA", "FACILITATOR_ASYNC"):
        assert f"{name}=" in listed
    assert "Address to listen on." in listed


def test_the_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    with living(tmp_path) as live:
        assert (live.data / "secret").stat().st_mode & 0o777 == 0o600


def test_a_stopped_server_says_when_to_come_back_and_ends_at_once(tmp_path: Path) -> None:
    with living(tmp_path) as live:
        poll = live.gathering.poll("words")
        live.gathering.steer(MARIA, "open_poll", poll_id=poll.id)
        elena = live.socket(ELENA)
        answer = {"kind": "text", "text": "Χρόνος", "language": "el"}
        assert elena.act(envelope("respond", poll_id=poll.id, answer=answer))["ok"]
        began = time.monotonic()
        os.kill(live.served.process_id, signal.SIGTERM)
        bye = elena.until("bye")
        assert (bye["code"], bye["retry"]) == ("restarting", True)
        assert SOONEST_MS <= bye["retry_in_ms"] <= LATEST_MS
        elena.closes_with()
        os.waitid(os.P_PID, live.served.process_id, os.WEXITED | os.WNOWAIT)
        assert time.monotonic() - began < 10
        state = live.gathering.state(ELENA)
        assert state["me"] is not None
        assert [own["text"] for own in state["me"]["responses"].values()] == ["Χρόνος"]


def test_it_says_how_it_is(tmp_path: Path) -> None:
    with living(tmp_path) as live:
        base = live.served.base
        assert requests.get(f"{base}/healthz", timeout=5).json() == {"ok": True}
        ready = requests.get(f"{base}/readyz", timeout=5)
        assert (ready.status_code, ready.json()["checks"]["database"]) == (200, True)
        elena = live.socket(ELENA)
        assert elena.act(envelope("respond", poll_id=1, answer={}))["code"] == "poll_not_open"
        numbers = requests.get(f"{base}/metrics", timeout=5).text
        assert 'facilitator_refused_total{code="poll_not_open"} 1.0' in numbers
        assert "facilitator_sockets 1.0" in numbers
        elena.close()


def test_it_can_be_stopped_in_the_moment_in_which_it_says_that_it_serves(tmp_path: Path) -> None:
    environment = dict(os.environ) | {"FACILITATOR_DATA": str(tmp_path), "FACILITATOR_PORT": "0"}
    command = [sys.executable, "-m", "facilitator.cli", "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline().startswith(b"Facilitator serves on")
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=20) == 0


def test_a_process_manager_can_start_it(tmp_path: Path) -> None:
    environment = dict(os.environ) | {"FACILITATOR_DATA": str(tmp_path), "FACILITATOR_PORT": "0"}
    command = [sys.executable, str(Path(__file__).parent.parent / "wsgi.py")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        base = serving.stdout.readline().split()[3]
        assert requests.get(f"{base}/healthz", timeout=10).json() == {"ok": True}
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(timeout=20) == 0
