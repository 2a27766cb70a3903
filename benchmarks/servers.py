"""Whoever is measured: something that can be served, and what the load has to know about it."""

import json
import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from benchmarks import machine
from benchmarks.crowd import Act

ADDRESS = re.compile(r"serves on http://127\.0\.0\.1:(\d+)")
_NAP_TAG = "benchmark-shout"


@dataclass(frozen=True, kw_only=True)
class Server:
    """A running server."""

    port: int
    process_id: int

    def cpu_s(self) -> float:
        """Seconds of CPU until now."""
        return machine.cpu_s(self.process_id)

    def memory_kb(self) -> int:
        """Resident memory."""
        return machine.memory_kb(self.process_id)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a scenario needs to be there: people with tickets, ideas on the board, settings of ours.

    `update_bytes` is how much the others tell everybody at a time, beside what stands around it.
    """

    participants: int = 0
    posts: int = 0
    update_bytes: int = 240
    settings: Mapping[str, str] | None = None


class Room(ABC):
    """One installation with a session in it. It can be served several times; what it stores stays."""

    command: Sequence[str]
    settings: Mapping[str, str]
    tickets: Sequence[str]
    code: str = ""
    post_ids: Sequence[int] = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shouts = 0

    @contextmanager
    def serving(self) -> Iterator[Server]:
        """Serve on the server's core until the block ends."""
        core, _ = machine.cores()
        with (
            (self.folder / "errors.txt").open("a+") as errors,
            machine.running(self.command, core, self.settings, errors) as process,
        ):
            port = self._port(process)
            machine.wait_for_port(port)
            yield Server(port=port, process_id=process.pid)

    def _port(self, process: Any) -> int:  # noqa: ANN401  a process with text pipes
        for line in process.stdout:
            found = ADDRESS.search(line)
            if found is not None:
                return int(found.group(1))
        said = (self.folder / "errors.txt").read_text()
        message = f"{' '.join(self.command)} did not start:\n{said}"
        raise RuntimeError(message)

    @abstractmethod
    def answer(self, who: int, *, warm_up: bool = False) -> Act:
        """An answer to the question; or to another question, which is there to warm up."""

    @abstractmethod
    def saved(self) -> int | None:
        """How many answers to the question are stored; None for who stores nothing."""

    def shout(self, server: Server) -> None:
        """Tell everybody something, at once."""
        self._shouts += 1
        body = {"op_id": f"{_NAP_TAG}-{self._shouts:08d}", **self._message(self._shouts)}
        headers = {"Authorization": f"Bearer {self._host_ticket()}"}
        reply = requests.post(f"http://127.0.0.1:{server.port}/api/act", json=body, headers=headers, timeout=30)
        reply.raise_for_status()

    def _message(self, number: int) -> dict[str, object]:
        return {"name": "send_message", "args": {"version": number, "text": f"Message number {number:06d}"}}

    def _host_ticket(self) -> str:
        return "none"


class Peer(Room):
    """A server that stores nothing and says as much as ours does."""

    SNAPSHOT_BYTES = 2600  # as ours in a session without ideas

    def __init__(self, folder: Path, plan: Plan, command: Sequence[str]) -> None:
        super().__init__(folder)
        said = {"snapshot_bytes": self.SNAPSHOT_BYTES, "update_bytes": plan.update_bytes}
        self.command = [*command, json.dumps(said)]
        self.settings = {}
        self.tickets = [f"p.{number:022d}" for number in range(plan.participants)]

    def answer(self, who: int, *, warm_up: bool = False) -> Act:
        """See Room."""
        answer = {"kind": "choice", "option_ids": [2 if warm_up else 1], "other_text": None}
        return (who, "respond", {"poll_id": 1, "answer": answer})

    def saved(self) -> int | None:
        """See Room."""
        return None


def node_peer(folder: Path, plan: Plan) -> Room:
    """A bare Node socket.io server."""
    return Peer(folder, plan, [machine.node(), "benchmarks/peers/node.mjs"])


def stock_peer(folder: Path, plan: Plan) -> Room:
    """A stock Flask-SocketIO server on eventlet."""
    return Peer(folder, plan, [sys.executable, "-W", "ignore", "benchmarks/peers/stock.py"])


def bare_peer(folder: Path, plan: Plan) -> Room:
    """Nothing but a loop of `send`."""
    return Peer(folder, plan, [sys.executable, "benchmarks/peers/bare.py"])
