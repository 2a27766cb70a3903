"""Commitment: what somebody promises to do next, and what became of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.base import NEVER_AGAIN, Base
from facilitator.domain.errors import NotLive, TextMissing, WrongAnswer
from facilitator.domain.words import clean

CommitmentOwner = Literal["organisation", "own"]
CommitmentStatus = Literal["done", "begun", "not_yet", "dropped"]

PART_LIMIT: Final = 200
ORGANISATION_LIMIT: Final = 120
EMAIL_LIMIT: Final = 200
NOTE_LIMIT: Final = 500
LONGEST: Final = timedelta(days=3 * 365)
"""A commitment is for the next three years at most."""
PULSE_AFTER: Final = timedelta(days=90)
"""The last reminder: on the day itself, or with the last pulse after the session, whichever is later."""
OVER: Final = frozenset[CommitmentStatus]({"done", "dropped"})
"""After these nobody needs a reminder any more."""
_ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What somebody commits to, tidied: "if `when_text`, then `then_text`"."""

    when_text: str
    then_text: str
    language: str
    owner: CommitmentOwner
    organisation: str
    due_on: date
    is_public: bool

    def tidied(self, today: date, *, is_named: bool = True) -> "Promise":
        """The same, fit to be stored. Raises what `clean` raises, TextMissing or WrongAnswer.

        Where nothing `is_named`, it is kept that an organisation commits itself, and not which.
        """
        organisation = ""
        if self.owner == "organisation" and is_named:
            organisation = _line(self.organisation, ORGANISATION_LIMIT, may_be_empty=True)
            if not organisation:
                raise TextMissing("Name the organisation, or commit in your own name. It was not saved.")
        if not today <= self.due_on <= today + LONGEST:
            raise WrongAnswer("Choose a day from today on, within three years. It was not saved.")
        return Promise(
            when_text=_line(self.when_text, PART_LIMIT),
            then_text=_line(self.then_text, PART_LIMIT),
            language=self.language,
            owner=self.owner,
            organisation=organisation,
            due_on=self.due_on,
            is_public=self.is_public,
        )


def tidy_address(email: str) -> str:
    """An e-mail address, or nothing. Raises WrongAnswer or what `clean` raises."""
    address = _line(email, EMAIL_LIMIT, may_be_empty=True)
    if address and not _ADDRESS.fullmatch(address):
        raise WrongAnswer("This is no e-mail address. It was not saved. Correct it, or leave it empty.")
    return address


def erase_address_on(due_on: date, held_on: date, delete_on: date) -> date:
    """The day on which a reminder's address goes: after the last reminder, and never after the session."""
    last = max(due_on, held_on + PULSE_AFTER)
    return min(last + timedelta(days=1), delete_on)


def need_reached(items: Sequence[AgendaItem]) -> None:
    """Refuse a commitment before the session has come to the step that asks for them."""
    if not any(item.kind == "commitments" and item.was_reached for item in items):
        raise NotLive("Nobody is asked for a commitment yet. It was not saved. It stays on this device.")


def _line(text: str, limit: int, *, may_be_empty: bool = False) -> str:
    """A text on one line."""
    return clean(" ".join(text.split()), limit=limit, may_be_empty=may_be_empty)


class Commitment(Base):
    """One sentence, "if ..., then ...", with its owner and a date. `token_hash` is the link for answering later."""

    __tablename__ = "commitment"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    when_text: Mapped[str] = mapped_column(String(200))
    then_text: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(16))
    owner: Mapped[CommitmentOwner] = mapped_column(String(12))
    organisation: Mapped[str] = mapped_column(String(120), default="")
    due_on: Mapped[date]
    is_public: Mapped[bool] = mapped_column(default=False)
    is_hidden: Mapped[bool] = mapped_column(default=False)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))

    def say(self, promise: Promise) -> None:
        """Say it in other words."""
        self.when_text, self.then_text, self.language = promise.when_text, promise.then_text, promise.language
        self.owner, self.organisation = promise.owner, promise.organisation
        self.due_on, self.is_public = promise.due_on, promise.is_public


class ReminderAddress(Base):
    """Where a reminder goes: apart from the sentence, and erased after the last reminder."""

    __tablename__ = "reminder_address"

    commitment_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("commitment.id", ondelete="CASCADE"), primary_key=True
    )
    email: Mapped[str] = mapped_column(String(200))
    erase_on: Mapped[date]


class CommitmentAnswer(Base):
    """What its owner says later about a commitment, by link."""

    __tablename__ = "commitment_answer"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    commitment_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("commitment.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    status: Mapped[CommitmentStatus] = mapped_column(String(8))
    note: Mapped[str] = mapped_column(default="")
