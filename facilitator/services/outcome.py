"""What a service gives back about a command that it carried out."""

from dataclasses import dataclass, field
from typing import Literal

from facilitator.presenters.payloads import Me, OwnAnswer, OwnPost


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`me` is what changed for the sender; `what` and `act` go into the log of acts; `made` names new ids."""

    me: Me | None = None
    what: str = ""
    act: str = ""
    made: dict[str, str] = field(default_factory=dict)


def my_answer(poll_id: int, answer: OwnAnswer) -> Me:
    """One own answer changed."""
    return {"responses": {str(poll_id): answer}, "posts": {}, "supports": {}}


def my_post(post_id: int, post: OwnPost | None) -> Me:
    """One own idea changed; None when it was withdrawn."""
    return {"responses": {}, "posts": {str(post_id): post}, "supports": {}}


def my_support(post_id: int, *, supported: bool) -> Me:
    """One own support changed."""
    mark: dict[str, Literal[True] | None] = {str(post_id): True if supported else None}
    return {"responses": {}, "posts": {}, "supports": mark}
