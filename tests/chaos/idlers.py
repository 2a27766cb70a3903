"""Thousands who say nothing, or one letter at a time, in a process of their own.

`python -m tests.chaos.idlers` is told the port and the numbers of silent, slow and quiet ones. They are ready
when all were here once; whoever is shut out comes back after some seconds. The figures are how often each
kind came.
"""

import asyncio
import contextlib
from collections import Counter
from contextlib import AbstractAsyncContextManager
from random import Random

from tests.chaos import raw
from tests.chaos.apart import Apart, Commands
from tests.chaos.history import Json
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
        self._came: Counter[str] = Counter()

    async def run(self, commands: Commands, silent: int, slow: int, quiet: int) -> None:
        """Come, and stay until nobody asks any more."""
        kinds = ["silent"] * silent + ["slow"] * slow + ["quiet"] * quiet
        self._expected = len(kinds)
        tasks = [asyncio.create_task(self._idle(kind, number)) for number, kind in enumerate(kinds)]
        await self._here.wait()
        await commands.tell(self._figures)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _figures(self) -> Json:
        return dict(self._came)

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
        self._came[kind] += 1
        if self._came.total() >= self._expected:
            self._here.set()


def idling(port: int, *, silent: int, slow: int, quiet: int) -> AbstractAsyncContextManager[Apart]:
    """A process with so many of each kind: they are all here once; it ends with the block."""
    return Apart.start("tests.chaos.idlers", [port, silent, slow, quiet])


async def _main() -> None:
    allow_files()
    commands = await Commands.listen()
    port, *numbers = await commands.told()
    await Idlers(port).run(commands, *numbers)


if __name__ == "__main__":
    asyncio.run(_main())
