"""A light browser for hundreds in one process: keeps its state by the merge law, and what was not acknowledged."""

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable, Hashable
from random import Random
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from facilitator.demo.wire import merge
from tests.chaos import http
from tests.chaos.history import Deed
from tests.chaos.http import HERE
from tests.chaos.measure import Watch, now

Json = dict[str, Any]
ANSWER_S = 5.0
SILENCE_S = 18.0
"""After so long without a sign of life, a browser takes the connection for dead."""
BACKOFF_S = (0.05, 0.5, 1.0)
SPREAD_S = 1.0
AFTER_BYE_S = (1.0, 2.0, 4.0)
"""Whoever was told when to come back, and finds nobody, waits longer each time: see static/src/models/pace.ts."""
MOST_UNSURE = 20


class Lost(Exception):  # noqa: N818  it happens, that is what this is about
    """The connection is gone, or nobody answered in time."""


class Refused(Exception):  # noqa: N818  an answer
    """The server does not let this ticket in."""


class Phone:
    """One ticket's browser. `port` may be changed while it lives: its next connection goes there."""

    def __init__(self, port: int, ticket: str, source: str = HERE, *, seed: object = 0) -> None:
        self.port, self.ticket, self.source = port, ticket, source
        self.state: Json = {}
        self.room: Json = {}
        self.bye: Json = {}
        self.reconnects_s: list[float] = []
        self.acks_s: list[float] = []
        self.told_to_wait = 0
        self.came_at: list[float] = []
        self.overhear: Callable[[str], object] = len
        self.bytes_in = 0
        self._snapshot_rev = 0
        self._chance = Random(f"phone/{seed}/{ticket}")
        self._ids = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Json]] = {}
        self._unsure: dict[Hashable, list[str]] = {}
        self._changed = asyncio.Condition()
        self._connected = asyncio.Event()
        self._socket: ClientConnection | None = None
        self._staying: asyncio.Task[None] | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def back_at(self) -> float:
        """When it was connected last."""
        return self.came_at[-1]

    @property
    def is_connected(self) -> bool:
        return self._connected.is_set()

    async def connect(self, seconds: float = 10) -> None:
        """Open the socket and wait for the snapshot. Raises Lost or Refused."""
        self.state = {}
        try:
            async with asyncio.timeout(seconds):
                socket = await connect(
                    f"ws://{HERE}:{self.port}/socket.io/?EIO=4&transport=websocket",
                    local_addr=(self.source, 0),
                    proxy=None,
                    compression=None,
                    ping_interval=None,
                    close_timeout=1,
                    open_timeout=None,
                    max_size=None,
                )
        except (OSError, WebSocketException, TimeoutError) as error:
            raise Lost from error
        self._socket = socket
        try:
            async with asyncio.timeout(seconds):
                await socket.recv()
                await socket.send("40" + json.dumps({"ticket": self.ticket}))
                _need_welcome(str(await socket.recv()))
                self._reading = asyncio.create_task(self._read(socket))
                await self._until(lambda: bool(self.state))
        except (OSError, WebSocketException, TimeoutError) as error:
            await self.drop()
            raise Lost from error
        except Refused:
            await self.drop()
            raise
        self.came_at.append(now())
        self._connected.set()

    async def drop(self) -> None:
        """Lose the connection without a word."""
        if self._socket is not None:
            self._socket.transport.abort()
        await self._end(self._reading)
        self._gone()

    async def stay(self) -> None:
        """Come in, and come back again whenever the connection is lost, until `leave`."""
        await self._return()
        self._staying = asyncio.create_task(self._keep_coming_back())

    async def leave(self) -> None:
        """Go for good."""
        await self._end(self._staying)
        self._staying = None
        if self._socket is not None:
            with contextlib.suppress(OSError, WebSocketException):
                await self._socket.close()
        await self._end(self._reading)
        self._gone()

    async def ask(self, event: str, body: object, seconds: float = ANSWER_S) -> Json:
        """Say something and wait for the answer. Raises Lost."""
        socket, number = self._socket, next(self._ids)
        if socket is None:
            raise Lost
        self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            await socket.send(f'42{number}["{event}",{json.dumps(body)}]')
            async with asyncio.timeout(seconds):
                answer = await self._waiting[number]
        except (OSError, WebSocketException, TimeoutError) as error:
            raise Lost from error
        finally:
            self._waiting.pop(number, None)
        if not answer:
            raise Lost
        return answer

    async def carry_out(self, deed: Deed, *, gives_up: bool = False) -> Deed:
        """Send a command until somebody says what became of it; who gives up tries once, and never learns."""
        tries, deed.instead_of = 0, self._unsure.pop(deed.register, [])[-MOST_UNSURE:]
        while deed.outcome == "unknown":
            await self._connected.wait()
            watch = Watch()
            try:
                reply = await self.ask("act", deed.envelope)
            except Lost:
                if gives_up:
                    break
                await asyncio.sleep(0.02)
            else:
                if reply["ok"] or not reply["retry"]:
                    deed.answered(reply)
                    self.acks_s.append(watch.seconds)
                    self._take_own(reply.get("rev", 0), reply.get("me"))
                else:
                    deed.reply = reply
                    self.told_to_wait += reply["code"] == "busy"
                    tries += 1
                    await self._wait_to_try_again(reply, tries)
        if deed.outcome != "ok" and deed.register is not None:
            self._unsure[deed.register] = [*deed.instead_of, deed.op_id]
        return deed

    async def carry_out_over_http(self, deed: Deed) -> Json:
        """Send a command the other way, until somebody says what became of it; returns what they said."""
        tries = 0
        while True:
            _, reply = await http.ask(self.port, "/api/act", deed.envelope, self.ticket, self.source)
            if reply["ok"] or not reply["retry"]:
                deed.answered(reply)
                self._take_own(reply.get("rev", 0), reply.get("me"))
                return reply
            tries += 1
            await self._wait_to_try_again(reply, tries)

    async def _wait_to_try_again(self, reply: Json, tries: int) -> None:
        """As long as it was told to wait, and then ever longer, as browsers do."""
        await asyncio.sleep(reply["details"].get("wait_s", 0) + self._chance.uniform(0, min(4.0, 0.5 * 2**tries)))

    async def until(self, is_there: Callable[[Json], bool], seconds: float = 10) -> None:
        """Wait until the state satisfies a predicate. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self._until(lambda: bool(self.state) and is_there(self.state))

    async def is_back(self) -> None:
        """Wait until it is connected."""
        await self._connected.wait()

    async def _until(self, is_so: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(is_so)

    async def _return(self) -> None:
        watch, backoff, bye = Watch(), BACKOFF_S, self.bye
        if bye:
            self.bye, backoff = {}, AFTER_BYE_S
            await asyncio.sleep(bye["retry_in_ms"] / 1000)
        for pause in itertools.chain([SPREAD_S] if bye else [], backoff, itertools.repeat(backoff[-1])):
            await asyncio.sleep(self._chance.uniform(0, pause))
            with contextlib.suppress(Lost):
                await self.connect()
                break
        self.reconnects_s.append(watch.seconds)

    async def _keep_coming_back(self) -> None:
        while True:
            if self._reading is not None:
                await asyncio.wait([self._reading])
            await self.drop()
            await self._return()

    async def _end(self, task: asyncio.Task[None] | None) -> None:
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def _gone(self) -> None:
        self._socket = None
        self._connected.clear()
        for future in self._waiting.values():
            if not future.done():
                future.set_result({})

    async def _read(self, socket: ClientConnection) -> None:
        with contextlib.suppress(OSError, WebSocketException, TimeoutError):
            while True:
                async with asyncio.timeout(SILENCE_S):
                    message = str(await socket.recv())
                self.bytes_in += len(message)
                self.overhear(message)
                if message == "2":
                    await socket.send("3")
                else:
                    await self._take(message)
        socket.transport.abort()
        self._gone()

    async def _take(self, message: str) -> None:
        if message.startswith("43"):
            number, _, rest = message[2:].partition("[")
            future = self._waiting.get(int(number))
            if future is not None and not future.done():
                future.set_result(json.loads(f"[{rest}")[0])
        elif message.startswith("42"):
            event, said = json.loads(message[2:])
            await self._hear(event, said)

    async def _hear(self, event: str, said: Json) -> None:
        if event == "snapshot":
            self.state, self._snapshot_rev = said, said["rev"]
        elif event == "change" and self.state:
            self._merge(said)
        elif event == "me":
            self._take_own(said["rev"], said["me"])
        elif event in {"room", "bye"}:
            setattr(self, event, said)
        async with self._changed:
            self._changed.notify_all()

    def _merge(self, change: Json) -> None:
        if change["since"] is None or change["since"] <= self.state["rev"] < change["rev"]:
            self.state = change if change["since"] is None else merge(self.state, change)
        elif change["since"] > self.state["rev"]:
            self._catching_up = asyncio.create_task(self._catch_up())

    def _take_own(self, rev: int, change: Json | None) -> None:
        """Merge what changed for this person alone, unless the snapshot is newer."""
        mine: Json | None = self.state.get("me")
        if mine is not None and change is not None and rev >= self._snapshot_rev:
            merged = {part: {**mine[part], **change.get(part, {})} for part in mine}
            self.state["me"] = {part: {k: v for k, v in own.items() if v is not None} for part, own in merged.items()}

    async def _catch_up(self) -> None:
        """Something is missing: ask for what happened since."""
        with contextlib.suppress(Lost):
            await self._hear("change", await self.ask("state", {"since": self.state["rev"]}))


def _need_welcome(answer: str) -> None:
    if not answer.startswith("40"):
        raise Refused(answer)
