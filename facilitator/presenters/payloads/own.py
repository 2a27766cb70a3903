"""What belongs to one participant."""

from typing import Literal

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from facilitator.presenters.payloads.commitments import OwnCommitment
from facilitator.presenters.payloads.joins import OwnJoin

PostStatus = Literal["waiting", "shown", "not_shown"]


class OwnPick(TypedDict):
    """One option of an own answer. `value` is a place, points, or a step; `second` the step on the other axis."""

    option_id: int
    value: int | None
    second: int | None


class OwnAnswer(TypedDict):
    """An own saved answer, as it was acknowledged. Which fields are filled depends on the kind.

    `option_ids` names what was picked, in the order of their places where the question asks for an order.
    """

    option_ids: list[int]
    picks: list[OwnPick]
    other_text: str | None
    value: int | None
    second: int | None
    not_applicable: bool
    text: str | None
    terms: list[str]
    language: str | None
    saved_at_ms: int
    receipt: str


class OwnPost(TypedDict):
    """An own idea with what became of it; `merged_into_id` names the idea that stands for it."""

    id: int
    board_id: int
    column_id: int
    text: str
    language: str
    status: PostStatus
    merged_into_id: int | None
    at_ms: int


class OwnComment(TypedDict):
    """An own comment on an idea with what became of it."""

    id: int
    post_id: int
    text: str
    language: str
    status: PostStatus
    at_ms: int


class OwnPoints(TypedDict):
    """One's own points for an idea, which counts for the budget of its board also when it is not shown any more."""

    board_id: int
    points: int


class OwnQuestion(TypedDict):
    """An own question to a speaker with what became of it."""

    id: int
    text: str
    language: str
    status: PostStatus
    at_ms: int


class MeChange(TypedDict, total=False):
    """What changed for one participant: parts that are absent did not change; null removes a key."""

    responses: dict[str, OwnAnswer | None]
    posts: dict[str, OwnPost | None]
    supports: dict[str, Literal[True] | None]
    questions: dict[str, OwnQuestion | None]
    upvotes: dict[str, Literal[True] | None]
    pairs: dict[str, list[str] | None]
    joins: dict[str, OwnJoin | None]
    points: dict[str, OwnPoints | None]
    comments: dict[str, OwnComment | None]
    commitments: dict[str, OwnCommitment | None]


class Me(TypedDict):
    """Everything that belongs to one participant; keys are ids written as text.

    `pairs` names a factor (`o12` for an option, `p345` for an idea) with the barriers that it answered;
    `points` has one's own by idea.
    """

    responses: dict[str, OwnAnswer]
    posts: dict[str, OwnPost]
    supports: dict[str, Literal[True]]
    questions: dict[str, OwnQuestion]
    upvotes: dict[str, Literal[True]]
    pairs: dict[str, list[str]]
    joins: dict[str, OwnJoin]
    points: dict[str, OwnPoints]
    comments: dict[str, OwnComment]
    commitments: dict[str, OwnCommitment]
