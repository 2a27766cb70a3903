"""Thousands who say nothing, or one letter at a time, in a process of their own.

`python -m tests.chaos.idlers` reads one line of JSON (port, silent, slow, quiet sockets with their ticket),
connects them all, says `ready`, and keeps the slow ones slow; whoever is shut out comes back after some
seconds. For a further line it tells how often each kind came, and ends.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

from facilitator.demo.leash import leashed
from tests.chaos import raw
from tests.chaos.house import ROOT
from tests.chaos.http import HERE
from tests.chaos.measure import allow_files

LETTER_EVERY_S = 5.0
AT_ONCE = 200
BACK_AFTER_S = (1.0, 9.0)
_HEAD = b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: " + b"z" * 1000


class Idlers:
    """They come again and again."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._some_at_once = asyncio.Semaphore(AT_ONCE)
        self._here = asyncio.Event()
        self._expected = 0
        self.came: Counter[str] = Counter()

    async def run(self, silent: int, slow: int, quiet: int) -> None:
        """Come, and stay for as long as there is somebody who reads the commands."""
        kinds = ["silent"] * silent + ["slow"] * slow + ["quiet"] * quiet
        self._expected = len(kinds)
        tasks = [asyncio.create_task(self._idle(kind, number)) for number, kind in enumerate(kinds)]
        await self._here.wait()
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        print(json.dumps(self.came), flush=True)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _idle(self, kind: str, number: int) -> None:
        source, chance = f"127.0.{10 + number // 250}.{1 + number % 250}", Random(number)
        while True:
            with contextlib.suppress(OSError):
                await self._stay(kind, source)
            await asyncio.sleep(chance.uniform(*BACK_AFTER_S))

    async def _stay(self, kind: str, source: str) -> None:
        async with self._some_at_once:
            reader, writer = await asyncio.open_connection(HERE, self._port, local_addr=(source, 0))
        try:
            self._count(kind)
            if kind == "slow":
                await self._speak_slowly(writer)
            if kind == "quiet":
                writer.write(raw.upgrade(self._port))
            while await reader.read(4096):
                pass
        finally:
            writer.close()

    async def _speak_slowly(self, writer: asyncio.StreamWriter) -> None:
        for letter in _HEAD:
            writer.write(bytes([letter]))
            await writer.drain()
            if writer.transport.is_closing():
                return
            await asyncio.sleep(LETTER_EVERY_S)

    def _count(self, kind: str) -> None:
        self.came[kind] += 1
        if self.came.total() >= self._expected:
            self._here.set()


async def send_home(idlers: asyncio.subprocess.Process) -> int:
    """Let them go; returns how often somebody came."""
    assert idlers.stdin is not None
    assert idlers.stdout is not None
    idlers.stdin.write(b"\n")
    came: dict[str, Any] = json.loads(await idlers.stdout.readline())
    return sum(came.values())


@asynccontextmanager
async def idling(port: int, *, silent: int, slow: int, quiet: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process with so many of each kind: they are all here once; it ends with the block."""
    process = await asyncio.create_subprocess_exec(
        *leashed(sys.executable, "-m", "tests.chaos.idlers"), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([port, silent, slow, quiet]).encode() + b"\n")
        async with asyncio.timeout(120):
            assert await process.stdout.readline() == b"ready\n"
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


def main() -> None:
    """Idle as told."""
    allow_files()
    port, silent, slow, quiet = json.loads(sys.stdin.readline())
    asyncio.run(Idlers(port).run(silent, slow, quiet))


if __name__ == "__main__":
    main()
