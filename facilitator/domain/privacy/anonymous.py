"""What is taken off an answer before it leaves the house."""

from dataclasses import dataclass

from facilitator.domain.polls.ballot import Ballot


@dataclass(frozen=True, kw_only=True)
class AnonymousAnswer:
    """One answer apart from its person: no participant, no group, no time, no id.

    Two answers of one person cannot be put together, because nothing here could do it.
    `is_hidden` tells that a moderator kept its text from the stage and the phones.
    """

    ballot: Ballot
    is_hidden: bool
