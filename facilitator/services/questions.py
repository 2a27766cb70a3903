"""Questions to the speakers: asked, wanted by others too, reviewed, pinned, answered."""

from typing import Final

from facilitator.domain.base import random_id
from facilitator.domain.events import QuestionChanged, SessionChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.questions import Question
from facilitator.domain.sessions import Session
from facilitator.domain.words import QUESTION_LIMIT, clean
from facilitator.presenters.questions import own_question
from facilitator.services.access import access_own_question, access_question, access_session
from facilitator.services.commands import questions as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome, my_question, my_upvote
from facilitator.storage import questions
from facilitator.storage.database import Work


def ask_question(work: Work, actor: Actor, command: commands.AskQuestion) -> Outcome:
    """Ask the speakers; it waits for review unless the session shows questions at once."""
    session = access_session(work, actor)
    session.need_running()
    session.need_questions()
    question = Question(
        id=random_id(),
        session_id=session.id,
        item_id=session.current_item_id,
        participant_id=actor.participant_id,
        text=clean(command.text, limit=QUESTION_LIMIT),
        language=command.language,
        state="waiting" if session.reviews_questions else "approved",
        was_shown=not session.reviews_questions,
        sent_at=work.now,
        receipt=work.receipt,
        rev=work.rev,
    )
    questions.put(work, question)
    work.announce(QuestionChanged())
    return Outcome(me=my_question(question.id, own_question(question)))


def withdraw_question(work: Work, actor: Actor, command: commands.WithdrawQuestion) -> Outcome:
    """Take back an own question that was not answered."""
    access_session(work, actor).need_running()
    question = access_own_question(work, actor, command.question_id)
    question.withdraw()
    question.rev = work.rev
    work.announce(QuestionChanged())
    return Outcome(me=my_question(question.id, None))


def upvote_question(work: Work, actor: Actor, command: commands.UpvoteQuestion) -> Outcome:
    """Want to know the answer too, or no longer; saying it twice changes nothing."""
    access_session(work, actor).need_running()
    question = access_question(work, actor, command.question_id)
    question.need_shown()
    question.need_of_somebody_else(actor.participant_id)
    if questions.put_upvote(work, question.id, actor.participant_id or 0, upvoted=command.upvoted):
        question.rev = work.rev
        work.announce(QuestionChanged())
    return Outcome(me=my_upvote(question.id, upvoted=command.upvoted))


def open_questions(work: Work, actor: Actor, command: commands.OpenQuestions) -> Outcome:
    """Let people ask the speakers."""
    _take_session(work, actor, command.version, "open_questions").take_questions(reviewed=command.reviewed)
    return Outcome()


def close_questions(work: Work, actor: Actor, command: commands.CloseQuestions) -> Outcome:
    """Take no more questions."""
    _take_session(work, actor, command.version, "close_questions").refuse_questions()
    return Outcome()


def review_question(work: Work, actor: Actor, command: commands.ReviewQuestion) -> Outcome:
    """Approve, decline, hide or put a question back into the queue."""
    act = f"{command.state}_question"
    _take(work, actor, command.question_id, command.version, act).review(command.state)
    return Outcome(act=act)


def pin_question(work: Work, actor: Actor, command: commands.PinQuestion) -> Outcome:
    """Keep a question before the others."""
    _take(work, actor, command.question_id, command.version, "pin_question").pin(pinned=command.pinned)
    return Outcome()


def answer_question(work: Work, actor: Actor, command: commands.AnswerQuestion) -> Outcome:
    """Mark a question as answered, or as open again."""
    question = _take(work, actor, command.question_id, command.version, "answer_question")
    question.answer(answered=command.answered, now=work.now)
    return Outcome()


def _take_session(work: Work, actor: Actor, version: int, act: str) -> Session:
    session = access_session(work, actor)
    if session.state == "ended":
        session.need_running()
    session.take(version, by=actor.name, act=act, now=work.now)
    work.announce(SessionChanged())
    return session


def _take(work: Work, actor: Actor, question_id: int, version: int, act: str) -> Question:
    question = access_question(work, actor, question_id)
    question.need_here()
    question.take(version, by=actor.name, act=act, now=work.now)
    question.rev = work.rev
    work.announce(QuestionChanged(author_id=question.participant_id))
    return question


COMMANDS: Final[Family] = {
    "ask_question": (commands.AskQuestion, ask_question),
    "withdraw_question": (commands.WithdrawQuestion, withdraw_question),
    "upvote_question": (commands.UpvoteQuestion, upvote_question),
    "open_questions": (commands.OpenQuestions, open_questions),
    "close_questions": (commands.CloseQuestions, close_questions),
    "review_question": (commands.ReviewQuestion, review_question),
    "pin_question": (commands.PinQuestion, pin_question),
    "answer_question": (commands.AnswerQuestion, answer_question),
}
