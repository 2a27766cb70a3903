"""A bad network on this machine: late, slow, cut, or silent while both sides believe that it works."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.chaos.http import HERE

_MOUTHFUL = 4096
_NO_UPGRADE = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Stands before a port. Its faults can be changed at any moment, and hold for all connections."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self.latency_s = 0.0
        self.bytes_per_s = 0.0
        """How much passes in a second, in each direction of each connection; 0 for everything."""
        self.blocks_websockets = False
        self._target = target
        self._is_down = False
        self._flows = asyncio.Event()
        self._flows.set()
        self._talks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()

    def cut(self) -> None:
        """Reset every connection, and let nobody in."""
        self._is_down = True
        for writer in list(self._writers):
            _reset(writer)

    def hold(self) -> None:
        """Pass nothing on, and tell nobody: as a network does whose cable was pulled."""
        self._flows.clear()

    def restore(self) -> None:
        """Work again, with whatever was held."""
        self._is_down = False
        self.latency_s = self.bytes_per_s = 0.0
        self._flows.set()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client's connection, from its first byte to its last."""
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        self._writers.add(writer)
        with contextlib.suppress(OSError):
            await self._pass_on(reader, writer)
        writer.close()
        self._writers.discard(writer)
        self._talks.discard(task)

    async def drained(self) -> None:
        """Wait until every connection has come to its end."""
        while self._talks:
            await asyncio.wait(self._talks)

    async def end(self) -> None:
        """Cut everything for good."""
        self.cut()
        self._flows.set()
        await self.drained()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_down:
            _reset(writer)
            return
        head = await reader.read(_MOUTHFUL)
        if self.blocks_websockets and b"upgrade: websocket" in head.lower():
            writer.write(_NO_UPGRADE)
            return
        there, back = await asyncio.open_connection(HERE, self._target)
        self._writers.add(back)
        try:
            await asyncio.gather(self._pump(reader, back, head), self._pump(there, writer, b""))
        finally:
            self._writers.discard(back)
            back.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, data: bytes) -> None:
        with contextlib.suppress(OSError):
            while data or (data := await source.read(_MOUTHFUL)):
                await self._flows.wait()
                await asyncio.sleep(self.latency_s + (len(data) / self.bytes_per_s if self.bytes_per_s else 0))
                sink.write(data)
                await sink.drain()
                data = b""
            await self._flows.wait()
            sink.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()


@asynccontextmanager
async def standing_before(port: int) -> AsyncIterator[Proxy]:
    """A proxy before a port, with a port of its own; it is gone when the block ends."""
    proxy = Proxy(port)
    server = await asyncio.start_server(proxy.talk, HERE, 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await proxy.end()
        await server.wait_closed()
