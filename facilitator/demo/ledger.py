"""What simulated people were told: every acknowledged answer, idea and support, and nothing else."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Answer = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Idea:
    """An acknowledged idea."""

    board_id: int
    column_id: int
    text: str
    language: str


@dataclass(kw_only=True)
class Ledger:
    """The books of everybody together; safe to write from many threads."""

    answers: dict[tuple[str, int], Answer] = field(default_factory=dict)
    ideas: dict[int, Idea] = field(default_factory=dict)
    supports: dict[tuple[str, int], bool] = field(default_factory=dict)
    joined: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def join(self) -> None:
        """Somebody got a ticket."""
        with self._lock:
            self.joined += 1

    def answer(self, who: str, poll_id: int, answer: Answer) -> None:
        """An answer was acknowledged; it takes the place of an earlier one."""
        with self._lock:
            self.answers[who, poll_id] = answer

    def idea(self, post_id: int, idea: Idea) -> None:
        """An idea was acknowledged."""
        with self._lock:
            self.ideas[post_id] = idea

    def support(self, who: str, post_id: int, *, supported: bool) -> None:
        """A support, or its end, was acknowledged."""
        with self._lock:
            self.supports[who, post_id] = supported

    def answers_to(self, poll_id: int) -> list[Answer]:
        """The last acknowledged answer of each person to a poll."""
        return [answer for (_, poll), answer in self.answers.items() if poll == poll_id]

    def support_of(self) -> Counter[int]:
        """How many people support each idea."""
        return Counter(post for (_, post), supported in self.supports.items() if supported)
