"""Questions to the speakers, for each audience.

These are allow-lists: a field goes out only because a line here names it for that audience. Nobody is told
who asked.
"""

from facilitator.domain.base import known_ms
from facilitator.domain.questions import Question
from facilitator.presenters.acts import last_act
from facilitator.presenters.payloads import Audience, OwnQuestion, QuestionPayload


def question_payload(question: Question, votes: int, audience: Audience) -> QuestionPayload | None:
    """A question; None for those who may not see it now."""
    if question.state == "withdrawn" or (audience != "moderator" and not question.is_shown):
        return None
    payload: QuestionPayload = {
        "id": question.id,
        "item_id": question.item_id,
        "text": question.text,
        "language": question.language,
        "is_pinned": question.is_pinned,
        "is_answered": question.is_answered,
        "votes": votes,
        "at_ms": known_ms(question.sent_at),
    }
    if audience == "moderator":
        payload["state"], payload["version"], payload["last"] = question.state, question.version, last_act(question)
    return payload


def own_question(question: Question) -> OwnQuestion:
    """An own question with what became of it, in the author's words for it."""
    return {
        "id": question.id,
        "text": question.text,
        "language": question.language,
        "status": "waiting" if question.state == "waiting" else "shown" if question.is_shown else "not_shown",
        "at_ms": known_ms(question.sent_at),
    }
