"""Questions to the speakers."""

from typing import Literal

from facilitator.services.commands.base import Command, Id, Language, Version


class AskQuestion(Command):
    """Ask the speakers."""

    text: str
    language: Language


class WithdrawQuestion(Command):
    """Take back an own question."""

    question_id: Id


class UpvoteQuestion(Command):
    """Want to know the answer too, or no longer."""

    question_id: Id
    upvoted: bool


class OpenQuestions(Command):
    """Let people ask the speakers. With `reviewed`, a question is shown once a moderator has read it."""

    version: Version
    reviewed: bool = True


class CloseQuestions(Command):
    """Take no more questions; those that were asked stay."""

    version: Version


class ReviewQuestion(Command):
    """Approve, decline or hide a question, or put it back into the queue."""

    question_id: Id
    version: Version
    state: Literal["waiting", "approved", "declined", "hidden"]


class PinQuestion(Command):
    """Keep a question before the others."""

    question_id: Id
    version: Version
    pinned: bool


class AnswerQuestion(Command):
    """Mark a question as answered, or as open again."""

    question_id: Id
    version: Version
    answered: bool
