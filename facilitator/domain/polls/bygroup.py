"""Lines: how the answers to a question are counted by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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
    """The lines of a table by group. Each person is in at least `fewest` and at most `most` of them.

    These limits are public knowledge: where everybody is in exactly one line, one count tells another.
    """

    lines: Sequence[GroupLine]
    fewest: int = 1
    most: int = 1

    @property
    def is_exclusive(self) -> bool:
        """Whether each person is in exactly one line."""
        return self.fewest == self.most == 1
