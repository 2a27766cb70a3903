"""What is read of a process, and that no process stays."""

import os
import sys
from pathlib import Path

import pytest

from benchmarks import machine

SLEEPER = "import time; print('here', flush=True); time.sleep(60)"


def test_a_process_runs_on_its_core_and_is_gone_afterwards() -> None:
    core, _ = machine.cores()
    before = os.sched_getaffinity(0)

    with machine.running([sys.executable, "-c", SLEEPER], core) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        assert os.sched_getaffinity(process.pid) == {core}
        assert machine.cpu_s(process.pid) > 0
        assert machine.memory_kb(process.pid) > 1000

    assert not Path(f"/proc/{process.pid}").exists()
    assert os.sched_getaffinity(0) == before


def test_a_process_is_stopped_when_the_measurement_breaks() -> None:
    started = []

    def measure() -> None:
        with machine.running([sys.executable, "-c", SLEEPER], machine.cores()[0]) as process:
            started.append(process)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        measure()

    assert started[0].returncode == -15
