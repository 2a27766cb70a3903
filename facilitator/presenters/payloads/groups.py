"""Results by group."""

from typing import Literal

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12


class GroupCell(TypedDict):
    """What is told of one line of a group. `count` and `share` are there when `how` is "exact".

    "few": fewer than `least`. "most": all or nearly all. "between": from `low` to `high`. "kept": nothing.
    """

    how: Literal["exact", "few", "most", "between", "kept"]
    count: int | None
    share: int | None
    low: int
    high: int


class GroupRowPayload(TypedDict):
    """A group that is shown, with a cell for each line."""

    group_id: int
    title: str
    answered: int
    cells: list[GroupCell]


class GroupLinePayload(TypedDict):
    """One line, with how many of all people are in it, and their share in whole per cents."""

    label: str
    total: int
    share: int


class GroupResults(TypedDict):
    """The one table by group of a question, as of `made_at_ms`. `others` answered in no group that is shown.

    `counts` says whom a line counts, `differ` in words where groups stand apart most from everybody.
    """

    made_at_ms: int
    counts: str
    least: int
    answered: int
    others: int
    lines: list[GroupLinePayload]
    groups: list[GroupRowPayload]
    differ: list[str]
