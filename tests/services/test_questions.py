"""Questions to the speakers: who may ask, who sees what, who counts, and what is forgotten at the end."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from facilitator.domain.errors import NotAllowed, NotFound, PostSettled, QuestionsClosed, Refusal, SessionEnded
from facilitator.domain.questions import Question, Upvote
from facilitator.presenters.payloads import QuestionPayload
from facilitator.services.rates import RATES, rate_of
from facilitator.storage.database import Work
from tests.asking import SEEN, WAITING, ask_the_speakers
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, OSKAR, ZOFIA, Person
from tests.factories import Gathering, gather


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A live session with a question that waits, and one that everybody sees."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    ask_the_speakers(made)
    return made


def seen_by(gathering: Gathering, person: Person) -> dict[str, QuestionPayload | None]:
    """The questions that a person's browser holds, by their words."""
    found = gathering.state(person)["questions"].values()
    return {question["text"]: question for question in found if question is not None}


def refusal_of(gathering: Gathering, person: Person, name: str, **args: Any) -> Refusal:  # noqa: ANN401
    with pytest.raises(Refusal) as refused:
        gathering.send(person, name, **args)
    return refused.value


def test_what_waits_is_seen_by_hosts_and_by_its_author_alone(gathering: Gathering) -> None:
    assert set(seen_by(gathering, MARIA)) == {SEEN, WAITING}
    for person in (ELENA, GIORGOS, BIG_SCREEN):
        assert set(seen_by(gathering, person)) == {SEEN}
    me = gathering.state(ELENA)["me"]
    assert me is not None
    assert [(own["text"], own["status"]) for own in me["questions"].values()] == [(WAITING, "waiting")]


def test_nobody_is_told_who_asked_not_even_the_hosts(gathering: Gathering) -> None:
    allowed = {"id", "item_id", "text", "language", "is_pinned", "is_answered", "votes", "at_ms"}
    for person in (ELENA, BIG_SCREEN):
        assert {key for each in seen_by(gathering, person).values() for key in each or {}} == allowed
    assert set(seen_by(gathering, MARIA)[SEEN] or {}) == allowed | {"state", "version", "last"}
    assert seen_by(gathering, MARIA)[SEEN] is not None


def test_a_question_stands_with_the_step_in_which_it_was_asked(gathering: Gathering) -> None:
    welcome = gathering.items()[0].id
    assert gathering.question(SEEN).item_id == welcome
    gathering.steer(MARIA, "go_to_item", item_id=gathering.items()[1].id)
    assert gathering.ask(ZOFIA, "Ile to trwało?").item_id == gathering.items()[1].id


def test_without_review_a_question_is_seen_at_once(gathering: Gathering) -> None:
    gathering.steer(MARIA, "open_questions", reviewed=False)
    gathering.ask(ZOFIA, "Ile to trwało?")
    assert set(seen_by(gathering, GIORGOS)) == {SEEN, "Ile to trwało?"}


def test_nobody_asks_before_a_host_has_opened_questions_or_after_they_were_closed(tmp_path: Path) -> None:
    gathering = gather(tmp_path)
    gathering.go_live()
    words = {"text": "Too early", "language": "en"}
    assert isinstance(refusal_of(gathering, ELENA, "ask_question", **words), QuestionsClosed)
    gathering.steer(MARIA, "open_questions")
    gathering.send(ELENA, "ask_question", **words)
    gathering.steer(MARIA, "close_questions")
    assert isinstance(refusal_of(gathering, ELENA, "ask_question", **words), QuestionsClosed)
    assert refusal_of(gathering, MARIA, "close_questions", version=gathering.session().version).code == (
        "questions_closed"
    )


def test_opening_them_twice_is_refused_but_review_can_be_switched(gathering: Gathering) -> None:
    version = gathering.session().version
    assert refusal_of(gathering, MARIA, "open_questions", version=version).code == "wrong_state"
    gathering.steer(MARIA, "open_questions", reviewed=False)
    assert gathering.session().reviews_questions is False


def test_two_people_want_to_know_too_and_saying_it_twice_changes_nothing(gathering: Gathering) -> None:
    seen = gathering.question(SEEN)
    for _ in range(2):
        gathering.send(ZOFIA, "upvote_question", question_id=seen.id, upvoted=True)
    question = seen_by(gathering, MARIA)[SEEN]
    assert question is not None
    assert question["votes"] == 2
    rev = gathering.session().rev
    gathering.send(ZOFIA, "upvote_question", question_id=seen.id, upvoted=True)
    assert gathering.session().rev == rev
    gathering.send(ELENA, "upvote_question", question_id=seen.id, upvoted=False)
    question = seen_by(gathering, GIORGOS)[SEEN]
    assert question is not None
    assert question["votes"] == 1


def test_the_author_counts_already(gathering: Gathering) -> None:
    wish = {"question_id": gathering.question(SEEN).id, "upvoted": True}
    assert isinstance(refusal_of(gathering, GIORGOS, "upvote_question", **wish), NotAllowed)


def test_what_one_does_not_see_cannot_be_wanted_too(gathering: Gathering) -> None:
    wish = {"question_id": gathering.question(WAITING).id, "upvoted": True}
    assert isinstance(refusal_of(gathering, GIORGOS, "upvote_question", **wish), NotFound)


def test_the_author_takes_a_question_back_and_it_goes_from_every_screen(gathering: Gathering) -> None:
    seen, rev = gathering.question(SEEN), gathering.session().rev
    assert isinstance(refusal_of(gathering, ELENA, "withdraw_question", question_id=seen.id), NotFound)
    gathering.send(GIORGOS, "withdraw_question", question_id=seen.id)
    assert gathering.state(BIG_SCREEN, since=rev)["questions"] == {str(seen.id): None}
    assert seen_by(gathering, MARIA).keys() == {WAITING}
    assert isinstance(
        refusal_of(gathering, MARIA, "pin_question", question_id=seen.id, version=1, pinned=True), NotFound
    )


def test_what_was_answered_or_kept_back_stays(gathering: Gathering) -> None:
    seen, waiting = gathering.question(SEEN), gathering.question(WAITING)
    gathering.steer(MARIA, "answer_question", question_id=seen.id, answered=True)
    gathering.steer(MARIA, "review_question", question_id=waiting.id, state="declined")
    assert isinstance(refusal_of(gathering, GIORGOS, "withdraw_question", question_id=seen.id), PostSettled)
    assert isinstance(refusal_of(gathering, ELENA, "withdraw_question", question_id=waiting.id), PostSettled)


def test_a_declined_question_is_never_mentioned_to_others(gathering: Gathering) -> None:
    rev = gathering.session().rev
    gathering.steer(MARIA, "review_question", question_id=gathering.question(WAITING).id, state="declined")
    assert gathering.state(GIORGOS, since=rev)["questions"] == {}
    me = gathering.state(ELENA)["me"]
    assert me is not None
    assert [own["status"] for own in me["questions"].values()] == ["not_shown"]


def test_only_what_everybody_sees_can_be_answered(gathering: Gathering) -> None:
    waiting = {"question_id": gathering.question(WAITING).id, "version": 0, "answered": True}
    assert isinstance(refusal_of(gathering, MARIA, "answer_question", **waiting), NotFound)


def test_of_two_hosts_who_review_at_once_the_second_is_told_who_was_first(gathering: Gathering) -> None:
    wish: dict[str, Any] = {"question_id": gathering.question(WAITING).id, "version": 0, "state": "approved"}
    gathering.send(MARIA, "review_question", **wish)
    refusal = refusal_of(gathering, ANDERS, "review_question", **wish)
    assert (refusal.code, refusal.details["by"], refusal.details["act"]) == (
        "overtaken",
        MARIA.name,
        "approved_question",
    )


def test_participants_steer_nothing_and_hosts_ask_nothing(gathering: Gathering) -> None:
    seen = gathering.question(SEEN)
    for name, args in (
        ("review_question", {"state": "hidden"}),
        ("pin_question", {"pinned": True}),
        ("answer_question", {"answered": True}),
    ):
        wish = {"question_id": seen.id, "version": seen.version, **args}
        assert isinstance(refusal_of(gathering, ELENA, name, **wish), NotAllowed)
    assert isinstance(refusal_of(gathering, ELENA, "open_questions", version=0), NotAllowed)
    assert isinstance(refusal_of(gathering, MARIA, "ask_question", text="Mine", language="en"), NotAllowed)
    assert isinstance(
        refusal_of(gathering, BIG_SCREEN, "upvote_question", question_id=seen.id, upvoted=True), NotAllowed
    )


def test_a_question_of_another_session_is_not_found(gathering: Gathering, tmp_path: Path) -> None:
    elsewhere = gather(tmp_path, database=gathering.database)
    elsewhere.steer(MARIA, "open_doors")
    elsewhere.admit(OSKAR)
    for name, args in (("withdraw_question", {}), ("upvote_question", {"upvoted": True})):
        wish = {"question_id": gathering.question(SEEN).id, **args}
        assert isinstance(refusal_of(elsewhere, OSKAR, name, **wish), NotFound)


def test_at_the_end_it_is_forgotten_who_asked_and_the_numbers_stay(gathering: Gathering) -> None:
    seen = gathering.question(SEEN)
    gathering.send(ZOFIA, "upvote_question", question_id=seen.id, upvoted=True)

    def links(work: Work) -> tuple[int, int]:
        known = work.orm.scalar(select(func.count()).where(Question.participant_id.is_not(None)))
        return known or 0, work.orm.scalar(select(func.count()).select_from(Upvote)) or 0

    assert gathering.read(links) == (2, 2)
    gathering.end()
    assert gathering.read(links) == (0, 0)
    question = seen_by(gathering, BIG_SCREEN)[SEEN]
    assert question is not None
    assert question["votes"] == 2
    assert isinstance(refusal_of(gathering, ELENA, "ask_question", text="Late", language="en"), SessionEnded)


def test_asking_is_slowed_like_ideas_and_wanting_to_know_like_answers() -> None:
    assert RATES[rate_of("ask_question")] == RATES[rate_of("send_post")]
    assert rate_of("withdraw_question") == rate_of("ask_question")
    assert rate_of("upvote_question") == rate_of("respond")
