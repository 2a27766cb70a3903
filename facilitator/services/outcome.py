"""What a service gives back about a command that it carried out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from facilitator.presenters.boards import own_points
from facilitator.presenters.payloads import MeChange, OwnAnswer, OwnComment, OwnPost, OwnQuestion


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`me` is what changed for the sender; `what`, `act` and `by` go into the log of acts; `made` names new ids."""

    me: MeChange | None = None
    what: str = ""
    act: str = ""
    by: str = ""
    made: dict[str, str] = field(default_factory=dict)


def my_answer(poll_id: int, answer: OwnAnswer) -> MeChange:
    """One own answer changed."""
    return {"responses": {str(poll_id): answer}}


def my_post(post_id: int, post: OwnPost | None) -> MeChange:
    """One own idea changed; None when it was withdrawn."""
    return {"posts": {str(post_id): post}}


def my_question(question_id: int, question: OwnQuestion | None) -> MeChange:
    """One own question to a speaker changed; None when it was withdrawn."""
    return {"questions": {str(question_id): question}}


def my_upvote(question_id: int, *, upvoted: bool) -> MeChange:
    """One own wish to know an answer too changed."""
    mark: dict[str, Literal[True] | None] = {str(question_id): True if upvoted else None}
    return {"upvotes": mark}


def my_support(post_ids: Sequence[int], *, supported: bool) -> MeChange:
    """Own support for an idea changed, and for those that it stands for."""
    marks: dict[str, Literal[True] | None] = {str(post_id): True if supported else None for post_id in post_ids}
    return {"supports": marks}


def my_points(board_id: int, points: Mapping[int, int]) -> MeChange:
    """Own points for some ideas of a board; 0 means none."""
    return {"points": {str(post_id): own_points(board_id, number) for post_id, number in points.items()}}


def my_comment(comment_id: int, comment: OwnComment | None) -> MeChange:
    """One own comment changed; None when it was withdrawn."""
    return {"comments": {str(comment_id): comment}}
