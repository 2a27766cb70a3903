"""What is read of a process, and that no process stays."""

import os
import signal
import subprocess
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


def test_nothing_stays_when_a_measurement_is_told_to_end() -> None:
    script = f"""
import sys, time
from benchmarks import machine
machine.end_on_signals()
with machine.running([sys.executable, "-c", {SLEEPER!r}], machine.cores()[0]) as process:
    print(process.pid, process.stdout.readline().strip(), flush=True)
    time.sleep(60)
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=machine.ROOT, stdout=subprocess.PIPE, text=True) as measurement:
        assert measurement.stdout is not None
        started = measurement.stdout.readline().split()[0]
        measurement.send_signal(signal.SIGTERM)
        code = measurement.wait(timeout=20)

    assert code == 128 + signal.SIGTERM
    assert not Path(f"/proc/{started}").exists()
