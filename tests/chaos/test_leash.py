"""Whatever becomes of the harness: nothing that it started is left over."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.demo.leash import leashed
from tests.chaos.house import ROOT

PATIENCE_S = 90.0
FREEZING = ("frozen", "--people", "6", "--seconds", "0.5")
KILLING = ("kill", "--rounds", "100", "--people", "4")
ON_ITS_DISK = ("disk", "--rounds", "1", "--people", "4", "--seconds", "60")


ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture(autouse=True)
def _hearing() -> Iterator[None]:
    """Under nohup, or behind a shell's back, some signals are ignored: what is started would inherit that."""
    before = {ending: signal.signal(ending, signal.default_int_handler) for ending in ENDINGS}
    yield
    for ending, handler in before.items():
        signal.signal(ending, handler)


@pytest.fixture
def harness(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Starts a scenario, as ./dev chaos does."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> "subprocess.Popen[bytes]":
        with (tmp_path / "log").open("ab") as log:
            command = leashed(sys.executable, "-m", "tests.chaos", *words)
            here = {**os.environ, "TMPDIR": str(tmp_path)}  # who is killed leaves a folder behind
            started.append(subprocess.Popen(command, cwd=ROOT, env=here, stdout=log, stderr=log))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def children(process_id: int) -> set[int]:
    """The processes that a process started, and theirs."""
    found: set[int] = set()
    for listed in Path(f"/proc/{process_id}/task").glob("*/children"):
        for child in map(int, listed.read_text().split()):
            found |= {child} | children(child)
    return found


def state_of(process_id: int) -> str:
    """How a process is, in the system's letters: R, S, T when it is stopped, nothing when it is gone."""
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def is_gone(process_id: int) -> bool:
    return state_of(process_id) in {"", "Z", "X"}  # what nobody waits for any more is init's to bury


def until(is_so: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("words", "number"), [(KILLING, 1), (FREEZING, 3), (ON_ITS_DISK, 2)], ids=["a server", "frozen phones", "a disk"]
)
def test_when_the_harness_is_killed_its_children_are_gone_too(
    harness: Callable[..., "subprocess.Popen[bytes]"], words: tuple[str, ...], number: int
) -> None:
    parent = harness(*words)
    until(lambda: len(children(parent.pid)) >= number)
    if words == FREEZING:
        until(lambda: any(state_of(child) == "T" for child in children(parent.pid)))
    left = children(parent.pid)
    parent.kill()
    parent.wait()
    until(lambda: all(map(is_gone, left)), 5)


@pytest.mark.parametrize("ending", ENDINGS)
def test_when_the_harness_is_told_to_end_it_leaves_nobody(
    harness: Callable[..., "subprocess.Popen[bytes]"], ending: signal.Signals
) -> None:
    parent = harness(*KILLING)
    until(lambda: len(children(parent.pid)) >= 1)
    left = children(parent.pid)
    parent.send_signal(ending)
    assert parent.wait(PATIENCE_S) != 0
    assert all(map(is_gone, left))


def test_a_leash_whose_holder_is_gone_already_starts_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    command = leashed(sys.executable, "-c", f"open({str(mark)!r}, 'w')")
    subprocess.run(command, check=True)
    assert mark.exists()
    mark.unlink()
    orphan = [*command[:4], "1", *command[5:]]
    assert orphan[3:5] == [command[3], "1"]
    subprocess.run(orphan, check=True)
    assert not mark.exists()
