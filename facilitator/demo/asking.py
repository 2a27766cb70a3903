"""Questions to the speakers: asked, wanted by others too, taken back; read, pinned and answered by the host."""

from collections.abc import Callable, Iterator
from typing import Final

from facilitator.demo.ledger import Asked
from facilitator.demo.people import Person
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

ROW: Final = ("step", "text", "language", "state", "votes", "is_pinned", "is_answered")
QUESTIONS: Final = (
    ("en", "How did you pay for childcare?"),
    ("de", "Wie lange dauert die Anerkennung?"),
    ("fr", "Qui a convaincu la direction ?"),
    ("el", "Πόσο κόστισε το πρόγραμμα;"),
    ("bg", "Кой обучава обучителите?"),
    ("en", "=What happens when the money ends?"),
)


def ask_and_answer(room: Room, step: str) -> None:
    """A talk, from the first question to the last answer."""
    host, ledger = room.host, room.ledger
    if not host.topic("session")["takes_questions"]:
        host.run("open_questions", reviewed=True)
    room.together(lambda person: _ask(person, step))
    asked = sorted(ledger.questions)
    host.wire.wait_until(_has(asked))
    versions = {each: host.wire.state["questions"][str(each)]["version"] for each in asked}
    for question_id in asked:
        _review(room, question_id, versions)
    shown = [each for each in asked if ledger.reviewed[each] == "approved"]
    room.together(lambda person: person.wire.wait_until(_has(shown)))
    host.run("set_stage", view="questions")
    room.together(lambda person: _want(person, shown))
    for question_id in shown[: len(shown) // 2]:
        host.quick("answer_question", question_id=question_id, version=versions[question_id], answered=True)
        ledger.answered.add(question_id)
    host.run("set_stage", view="auto")
    host.run("close_questions")


def _ask(person: Person, step: str) -> None:
    """One in three asks; one in three of them thinks better of it."""
    if person.number % 3 != 2:  # noqa: PLR2004  one in three, also among few
        return
    language, text = QUESTIONS[person.number % len(QUESTIONS)]
    text = f"{text} ({person.number})"
    reply = person.wire.act("ask_question", text=text, language=language)
    if not reply["ok"]:
        return
    question_id = int(next(iter(reply["me"]["questions"])))
    regrets = person.number % 9 == 8  # noqa: PLR2004  one in three of them
    if regrets and person.wire.act("withdraw_question", question_id=question_id)["ok"]:
        return
    person.ledger.note(person.ledger.askers, question_id, person.name)
    person.ledger.note(person.ledger.questions, question_id, Asked(step=step, text=text, language=language))


def _want(person: Person, shown: list[int]) -> None:
    """Some want to know too; one in four takes one back."""
    others = [each for each in shown if person.ledger.askers[each] != person.name]
    wanted = person.chance.sample(others, min(3, len(others)))
    for question_id in wanted:
        _upvote(person, question_id, upvoted=True)
    if wanted and person.chance.random() < 1 / 4:
        _upvote(person, wanted[0], upvoted=False)


def _upvote(person: Person, question_id: int, *, upvoted: bool) -> None:
    if person.wire.act("upvote_question", question_id=question_id, upvoted=upvoted)["ok"]:
        person.ledger.note(person.ledger.upvotes, (person.name, question_id), upvoted)


def _review(room: Room, question_id: int, versions: dict[int, int]) -> None:
    lot = room.chance.random()
    state = "approved" if lot < 5 / 6 or not room.ledger.reviewed else "declined" if lot < 11 / 12 else "hidden"
    room.host.quick("review_question", question_id=question_id, version=versions[question_id], state=state)
    versions[question_id] += 1
    room.ledger.reviewed[question_id] = state
    if state == "approved" and lot < 1 / 8:
        room.host.quick("pin_question", question_id=question_id, version=versions[question_id], pinned=True)
        versions[question_id] += 1
        room.ledger.kept_up.add(question_id)


def _has(question_ids: list[int]) -> Callable[[Json], bool]:
    return lambda state: {str(each) for each in question_ids} <= set(state["questions"])


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported questions."""
    yield from differences("questions", taken.rows("questions", ROW), _rows(room))


def _rows(room: Room) -> Iterator[Row]:
    ledger, votes = room.ledger, room.ledger.votes_of()
    for key, asked in ledger.questions.items():
        fate = (ledger.reviewed[key], votes[key], key in ledger.kept_up, key in ledger.answered)
        yield (asked.step, asked.text, asked.language, *fate)
