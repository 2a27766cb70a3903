"""What a question holds, and its results."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.acts import LastAct
from facilitator.presenters.payloads.groups import GroupResults

PollState = Literal["ready", "open", "closed"]
OptionType = Literal["challenge", "factor", "practice", "offer", "ask", "idea"]


class OptionPayload(TypedDict):
    """An option one can pick."""

    id: int
    text: str
    type: OptionType | None


class ScalePayload(TypedDict):
    """The steps of a scale, lowest first; step n has value n + 1."""

    labels: list[str]
    not_applicable: str | None


class AxisPayload(TypedDict):
    """One of the two scales of a rating: steps from 1 to 5, with both ends in words."""

    title: str
    low: str
    high: str


class AskPayload(TypedDict):
    """One of several questions within a question; without labels it asks for people's own words."""

    title: str
    labels: list[str]


class ResultRow(TypedDict):
    """One line of a result: an option or a step of a scale. `id` is the option id, the value or a rank.

    `hands` were counted by a host for this line; they are in neither the count nor the share. What only some
    kinds know is absent elsewhere: `average` is the average place or step, `second` the average step on the other
    axis, `firsts` the first places, `points` all points together, `language` that of a label in people's words.
    """

    id: int
    label: str
    type: OptionType | None
    count: int
    share: int
    hands: NotRequired[int]
    average: NotRequired[float]
    second: NotRequired[float]
    firsts: NotRequired[int]
    points: NotRequired[int]
    language: NotRequired[str]


class TermPayload(TypedDict):
    """A word that people gave, for moderators: `folded` is its key, `together` counts those merged into it too."""

    folded: str
    language: str
    text: str
    count: int
    together: int
    merged_into: str | None
    is_hidden: bool


class QuotePayload(TypedDict):
    """One text in people's own words; the id says nothing about who wrote it."""

    id: int
    text: str
    language: str
    is_hidden: NotRequired[bool]


class Before(TypedDict):
    """What the round before brought in; its rows have the ids of the rows of this round."""

    answered: int
    base: int
    rows: list[ResultRow]
    not_applicable: int
    other_count: int
    mean: float | None
    hands: int


class Results(TypedDict):
    """The result of a poll. `answered` counts people, also those who said "not applicable".

    Shares are over `base`: the people who answered, without "not applicable"; those of points over all points.
    `other_count` counts people who wrote an own option; the texts are for moderators and exports.
    `further` are the rows of the second of the `asks`. `left` is how many rows are not listed. `terms` are all
    words, for moderators. `hands` is how many a host counted beside the answers; absent when none were.
    `before` is there when the question was asked a second time.
    """

    answered: int
    base: int
    rows: list[ResultRow]
    not_applicable: int
    other_count: int
    mean: float | None
    quotes: list[QuotePayload]
    further: NotRequired[list[ResultRow]]
    left: NotRequired[int]
    terms: NotRequired[list[TermPayload]]
    hands: NotRequired[int]
    before: NotRequired[Before]


class PollTopic(TypedDict):
    """Topic `poll:<id>`. Participants and the stage get it once the poll was opened.

    `budget`, `axes` and `asks` are there for the kinds that are made of them.
    `results` is null until it is shown to that audience; moderators always have it.
    `is_pulse` and `again_of_id`, the question that this one asks a second time, are there when they say something.
    `restarted_at_ms` is when a host put all answers aside; it is there for a day, as long as they can come back.
    `left_out_minutes` is there, for moderators, when the question was left out: how many minutes that saved.
    `takes_hands` tells moderators whether hands that are raised for a line can be noted beside the answers.
    `groups` is there for moderators once the results by group were made, for others while they are shown to them;
    `may_have_groups` tells moderators whether they can be made.
    `version`, `is_on_stage`, `is_on_phones` and `last` steer the control room and are for moderators.
    """

    id: int
    item_id: int
    kind: str
    title: str
    help: str
    state: PollState
    options: list[OptionPayload]
    min_choices: int
    max_choices: int
    has_other: bool
    scale: ScalePayload | None
    max_length: int
    budget: NotRequired[int]
    axes: NotRequired[list[AxisPayload]]
    asks: NotRequired[list[AskPayload]]
    answered: int
    results: Results | None
    opened_at_ms: int | None
    closed_at_ms: int | None
    is_pulse: NotRequired[bool]
    again_of_id: NotRequired[int]
    restarted_at_ms: NotRequired[int]
    left_out_minutes: NotRequired[int]
    takes_hands: NotRequired[bool]
    groups: NotRequired[GroupResults]
    may_have_groups: NotRequired[bool]
    are_groups_on_stage: NotRequired[bool]
    are_groups_on_phones: NotRequired[bool]
    version: NotRequired[int]
    is_on_stage: NotRequired[bool]
    is_on_phones: NotRequired[bool]
    last: NotRequired[LastAct | None]
