"""The load generator, seen from here: a process of its own that is told what to do in JSON lines."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks import machine

Json = dict[str, Any]
Act = tuple[int, str, Mapping[str, object]]
"""Who, the command's name, its arguments."""


class Crowd:
    """Simulated people. Each method says what came out of it."""

    def __init__(self, process: Any) -> None:  # noqa: ANN401  a process with text pipes
        self._process = process
        self._turn = 0

    def open(self, port: int, people: tuple[int, int], *, within_s: float = 0, **look: object) -> Json:
        """More people come in: those with these numbers. See letIn in load/doors.mjs."""
        look = {"kind": "phone", "http_in": 0, "http_way": "api", **look}
        return self._ask("open", port=port, people=people, within_s=within_s, **look)

    def say(self, acts: Sequence[Act], *, within_s: float, **wishes: object) -> Json:
        """Each act is sent once at a random moment. See Crowd.say in load/crowd.mjs."""
        wishes = {"grace_s": 20, **wishes}
        return self._ask("say", acts=acts, within_s=within_s, tag=self._tag(), **wishes)

    def drop(self, *, is_sudden: bool = False) -> None:
        """Everybody goes."""
        self._ask("drop", is_sudden=is_sudden)

    @contextmanager
    def watching(self, grace_s: float = 10) -> Iterator[Json]:
        """What is caused in the block is waited for; afterwards the yielded dict says how it arrived."""
        said: Json = {}
        self._ask("watch", grace_s=grace_s)
        begun_ms = time.time() * 1000
        yield said
        said.update(self._hear())
        said["to_last_ms"] = said["last_at_ms"] - begun_ms

    def _ask(self, act: str, **order: object) -> Json:
        self._turn += 1
        self._process.stdin.write(json.dumps({"act": act, "seed": self._turn, **order}) + "\n")
        self._process.stdin.flush()
        return self._hear()

    def _hear(self) -> Json:
        line = self._process.stdout.readline()
        if not line:
            raise EOFError("The load generator ended. Its own message stands above.")
        said: Json = json.loads(line)
        return said

    def _tag(self) -> str:
        return f"bench-{self._turn:04d}"


@contextmanager
def gathered() -> Iterator[Crowd]:
    """A load generator on its own core, until the block ends."""
    _, core = machine.cores()
    with machine.running([machine.node(), "benchmarks/load/main.mjs"], core) as process:
        yield Crowd(process)
