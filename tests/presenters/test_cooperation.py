"""Joins, suggestions and voices on the results page and in files: names that everybody saw, never a contact."""

from pathlib import Path

import pytest

from facilitator.presenters.cooperation import NOT_YET, TOO_FEW, Cooperation
from facilitator.presenters.results import ResultsPage
from facilitator.services.results import read_results
from tests.cast import ELENA, GIORGOS, MARIA
from tests.cooperating import CONTACT, MENTORS, ROOMS, WANTED, make, meet, shake, speak
from tests.factories import Gathering
from tests.takeaways import from_json, plain


@pytest.fixture
def room(tmp_path: Path) -> Gathering:
    made = make(tmp_path)
    meet(made)
    return made


def page(room: Gathering) -> ResultsPage:
    return room.read(lambda work: read_results(work, room.actor(MARIA)))


def told(room: Gathering) -> Cooperation:
    found = page(room).cooperation
    assert found is not None
    return found


def test_a_joined_idea_tells_how_many_offer_and_want_it_and_who(room: Gathering) -> None:
    (joined,) = told(room).joined
    assert (joined.idea.text, joined.offers, joined.offered_by) == (
        MENTORS,
        "1 offers it",
        ("Nightingale Union, Poland",),
    )
    assert (joined.wants, joined.wanted_by) == ("2 want it", ("Canary Works, Poland", "Wren College, Poland"))


def test_asks_that_nobody_offers_to_answer_and_the_ideas_to_discuss(room: Gathering) -> None:
    assert [said.text for said in told(room).alone] == [ROOMS, WANTED]
    assert [said.text for said in told(room).to_discuss] == [MENTORS, ROOMS]


def test_suggestions_say_why(room: Gathering) -> None:
    found = told(room).suggestions
    assert [(each.offer.text, each.want.text, each.reason) for each in found] == [
        ("Nightingale Union", "Canary Works", "one offers what the other wants; different kinds of organisation"),
        ("Nightingale Union", "Wren College", "one offers what the other wants; different kinds of organisation"),
        (MENTORS, WANTED, "both speak of companies, mentors, and small"),
    ]
    assert [each.about.text if each.about else None for each in found] == [MENTORS, MENTORS, None]


def test_contacts_are_counted_at_the_end_and_are_in_no_file(room: Gathering) -> None:
    shake(room, ELENA, GIORGOS)
    assert told(room).contacts == NOT_YET
    room.end()
    assert told(room).contacts == TOO_FEW
    everything = plain(room, "session.json") + plain(room, "all.csv.zip") + plain(room, "definition.yaml")
    assert CONTACT not in everything + str(page(room))
    assert "Canary Works" in everything


def test_an_idea_that_a_host_hides_is_taken_away_without_its_organisations(room: Gathering) -> None:
    room.steer(MARIA, "review_post", post_id=room.post(MENTORS).id, state="hidden")
    assert [row["idea"] for row in from_json(room, "joins")] == [ROOMS, WANTED]
    assert from_json(room, "matches") == []
    assert "Canary Works" not in str(page(room))


def test_a_session_without_such_boards_says_nothing_of_it(gathering: Gathering) -> None:
    gathering.go_live()
    assert page(gathering).cooperation is None
    assert (from_json(gathering, "joins"), from_json(gathering, "matches")) == ([], [])


def test_files_tell_the_same_as_the_page(room: Gathering) -> None:
    rows = [
        (row["idea"], row["offers"], row["wants"], row["is_alone"], row["to_discuss"])
        for row in from_json(room, "joins")
    ]
    assert rows == [(MENTORS, 1, 2, False, 1), (ROOMS, 0, 0, True, 2), (WANTED, 0, 0, True, None)]
    assert from_json(room, "joins")[0]["wanted_by"] == ["Canary Works, Poland", "Wren College, Poland"]
    suggested = [(row["offer_organisation"], row["reason"]) for row in from_json(room, "matches")]
    assert suggested == [(each.offer.text if each.about else None, each.reason) for each in told(room).suggestions]


def test_in_chatham_house_mode_joins_are_counted_and_nobody_is_named_or_suggested(room: Gathering) -> None:
    room.steer(MARIA, "set_chatham", on=True)
    (joined,) = told(room).joined
    assert (joined.offers, joined.offered_by, joined.wants, joined.wanted_by) == ("1 offers it", (), "2 want it", ())
    assert (told(room).suggestions, from_json(room, "matches")) == ([], [])
    assert told(room).contacts == ""
    (row, *_) = from_json(room, "joins")
    assert (row["offers"], row["wants"], row["offered_by"], row["wanted_by"]) == (1, 2, [], [])


def test_voices_wait_for_the_end_and_then_stand_in_words(room: Gathering) -> None:
    speak(room)
    voices = page(room).voices
    assert voices is not None
    assert (voices.groups, voices.note) == ([], "Told once, when the session has ended.")
    room.end()
    voices = page(room).voices
    assert voices is not None
    assert voices.groups == [
        ("Trade union", "half of its share, or more"),
        ("Large employer", "less than half of its share, or not at all"),
    ]
    assert voices.note.startswith("Ideas, questions to the speakers, joins and speaking turns of each group")


def test_voices_that_cannot_be_told_say_so_and_chatham_house_mode_says_nothing(room: Gathering) -> None:
    room.end()
    voices = page(room).voices
    assert voices is not None
    assert (voices.groups, voices.note.split(":")[0]) == ([], "Nothing can be told")
    room.steer(MARIA, "set_chatham", on=True)
    assert page(room).voices is None
