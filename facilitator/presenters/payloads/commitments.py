"""What people promise to do next."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

CommitmentOwner = Literal["organisation", "own"]
CommitmentStatus = Literal["done", "begun", "not_yet", "dropped"]


class PublicCommitment(TypedDict):
    """A commitment that its author lets everybody read. `is_hidden` is for moderators only.

    `organisation` is empty when somebody commits in their own name, and in Chatham House mode.
    """

    id: int
    when_text: str
    then_text: str
    language: str
    organisation: str
    due_on: str
    is_hidden: NotRequired[bool]


class CommitmentsTopic(TypedDict):
    """Topic `commitments`: how many there are, and the newest of those that everybody may read."""

    count: int
    public: list[PublicCommitment]


class OwnCommitment(TypedDict):
    """An own commitment. `has_email` tells that a reminder has an address; the address itself never comes back."""

    id: int
    when_text: str
    then_text: str
    language: str
    owner: CommitmentOwner
    organisation: str
    due_on: str
    is_public: bool
    has_email: bool
    saved_at_ms: int
    receipt: str


class CommitmentNews(TypedDict):
    """What its owner said about a commitment later."""

    status: CommitmentStatus
    note: str
    at_ms: int


class KeptCommitment(TypedDict):
    """A commitment as its personal link shows it, without an account and also after the session."""

    session: str
    session_language: str
    when_text: str
    then_text: str
    language: str
    owner: CommitmentOwner
    organisation: str
    due_on: str
    delete_on: str
    has_email: bool
    answers: list[CommitmentNews]
