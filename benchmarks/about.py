"""What a figure was measured on: the machine, how busy it was with other things, and the versions."""

import json
import os
import platform
import subprocess
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import machine

PACKAGES = ("flask-socketio", "python-socketio", "eventlet", "websockets", "sqlalchemy")
TURNS = 2_000_000


def describe() -> dict[str, Any]:
    """The machine and the versions; `spin_ms` is what a fixed loop costs now, so that slow hours are seen."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "at": datetime.now(UTC).isoformat(timespec="minutes"),
        "cpu": _cpu(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(pages / 2**30),
        "kernel": platform.release(),
        "load_average": os.getloadavg()[0],
        "spin_ms": round(spin_ms(), 1),
        "python": platform.python_version(),
        "node": _node_version(),
        "socket.io": _npm_version("socket.io"),
        **{name: version(name) for name in PACKAGES},
    }


def spin_ms() -> float:
    """Milliseconds of CPU that a loop of fixed length needs on the server's core."""
    core, _ = machine.cores()
    with machine.on_core(core):
        begun = time.thread_time()
        for _ in range(TURNS):
            pass
        return (time.thread_time() - begun) * 1000


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _node_version() -> str:
    command = [machine.node(), "--version"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  our own


def _npm_version(name: str) -> str:
    found: str = json.loads((machine.ROOT / "node_modules" / name / "package.json").read_text())["version"]
    return found
