"""The simulated host: comes in with the printed link and drives the run of show as a moderator would."""

import json
import re
from typing import Any, Final, cast

import requests

from facilitator.demo.wire import Json, Wire

BOOT: Final = re.compile(r'<script[^>]*id="boot"[^>]*>(.*?)</script>', re.DOTALL)


class Host:
    """A moderator (or a stage) behind a personal link. What is refused stops the demonstration."""

    def __init__(self, base: str, token: str) -> None:
        self._base = base
        self.browser = requests.Session()
        page = self.browser.post(f"{base}/api/enter", json={"token": token}, timeout=20)
        page.raise_for_status()
        self.page = page.json()["url"]
        html = self.browser.get(base + self.page, timeout=20).text
        found = BOOT.search(html)
        if found is None:
            message = f"the page {self.page} did not say how to connect"
            raise ValueError(message)
        self.wire = Wire(base, json.loads(found.group(1))["ticket"])
        self.wire.connect()

    @property
    def public_id(self) -> str:
        """The session's public id."""
        return str(self.page.rsplit("/", 1)[1])

    def topic(self, name: str) -> Json:
        """A topic as this host holds it now."""
        return cast("Json", self.wire.state["topics"][name])

    def act(self, name: str, **args: object) -> Json:
        """A command that must succeed; afterwards the host's own screen has caught up with it."""
        reply = self.quick(name, **args)
        self.wire.wait_until(lambda state: state["rev"] >= reply["rev"])
        return reply

    def quick(self, name: str, **args: object) -> Json:
        """A command that must succeed, without waiting for the own screen."""
        reply = self.wire.act(name, **args)
        if not reply["ok"]:
            message = f"{name} was refused: {reply['code']}"
            raise AssertionError(message)
        return reply

    def fresh(self) -> Json:
        """Everything that this host may see, read anew."""
        return self.wire.fresh()

    def close(self) -> None:
        """Close the browser."""
        self.wire.close()
        self.browser.close()

    def run(self, name: str, **args: object) -> Json:
        """An act on the run of show."""
        return self.act(name, version=self.topic("session")["version"], **args)

    def poll(self, name: str, poll_id: int, **args: object) -> Json:
        """An act on a question."""
        return self.act(name, poll_id=poll_id, version=self.topic(f"poll:{poll_id}")["version"], **args)

    def board(self, name: str, board_id: int, **args: object) -> Json:
        """An act on a board."""
        return self.act(name, board_id=board_id, version=self.topic(f"board:{board_id}")["version"], **args)

    def posts(self) -> dict[int, Json]:
        """All ideas that this host sees, by id."""
        return {int(key): post for key, post in self.wire.state["posts"].items()}

    def take_away(self, file: str) -> bytes:
        """An exported file."""
        answer = self.browser.get(f"{self._base}/exports/{self.public_id}/{file}", timeout=60)
        answer.raise_for_status()
        content: Any = answer.content
        return bytes(content)
