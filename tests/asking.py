"""Questions to the speakers in the tests: what was asked before, and a story for each of their commands."""

from collections.abc import Callable

from facilitator.presenters.payloads import Ack
from tests.cast import ANDERS, ELENA, GIORGOS, MARIA, ZOFIA
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]
SEEN, WAITING = "What did it cost?", "Who looked after the children?"


def ask_the_speakers(gathering: Gathering) -> None:
    """Questions are open. One waits for review; one is seen by everybody, and somebody wants to know too."""
    gathering.steer(MARIA, "open_questions")
    gathering.ask(ELENA, WAITING)
    seen = gathering.ask(GIORGOS, SEEN)
    gathering.steer(MARIA, "review_question", question_id=seen.id, state="approved")
    gathering.send(ELENA, "upvote_question", question_id=seen.id, upvoted=True)


def reviewing(state: str) -> Act:
    """A host reviews what waits."""
    return lambda g: g.steer(MARIA, "review_question", question_id=g.question(WAITING).id, state=state).ack


def steering(name: str, **args: bool) -> Act:
    """A host steers what is seen."""
    return lambda g: g.steer(ANDERS, name, question_id=g.question(SEEN).id, **args).ack


STORIES: dict[str, tuple[Act, ...]] = {
    "ask_question": (
        lambda g: g.send(ZOFIA, "ask_question", text="Ile to trwało?", language="pl").ack,
        lambda g: g.steer(MARIA, "open_questions", reviewed=False).ack,
        lambda g: g.send(ELENA, "ask_question", text="Seen at once", language="en").ack,
    ),
    "withdraw_question": (
        lambda g: g.send(ELENA, "withdraw_question", question_id=g.question(WAITING).id).ack,
        lambda g: g.send(GIORGOS, "withdraw_question", question_id=g.question(SEEN).id).ack,
    ),
    "upvote_question": (
        lambda g: g.send(ZOFIA, "upvote_question", question_id=g.question(SEEN).id, upvoted=True).ack,
        lambda g: g.send(ELENA, "upvote_question", question_id=g.question(SEEN).id, upvoted=False).ack,
    ),
    "open_questions": (
        lambda g: g.steer(MARIA, "close_questions").ack,
        lambda g: g.steer(MARIA, "open_questions").ack,
    ),
    "close_questions": (lambda g: g.steer(MARIA, "close_questions").ack,),
    "review_question": tuple(reviewing(state) for state in ("approved", "hidden", "declined", "waiting")),
    "pin_question": (steering("pin_question", pinned=True), steering("pin_question", pinned=False)),
    "answer_question": (steering("answer_question", answered=True), steering("answer_question", answered=False)),
}
