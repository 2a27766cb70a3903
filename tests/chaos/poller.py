"""A browser on a network that lets no WebSocket pass: it asks for the state every two seconds."""

import asyncio
import contextlib
from typing import Any

from facilitator.demo.wire import merge
from tests.chaos import http
from tests.chaos.measure import now
from tests.chaos.phone import Phone

Json = dict[str, Any]
EVERY_S = 2.0


class Poller(Phone):
    """A phone that has only HTTP."""

    async def stay(self) -> None:
        """Ask, and go on asking until `leave`."""
        await self._poll()
        self.came_at.append(now())
        self._connected.set()
        self._staying = asyncio.create_task(self._keep_polling())

    async def ask(self, event: str, body: object, seconds: float = 10) -> Json:
        """Say something over HTTP; only commands can be said so."""
        assert event == "act"
        return (await http.ask(self.port, "/api/act", body, self.ticket, self.source, seconds))[1]

    async def _keep_polling(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            with contextlib.suppress(OSError, TimeoutError):
                await self._poll()

    async def _poll(self) -> None:
        path = f"/api/state?since={self.state['rev']}" if self.state else "/api/state"
        status, change = await http.ask(self.port, path, ticket=self.ticket, source=self.source)
        if status == http.OK:
            self.state = merge(self.state, change) if self.state and change["since"] is not None else change
