"""Organisations at an idea: who may join, and contacts that nobody gets who was not agreed to."""

from typing import Any

import pytest

from facilitator.domain.errors import NotFound, TextMissing
from facilitator.storage import joins
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, Person
from tests.factories import Gathering
from tests.joining_stories import agreeing, joining, taking_joins

IDEA = "We lend trainers to small companies"


@pytest.fixture
def room(gathering: Gathering) -> Gathering:
    """Everybody sees one idea, and organisations may join it."""
    gathering.go_live()
    gathering.trust(BIG_SCREEN, role="stage")
    taking_joins(gathering)
    gathering.steer(MARIA, "open_board", board_id=gathering.board().id)
    post = gathering.suggest(JURGEN, "Offer", IDEA)
    gathering.steer(MARIA, "review_post", post_id=post.id, state="approved")
    gathering.steer(MARIA, "reveal_board", board_id=gathering.board().id, revealed=True)
    return gathering


def join(room: Gathering, person: Person, side: str, organisation: str, contact: str | None = None) -> None:
    joining(person, side, organisation, contact, IDEA)(room)


def seen(room: Gathering, person: Person) -> list[tuple[str, str | None]]:
    """The organisations at the idea."""
    found = room.state(person)["joins"].get(str(room.post(IDEA).id)) or []
    return sorted((each["side"], each["organisation"]) for each in found)


def own(room: Gathering, person: Person) -> dict[str, Any]:
    me: Any = room.state(person)["me"]
    return me["joins"].get(str(room.post(IDEA).id), {})  # type: ignore[no-any-return]


def contacts(room: Gathering, person: Person) -> list[str | None]:
    return [partner["contact"] for partner in own(room, person).get("partners", [])]


def test_everybody_sees_the_organisations_and_nobody_a_contact(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    for person in (ELENA, JURGEN, MARIA, BIG_SCREEN):
        assert seen(room, person) == [("offer", "Praca"), ("want", "Κέντρο")]
        assert "giorgos@example.org" not in str(room.state(person))
    assert own(room, GIORGOS)["contact"] == "giorgos@example.org"


def test_contacts_are_exchanged_once_both_agreed_each_for_themselves(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    agreeing(ELENA, text=IDEA)(room)
    assert (contacts(room, ELENA), contacts(room, GIORGOS)) == ([None], [None])
    (waiting,) = own(room, GIORGOS)["partners"]
    assert (waiting["have_i_agreed"], waiting["have_they_agreed"]) == (False, True)
    agreeing(GIORGOS, text=IDEA)(room)
    assert (contacts(room, ELENA), contacts(room, GIORGOS)) == (["giorgos@example.org"], ["elena@example.org"])
    agreeing(ELENA, agreed=False, text=IDEA)(room)
    assert (contacts(room, ELENA), contacts(room, GIORGOS)) == ([None], [None])


def test_a_third_on_the_same_side_sees_nothing_of_it(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    join(room, JURGEN, "offer", "Handwerk", "jurgen@example.org")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    first = next(each["join_id"] for each in own(room, GIORGOS)["partners"] if each["organisation"] == "Praca")
    post_id = room.post(IDEA).id
    room.send(GIORGOS, "agree_contact", post_id=post_id, with_join_id=first, agreed=True)
    agreeing(ELENA, text=IDEA)(room)
    assert contacts(room, ELENA) == ["giorgos@example.org"]
    assert contacts(room, JURGEN) == [None]
    with pytest.raises(NotFound):
        room.send(JURGEN, "agree_contact", post_id=post_id, with_join_id=first, agreed=True)


def test_who_has_no_contact_has_nothing_to_exchange(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    with pytest.raises(TextMissing):
        agreeing(ELENA, text=IDEA)(room)


def test_changing_sides_ends_what_was_agreed(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    for person in (ELENA, GIORGOS):
        agreeing(person, text=IDEA)(room)
    join(room, ELENA, "want", "Praca", "elena@example.org")
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    assert contacts(room, GIORGOS) == [None]


def test_an_idea_that_is_not_seen_or_takes_no_joins_cannot_be_joined(room: Gathering) -> None:
    room.steer(MARIA, "review_post", post_id=room.post(IDEA).id, state="hidden")
    with pytest.raises(NotFound):
        join(room, ELENA, "offer", "Praca")
    room.steer(MARIA, "review_post", post_id=room.post(IDEA).id, state="approved")
    with pytest.raises(TextMissing):
        join(room, ELENA, "offer", "  ")
    join(room, ELENA, "offer", "Praca")
    room.send(ELENA, "leave_post", post_id=room.post(IDEA).id)
    with pytest.raises(NotFound):
        room.send(ELENA, "leave_post", post_id=room.post(IDEA).id)


def test_at_the_end_the_organisations_stay_and_people_and_contacts_are_forgotten(room: Gathering) -> None:
    join(room, ELENA, "offer", "Praca", "elena@example.org")
    join(room, GIORGOS, "want", "Κέντρο", "giorgos@example.org")
    agreeing(ELENA, text=IDEA)(room)
    room.end()
    kept = room.read(lambda work: joins.of_posts(work, [room.post(IDEA).id]))[room.post(IDEA).id]
    assert {(each.organisation, each.participant_id, each.contact) for each in kept} == {
        ("Praca", None, None),
        ("Κέντρο", None, None),
    }
    assert room.read(lambda work: list(joins.shakes_of(work, [each.id for each in kept]))) == []
