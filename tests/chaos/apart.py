"""People in a process of their own, so that they neither disturb what is measured nor are disturbed.

Such a process reads one line of JSON, what it needs to know, says `ready`, and tells figures for every
further line.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

from facilitator.demo.leash import leashed
from tests.chaos.history import Json
from tests.chaos.house import ROOT

PATIENCE_S = 120.0
_LONGEST_LINE = 2**24  # after an hour without a look at the figures


class Apart:
    """The other end of their process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    @asynccontextmanager
    async def start(cls, module: str, told: Any) -> AsyncIterator[Self]:  # noqa: ANN401  whatever JSON can say
        """Run the module as a process, and wait until those in it are ready; it ends with the block."""
        process = await asyncio.create_subprocess_exec(
            *leashed(sys.executable, "-m", module),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            limit=_LONGEST_LINE,
        )
        others = cls(process)
        try:
            assert await others._hear(told) == b"ready\n"
            yield others
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    async def figures(self) -> Json:
        """What they have to tell by now."""
        figures: Json = json.loads(await self._hear("and?"))
        return figures

    def send(self, signal_number: int) -> None:
        """Send their process a signal."""
        self._process.send_signal(signal_number)

    async def _hear(self, told: object) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(told).encode() + b"\n")
        async with asyncio.timeout(PATIENCE_S):
            return await self._process.stdout.readline()


class Commands:
    """What such a process is told, for the process itself."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader

    @classmethod
    async def listen(cls) -> Self:
        """Listen to standard input."""
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        return cls(reader)

    async def told(self) -> Any:  # noqa: ANN401  see Apart.start
        """What it needs to know, before anything else."""
        return json.loads(await self._reader.readline())

    async def tell(self, figures: Callable[[], Awaitable[Json]]) -> None:
        """Say that all are ready, then tell figures whenever they are asked for, until nobody is there to ask."""
        print("ready", flush=True)
        while await self._reader.readline():
            print(json.dumps(await figures()), flush=True)
