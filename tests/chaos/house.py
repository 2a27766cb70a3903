"""A server process that can be killed, stopped, and started again on the same port and the same data."""

import asyncio
import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.demo.leash import leashed
from tests.chaos.measure import Watch

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
_PORTS = range(20_000, 30_000)  # below those that the system gives to clients, so that nobody takes it in a restart


def free_port() -> int:
    """A port that stays ours while its server is dead."""
    for port in random.sample(_PORTS, 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


class House:
    """`facilitator serve` on a data folder. `around` is a command that starts it, such as one that makes a disk."""

    def __init__(self, data: Path, log: Path, *, around: Sequence[str] = (), **settings: str) -> None:
        self.port = free_port()
        self._log = log
        self._command = leashed(sys.executable, "-m", "facilitator.cli", "serve", around=around)
        named = {f"FACILITATOR_{name.upper()}": value for name, value in settings.items()}
        place = {"FACILITATOR_DATA": str(data), "FACILITATOR_PORT": str(self.port), "PYTHONPATH": str(ROOT)}
        self._environment = {**os.environ, "PYTHONUNBUFFERED": "1", **place, **named}
        self._process: subprocess.Popen[str] | None = None

    @property
    def process_id(self) -> int:
        assert self._process is not None
        return self._process.pid

    def begin(self) -> None:
        """Start the process, and do not wait for it."""
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, stdout=subprocess.PIPE, stderr=log, text=True
            )

    async def serves(self) -> None:
        """Wait until it serves."""
        process = self._process
        assert process is not None
        late = asyncio.get_running_loop().call_later(PATIENCE_S, process.kill)
        try:
            has_begun = await asyncio.to_thread(_read_until_it_serves, process)
        finally:
            late.cancel()
        if not has_begun:
            raise RuntimeError(f"the server did not start:\n{self._log.read_text()[-2000:]}")

    async def start(self) -> float:
        """Start, and wait until it serves; returns how many seconds that took."""
        watch = Watch()
        self.begin()
        await self.serves()
        return watch.seconds

    def try_in_vain(self) -> tuple[int | None, str]:
        """Start when it should not; returns the exit code, None when it serves all the same, and what it said."""
        process = subprocess.Popen(self._command, env=self._environment, stderr=subprocess.PIPE, text=True)
        try:
            _, said = process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            return None, process.communicate()[1]
        return process.returncode, said

    def kill(self) -> None:
        """Pull the plug."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> int:
        """Ask it to end, as a process manager does; returns its exit code. Nothing happens when it does not run."""
        return self._end(subprocess.Popen.terminate)

    def freeze(self) -> None:
        """Stop the process where it stands."""
        os.kill(self.process_id, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        os.kill(self.process_id, signal.SIGCONT)

    def log_lines(self) -> list[str]:
        """What it has logged so far, in all its lives."""
        return self._log.read_text().splitlines()

    def _end(self, how: "Callable[[subprocess.Popen[str]], None]") -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        how(process)
        try:
            process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        return process.returncode


def _read_until_it_serves(process: "subprocess.Popen[str]") -> bool:
    assert process.stdout is not None
    return any("serves on" in line for line in process.stdout)
