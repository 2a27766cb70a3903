"""Words in the control room: which are one word, which are not shown, and who sees what of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import NotAllowed, NotFound, NotLive
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import Gathering
from tests.kinds import open_all

ASKED = "In few words"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A question for words that is shown to everybody, with some answers."""
    made = open_all(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    for to in ("stage", "phones"):
        made.steer(MARIA, "show_results", poll_id=made.poll(ASKED).id, to=to, shown=True)
    made.answer(SIOBHAN, ASKED, "Childcare", "Crèche")
    made.answer(ZOFIA, ASKED, "Opieka")
    made.answer(ELENA, ASKED, "Κόστος")
    yield made
    made.database.dispose()


def results(room: Gathering, person: Person) -> dict[str, Any]:
    topic: Any = room.state(person)["topics"][f"poll:{room.poll(ASKED).id}"]
    return dict(topic["results"])


def words(room: Gathering, person: Person = ELENA) -> list[tuple[str, int]]:
    return [(row["label"], row["count"]) for row in results(room, person)["rows"]]


def rule(room: Gathering, name: str, word: str, language: str = "en", **args: object) -> None:
    room.steer(MARIA, name, poll_id=room.poll(ASKED).id, language=language, folded=word, **args)


def test_words_are_listed_by_how_many_said_them_each_in_its_language(room: Gathering) -> None:
    room.admit(Person(name="Guest", language="en"))
    room.answer(Person(name="Guest", language="en"), ASKED, "CHILDCARE")

    assert words(room)[0] == ("Childcare", 2)
    assert {row["language"] for row in results(room, ELENA)["rows"]} == {"en", "pl", "el"}


def test_the_same_word_of_two_languages_stays_two_words(room: Gathering) -> None:
    room.answer(GIORGOS, ASKED, "Kita")
    room.answer(JURGEN, ASKED, "Kita")

    assert words(room).count(("Kita", 1)) == 2


def test_who_said_both_words_counts_once_when_they_become_one(room: Gathering) -> None:
    guest = Person(name="Guest", language="en")
    room.admit(guest)
    room.answer(guest, ASKED, "Crèche")
    rule(room, "merge_term", "crèche", into="childcare")

    assert words(room)[0] == ("Childcare", 2)
    assert "Crèche" not in dict(words(room))


def test_a_word_stays_when_nobody_says_it_any_more_but_others_were_merged_into_it(room: Gathering) -> None:
    guest = Person(name="Guest", language="en")
    room.admit(guest)
    room.answer(guest, ASKED, "Crèche")
    rule(room, "merge_term", "crèche", into="childcare")
    room.answer(SIOBHAN, ASKED, "Time")

    assert ("childcare", 1) in words(room)


def test_taking_apart_gives_both_words_back(room: Gathering) -> None:
    before = words(room)
    rule(room, "merge_term", "crèche", into="childcare")
    rule(room, "merge_term", "crèche", into=None)

    assert words(room) == before


def test_two_words_cannot_each_stand_for_the_other(room: Gathering) -> None:
    rule(room, "merge_term", "crèche", into="childcare")
    for word in ("childcare", "crèche"):
        with pytest.raises(NotLive, match="stand together already"):
            rule(room, "merge_term", word, into=word if word == "crèche" else "crèche")


def test_a_hidden_word_leaves_the_screens_and_stays_with_the_hosts(room: Gathering) -> None:
    rule(room, "hide_term", "opieka", "pl", hidden=True)

    for person in (ELENA, BIG_SCREEN):
        assert "Opieka" not in dict(words(room, person))
        assert "terms" not in results(room, person)
    hidden = [term["text"] for term in results(room, MARIA)["terms"] if term["is_hidden"]]
    assert hidden == ["Opieka"]


def test_a_hidden_word_can_be_seen_again(room: Gathering) -> None:
    rule(room, "hide_term", "opieka", "pl", hidden=True)
    rule(room, "hide_term", "opieka", "pl", hidden=False)

    assert "Opieka" in dict(words(room))


def test_nobody_rules_over_a_word_that_nobody_said(room: Gathering) -> None:
    with pytest.raises(NotFound):
        rule(room, "hide_term", "childcare", "el", hidden=True)
    with pytest.raises(NotFound):
        rule(room, "merge_term", "childcare", into="nonsense")


def test_participants_rule_over_no_words(room: Gathering) -> None:
    poll = room.poll(ASKED)
    args: dict[str, Any] = {"poll_id": poll.id, "version": poll.version, "language": "en", "folded": "childcare"}
    with pytest.raises(NotAllowed):
        room.send(ELENA, "hide_term", hidden=True, **args)


def test_when_the_session_is_erased_no_word_stays(room: Gathering) -> None:
    rule(room, "hide_term", "opieka", "pl", hidden=True)
    count = "SELECT (SELECT count(*) FROM term) + (SELECT count(*) FROM term_rule)"
    before = room.read(lambda work: work.orm.connection().exec_driver_sql(count).scalar_one())
    room.write(lambda work: work.orm.connection().exec_driver_sql("DELETE FROM session"))
    after = room.read(lambda work: work.orm.connection().exec_driver_sql(count).scalar_one())

    assert (before, after) == (5, 0)
