"""Lines: how the answers to a question are counted by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

OTHER: Final = "Something else"
OTHER_LINE: Final = 0
"""The line of answers in people's own words. Options and steps count from 1."""
NOT_APPLICABLE_LINE: Final = -1
"""The line of those whom a question does not concern."""


@dataclass(frozen=True, kw_only=True)
class GroupLine:
    """One line of a table by group. `id` is the option's id, the step's value, or one of the two above."""

    id: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Lines:
    """The lines of a table by group; `counts` says whom. Each person is in at least `fewest`, at most `most` lines.

    These limits are public knowledge: where everybody is in exactly one line, one count tells another.
    """

    lines: Sequence[GroupLine]
    counts: str = "people who gave this answer"
    fewest: int = 1
    most: int = 1

    @property
    def is_exclusive(self) -> bool:
        """Whether each person is in exactly one line."""
        return self.fewest == self.most == 1


def options_of(options: Sequence[tuple[int, str]]) -> list[GroupLine]:
    """A line for each option, by its id and text."""
    return [GroupLine(id=option_id, label=text) for option_id, text in options]


def steps_of(labels: Sequence[str]) -> list[GroupLine]:
    """A line for each step, counted from 1."""
    return [GroupLine(id=step, label=label) for step, label in enumerate(labels, start=1)]
