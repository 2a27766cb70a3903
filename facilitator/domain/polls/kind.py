"""What every poll kind must say. A kind is one file beside this one: it is found by itself."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from facilitator.domain.errors import WrongAnswer
from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.bygroup import Lines
from facilitator.domain.polls.poll import OptionType, Poll
from facilitator.domain.polls.terms import Said

if TYPE_CHECKING:
    from facilitator.domain.definition.part import Raw

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=16)]


class Answer(BaseModel):
    """What a browser sends as an answer; closed and strict."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PickAnswer(Answer):
    """One option of an answer with what is said about it: points, or a step on each of two axes."""

    option_id: int
    value: int | None = None
    second: int | None = None


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One of several questions within a question; without labels it asks for people's own words."""

    title: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Quote:
    """One text in people's own words, apart from who wrote it."""

    id: int
    text: str
    language: str
    is_hidden: bool


PickKey = tuple[int, int | None, int | None]
"""An option with its `value` and `second`, as one person can pick it."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What was counted: people and ticks, straight from the rows."""

    answered: int = 0
    not_applicable: int = 0
    other_count: int = 0
    by_pick: Mapping[PickKey, int] = field(default_factory=dict)
    by_value: Mapping[int, int] = field(default_factory=dict)
    by_second: Mapping[int, int] = field(default_factory=dict)
    terms: Sequence[Said] = ()
    quotes: Sequence[Quote] = ()

    @property
    def by_option(self) -> Mapping[int, int]:
        """People who picked each option, in whatever way."""
        found: Counter[int] = Counter()
        for (option_id, _, _), number in self.by_pick.items():
            found[option_id] += number
        return found


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a result. `id` is the option's id or the scale's value; `share` is in whole per cent.

    What only some kinds know is None elsewhere: the `average` place or step, the average step on the `second`
    axis, all `points` together, how many `firsts` (first places), the `language` of a label in people's words.
    """

    id: int
    label: str
    type: OptionType | None
    count: int
    share: int
    average: float | None = None
    second: float | None = None
    points: int | None = None
    firsts: int | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result as every audience, export and report shows it. Shares are over `base` people.

    `hands` were counted by a host for single lines; they are in no count and in no share. `before` is what
    the round before brought in, with the ids of this round's lines. `further` are the lines of a second
    question within the question. `left` counts lines that are not listed, `terms` are the words behind all.
    """

    answered: int
    base: int
    lines: Sequence[Line]
    not_applicable: int = 0
    other_count: int = 0
    mean: float | None = None
    quotes: Sequence[Quote] = ()
    hands: Mapping[int, int] = field(default_factory=dict)
    before: "Result | None" = None
    further: Sequence[Line] = ()
    left: int = 0
    terms: Sequence[Said] = ()


class PollKind(ABC):
    """One way to ask. Subclasses live one to a file and register themselves by their `name`.

    `title` and `says` are what an organiser reads who chooses it; the flags say what it is made of:
    options, an option in people's own words, how many of them may be chosen, the labels of a scale, the length
    of a text, a number of words, a budget of points, two axes; and whether hands that are raised for a line say
    the same as an answer. `asks` are the questions within the question, where there are several.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    says: ClassVar[str]
    answer: ClassVar[type[Answer]]
    uses_options: ClassVar[bool] = False
    uses_limits: ClassVar[bool] = False
    uses_labels: ClassVar[bool] = False
    uses_length: ClassVar[bool] = False
    uses_words: ClassVar[bool] = False
    uses_budget: ClassVar[bool] = False
    uses_axes: ClassVar[bool] = False
    takes_other: ClassVar[bool] = False
    takes_hands: ClassVar[bool] = False
    asks: ClassVar[tuple[Ask, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Make the kind known. Abstract helpers have no name."""
        if "name" in cls.__dict__:
            KINDS[cls.name] = cls()

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """What this kind does not take in a definition: names of fields, each with a phrase."""
        del definition
        yield from ()

    def read(self, raw: Mapping[str, Any]) -> Answer:
        """Parse what a browser sent. Raises WrongAnswer when it has not this kind's shape."""
        try:
            return self.answer.model_validate(raw)
        except ValidationError:
            raise WrongAnswer from None

    def lines(self, poll: Poll) -> Lines | None:
        """How answers are counted by group; None for a kind that is never told of by group."""
        del poll
        return None

    def lines_of(self, poll: Poll, ballot: Ballot) -> frozenset[int]:
        """The lines by group that somebody with this ballot is in: what is picked, unless a kind says otherwise."""
        del poll
        return frozenset(ballot.option_ids)

    @abstractmethod
    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """Turn an answer into a ballot. Raises WrongAnswer or a text refusal."""

    @abstractmethod
    def result(self, poll: Poll, tally: Tally) -> Result:
        """Count a tally up into lines."""


KINDS: dict[str, PollKind] = {}
"""All kinds by name; filled when the package is imported."""


def share(count: int, base: int) -> int:
    """`count` of `base` in whole per cent, halves up; 0 when nobody answered."""
    return 0 if base == 0 else (200 * count + base) // (2 * base)
