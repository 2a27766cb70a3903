"""What every family of topics stands on: what changed, and where the rendered topics go."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience, Topic
from facilitator.storage.database import Work

Render = Callable[[Audience], Topic | None]


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The names of the topics that changed since a revision; `names` is None when everything is wanted."""

    names: frozenset[str] | None

    def has(self, name: str) -> bool:
        """Whether this topic is wanted."""
        return self.names is None or name in self.names

    def ids(self, prefix: str) -> frozenset[int] | None:
        """The ids behind the changed topics of one kind (`poll:`); None when all are wanted."""
        if self.names is None:
            return None
        return frozenset(int(name.removeprefix(prefix)) for name in self.names if name.startswith(prefix))


class Topics:
    """Rendered topics by audience. A topic that an audience may not see is absent, or null in a change."""

    def __init__(self, audiences: Collection[Audience], *, is_change: bool) -> None:
        self.found: dict[Audience, dict[str, Topic | None]] = {audience: {} for audience in audiences}
        self._is_change = is_change

    def put(self, name: str, render: Render) -> None:
        """Render one topic for every audience."""
        for audience, topics in self.found.items():
            topic = render(audience)
            if topic is not None or self._is_change:
                topics[name] = topic

    def put_for_hosts(self, name: str, read: Callable[[], Topic | None]) -> None:
        """A topic that others do not even hear of; it is read only when a moderator is among them."""
        if "moderator" in self.found:
            topic = read()
            if topic is not None or self._is_change:
                self.found["moderator"][name] = topic


class Family(Protocol):
    """Reads and renders the topics of one kind of thing."""

    def __call__(self, work: Work, session: Session, changed: Changed, topics: Topics, /) -> None:
        """Put those that changed into `topics`."""
