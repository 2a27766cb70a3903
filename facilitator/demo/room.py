"""The room in which it happens: the host, the big screen, the people, and the books that all of them keep."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from facilitator.demo.host import Host
from facilitator.demo.ledger import Ledger
from facilitator.demo.people import Person
from facilitator.demo.server import Served
from facilitator.demo.wire import Json

Thing = TypeVar("Thing")


@dataclass(kw_only=True)
class Room:
    """One session from the outside. `here` are those who have come in so far."""

    served: Served
    people: int
    seed: int
    ledger: Ledger = field(default_factory=Ledger)
    here: Sequence[Person] = ()

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311  repeatable, not secret
        self._pool = ThreadPoolExecutor(max_workers=min(64, self.people))
        self.host = Host(self.served.base, self.served.moderator_token)
        self.stage = Host(self.served.base, self.served.stage_token)
        self.everybody = [
            Person(self.served.base, self.served.code, number, self.ledger, self.seed) for number in range(self.people)
        ]

    def let_in(self, people: Sequence[Person]) -> None:
        """They come in with the code."""
        groups = self.host.topic("session")["groups"]
        self.together(lambda person: person.join(groups), people)
        self.here = [*self.here, *people]

    def together(self, part: Callable[[Person], None], people: Iterable[Person] | None = None) -> None:
        """Everybody who is here, or these people, at once; the first failure is raised."""
        self.at_once(part, self.here if people is None else people)

    def at_once(self, part: Callable[[Thing], None], things: Iterable[Thing]) -> None:
        """Do something with all of these at once; the first failure is raised."""
        for done in [self._pool.submit(part, thing) for thing in things]:
            done.result()

    def leave(self) -> None:
        """Everybody closes the page."""
        self.together(lambda person: person.wire.close())
        self.host.close()
        self.stage.close()
        self._pool.shutdown()

    def polls(self) -> Iterator[tuple[int, Json]]:
        """Questions with their numbers, in the order of the agenda."""
        ids = [poll_id for item in self.host.topic("agenda")["items"] for poll_id in item["poll_ids"]]
        for number, poll_id in enumerate(ids, start=1):
            yield number, self.host.topic(f"poll:{poll_id}")

    def boards(self) -> list[Json]:
        """Every board, as the host sees it."""
        topics = self.host.wire.state["topics"].items()
        return [topic for name, topic in topics if name.startswith("board:")]
