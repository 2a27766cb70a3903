"""What answered what: who may say so, when, and what each audience hears of it."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import NotFound, PollClosed
from facilitator.domain.pairs import PairCount, Thing, gaps
from facilitator.presenters.tables import tables_of
from facilitator.services.access import access_session
from facilitator.services.harvest import read_harvest
from facilitator.services.sessions import definition_of
from facilitator.storage import pairs
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, MARIA, NADIA, Person
from tests.factories import DEFINITION, Gathering, gather
from tests.law import Held
from tests.pairing import asking_for_factors, pairing, putting_together, ref

PROPOSAL = """
  - kind: poll
    title: Factors
    minutes: 5
    polls:
      - kind: single
        title: What helped
        options: [{text: Coaching, type: factor}, {text: Childcare, type: practice}]
pairs:
  - {factor: Childcare, answers: [Care, Shifts]}
"""


@pytest.fixture
def room(gathering: Gathering) -> Gathering:
    """A live session that asks for barriers and for what helped against them."""
    gathering.go_live()
    for act in asking_for_factors():
        act(gathering)
    return gathering


def topic(room: Gathering, person: Person) -> dict[str, Any]:
    found: Any = room.state(person)["topics"]["pairs"]
    return found  # type: ignore[no-any-return]


def names(room: Gathering, refs: list[str]) -> list[str]:
    known = {f"o{option.id}": option.text for poll in room.polls() for option in poll.options}
    return [known[each] for each in refs]


def test_a_barrier_that_many_chose_and_nobody_answered_comes_first() -> None:
    barriers = [Thing(ref=f"o{n}", text=f"{n}", people=people) for n, people in enumerate([3, 9, 0, 5, None])]
    found = [PairCount(factor="o8", barrier="o3", people=1), PairCount(factor="o8", barrier="o0", is_proposed=True)]
    assert [barrier.ref for barrier in gaps(barriers, found)] == ["o1", "o0"]


def test_people_are_counted_and_a_newer_list_takes_the_place_of_the_one_before(room: Gathering) -> None:
    pairing("Coaching", "Care", "Cost")(room)
    pairing("Coaching", "Shifts", "Care")(room)
    room.send(GIORGOS, "pair_factor", factor=ref(room, "Coaching"), barriers=[ref(room, "Care")])
    counted = {
        (*names(room, [pair["factor"], pair["barrier"]]), pair["people"]) for pair in topic(room, MARIA)["pairs"]
    }
    assert counted == {("Coaching", "Care", 2), ("Coaching", "Shifts", 1)}
    own = room.state(ELENA)["me"]
    assert own is not None
    assert own["pairs"] == {ref(room, "Coaching"): sorted([ref(room, "Care"), ref(room, "Shifts")])}


def test_pairs_stay_with_the_hosts_until_the_big_screen_shows_them(room: Gathering) -> None:
    pairing("Coaching", "Care")(room)
    for person in (ELENA, BIG_SCREEN):
        if person is BIG_SCREEN:
            room.trust(BIG_SCREEN, role="stage")
        assert (topic(room, person)["pairs"], topic(room, person)["gaps"]) == ([], [])
    assert len(topic(room, MARIA)["pairs"]) == 1
    room.steer(MARIA, "set_stage", view="matrix")
    for person in (ELENA, BIG_SCREEN):
        assert topic(room, person)["pairs"] == topic(room, MARIA)["pairs"]


def test_how_many_chose_a_barrier_is_told_to_those_who_see_its_results(room: Gathering) -> None:
    room.answer(ELENA, "barriers", "Care")
    room.steer(MARIA, "set_stage", view="gaps")
    assert {thing["people"] for thing in topic(room, MARIA)["barriers"]} == {None}, "it is still open"
    room.steer(MARIA, "close_poll", poll_id=room.poll("barriers").id)
    assert names(room, topic(room, MARIA)["gaps"]) == ["Care"]
    assert topic(room, ELENA)["gaps"] == []
    room.steer(MARIA, "show_results", poll_id=room.poll("barriers").id, to="phones", shown=True)
    assert names(room, topic(room, ELENA)["gaps"]) == ["Care"]


def test_nobody_pairs_after_the_question_is_closed_or_before_it_is_open(room: Gathering) -> None:
    room.steer(MARIA, "close_poll", poll_id=room.poll("What helped").id)
    with pytest.raises(PollClosed):
        pairing("Coaching", "Care")(room)
    assert topic(room, MARIA)["pairs"] == []


@pytest.mark.parametrize(
    ("factor", "barrier"), [("Care", "Cost"), ("Coaching", "Childcare"), ("Alone", "Care"), ("Coaching", "Alone")]
)
def test_only_factors_answer_and_only_barriers_are_answered(room: Gathering, factor: str, barrier: str) -> None:
    for act in (pairing(factor, barrier), putting_together(factor, barrier, paired=True)):
        with pytest.raises(NotFound):
            act(room)


def test_a_barrier_that_was_not_asked_about_is_not_there_for_participants(gathering: Gathering) -> None:
    gathering.go_live()
    adding, _, opening_factors = asking_for_factors()
    adding(gathering)
    with pytest.raises(NotFound):
        pairing("Coaching", "Care")(gathering)
    opening_factors(gathering)
    with pytest.raises(NotFound):
        pairing("Coaching", "Care")(gathering)


def test_an_idea_in_a_column_for_barriers_can_be_answered_once_it_is_seen(tmp_path: Path) -> None:
    source = DEFINITION.replace("{title: Ask, type: ask}", "{title: Ask, type: challenge}") + PROPOSAL
    room = gather(tmp_path, source)
    room.go_live()
    held = Held(room.state(MARIA))
    room.steer(MARIA, "open_poll", poll_id=room.poll("What helped").id)
    room.steer(MARIA, "open_board", board_id=room.board().id)
    idea = room.suggest(GIORGOS, "Ask", "Nobody watches the children")
    with pytest.raises(NotFound):
        room.send(ELENA, "pair_factor", factor=ref(room, "Childcare"), barriers=[f"p{idea.id}"])
    room.steer(MARIA, "review_post", post_id=idea.id, state="approved")
    room.steer(MARIA, "reveal_board", board_id=room.board().id, revealed=True)
    room.send(ELENA, "pair_factor", factor=ref(room, "Childcare"), barriers=[f"p{idea.id}"])
    assert [pair["barrier"] for pair in topic(room, MARIA)["pairs"] if pair["people"]] == [f"p{idea.id}"]
    held.merge(room.state(MARIA, since=held.rev))
    assert held.state == Held(room.state(MARIA)).state


def test_at_the_end_the_numbers_stay_and_nobody_knows_whose_they_were(room: Gathering) -> None:
    pairing("Coaching", "Care")(room)
    room.end()
    assert room.read(lambda work: pairs.counts(work, room.session_id))[0].people == 1
    own = room.state(ELENA)["me"]
    assert own is not None
    assert own["pairs"] == {}


def test_a_template_proposes_and_a_host_decides(tmp_path: Path) -> None:
    room = gather(tmp_path, DEFINITION + PROPOSAL)
    written = room.read(lambda work: definition_of(work, access_session(work, room.actor(NADIA))))
    assert [(pair.factor, pair.answers) for pair in written.pairs] == [("Childcare", ["Care", "Shifts"])]
    room.go_live()
    room.steer(MARIA, "open_poll", poll_id=room.poll("barriers").id)
    room.answer(ELENA, "barriers", "Care", "Shifts", "Cost")
    room.steer(MARIA, "close_poll", poll_id=room.poll("barriers").id)
    assert names(room, topic(room, MARIA)["gaps"]) == ["Care", "Cost", "Shifts"], "a proposal answers nothing"
    putting_together("Childcare", "Care", paired=True)(room)
    putting_together("Childcare", "Shifts", paired=False)(room)
    assert names(room, topic(room, MARIA)["gaps"]) == ["Cost", "Shifts"]
    (table,) = [
        table
        for table in tables_of(room.read(lambda work: read_harvest(work, room.actor(NADIA), with_rows=True)))
        if table.name == "pairs"
    ]
    assert [list(row) for row in table.rows] == [
        ["Care", 1, "Childcare", 0, True, True, False],
        ["Cost", 1, None, 0, False, False, True],
        ["Shifts", 1, None, 0, False, False, True],
    ]
