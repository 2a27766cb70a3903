"""What people were told: everything that was acknowledged to them and to the host, and nothing else."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, TypeVar

Answer = dict[str, Any]
Key = TypeVar("Key")
Entry = TypeVar("Entry")


@dataclass(frozen=True, kw_only=True)
class Idea:
    """An acknowledged idea."""

    board_id: int
    column_id: int
    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An acknowledged question to the speakers. `step` is the title of the step in which it was asked."""

    step: str
    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Joined:
    """An organisation that joined an idea, with the id that its own person was told."""

    join_id: int
    side: str
    organisation: str
    country: str | None
    contact: str | None


@dataclass(frozen=True, kw_only=True)
class Remark:
    """An acknowledged comment."""

    post_id: int
    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Promised:
    """An acknowledged commitment, with the secret of its link and where a reminder goes."""

    token: str
    email: str
    when_text: str
    then_text: str
    language: str
    owner: str
    organisation: str
    due_on: str
    is_public: bool


@dataclass(kw_only=True)
class Ledger:
    """The books of everybody together; safe to write from many threads.

    People are named by what the demonstration calls them. A book that says whether something is (still) so has
    True or False as its entries: the last acknowledgement counts.
    """

    groups: dict[str, int | None] = field(default_factory=dict)
    answers: dict[tuple[str, int], Answer] = field(default_factory=dict)
    ideas: dict[int, Idea] = field(default_factory=dict)
    authors: dict[int, str] = field(default_factory=dict)
    supports: dict[tuple[str, int], bool] = field(default_factory=dict)
    decided: dict[int, str] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    pinned: set[int] = field(default_factory=set)
    questions: dict[int, Asked] = field(default_factory=dict)
    askers: dict[int, str] = field(default_factory=dict)
    upvotes: dict[tuple[str, int], bool] = field(default_factory=dict)
    reviewed: dict[int, str] = field(default_factory=dict)
    kept_up: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)
    pairs: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    proposed: set[tuple[str, str]] = field(default_factory=set)
    paired_by_host: set[tuple[str, str]] = field(default_factory=set)
    joins: dict[tuple[str, int], Joined] = field(default_factory=dict)
    agreed: dict[tuple[int, int], bool] = field(default_factory=dict)
    turns: Counter[int | None] = field(default_factory=Counter)
    clusters: dict[int, str] = field(default_factory=dict)
    clustered: dict[int, int | None] = field(default_factory=dict)
    comments: dict[int, Remark] = field(default_factory=dict)
    commented: dict[int, str] = field(default_factory=dict)
    points: dict[tuple[str, int], int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    promises: dict[int, Promised] = field(default_factory=dict)
    not_shown: set[int] = field(default_factory=set)
    became: dict[int, tuple[str, str]] = field(default_factory=dict)
    hands: dict[tuple[int, str], int] = field(default_factory=dict)
    rounds: dict[int, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def joined(self) -> int:
        """How many people got a ticket."""
        return len(self.groups)

    def group_of(self, who: str) -> int | None:
        """The group of somebody. Who joined is counted by itself: people that the books lack have no group here."""
        return self.groups.get(who)

    def note(self, book: dict[Key, Entry], key: Key, entry: Entry) -> None:
        """Something was acknowledged; it takes the place of an earlier entry."""
        with self._lock:
            book[key] = entry

    def forget(self, book: dict[Key, Any], key: Key) -> None:
        """Something was taken back, and that was acknowledged."""
        with self._lock:
            book.pop(key, None)

    def answers_to(self, poll_id: int) -> list[Answer]:
        """The last acknowledged answer of each person to a poll."""
        return [answer for (_, poll), answer in self.answers.items() if poll == poll_id]

    def supporters_of(self, post_ids: set[int]) -> set[str]:
        """Who supports any of these ideas."""
        return {who for (who, post_id), is_so in self.supports.items() if is_so and post_id in post_ids}

    def votes_of(self) -> Counter[int]:
        """How many people want an answer to each question too."""
        return _yes(self.upvotes)


def _yes(book: dict[tuple[str, int], bool]) -> Counter[int]:
    return Counter(thing for (_, thing), is_so in book.items() if is_so)
