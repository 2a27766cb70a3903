"""Points: a budget for each person, secret until the host ends the voting, kept as numbers in the end."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from facilitator.services.crowds import prepare
from facilitator.services.dispatch import parse, perform
from facilitator.storage import boards, points
from facilitator.storage.database import Work
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, MARIA, NADIA, ZOFIA, Person
from tests.factories import Gathering, gather
from tests.joining_stories import taking_joins

CRECHE, TRAINS = "A crèche", "Evening trains"


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A revealed board with two approved ideas, on which people give points."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    for person, text in ((ELENA, CRECHE), (GIORGOS, TRAINS)):
        post = made.suggest(person, "Ask", text)
        made.steer(MARIA, "review_post", post_id=post.id, state="approved")
    made.steer(MARIA, "reveal_board", board_id=made.board().id, revealed=True)
    vote(made, voting=True)
    return made


def vote(g: Gathering, *, voting: bool) -> None:
    g.steer(MARIA, "set_voting", board_id=g.board().id, voting=voting)


def give(g: Gathering, person: Person, text: str, number: int) -> None:
    g.send(person, "give_points", post_id=g.post(text).id, points=number)


def refused(g: Gathering, person: Person, text: str, number: int) -> str:
    with pytest.raises(Refusal) as refusal:
        give(g, person, text, number)
    return refusal.value.code


def seen(g: Gathering, person: Person, text: str) -> int:
    payload = g.state(person)["posts"][str(g.post(text).id)]
    assert payload is not None
    return payload["points"]


def own(g: Gathering, person: Person) -> dict[str, int]:
    me = g.state(person)["me"]
    assert me is not None
    return {post_id: given["points"] for post_id, given in me["points"].items()}


def test_nobody_gives_more_than_the_budget(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 3)
    give(gathering, ELENA, TRAINS, 2)
    assert refused(gathering, ELENA, TRAINS, 3) == "wrong_answer"
    give(gathering, ELENA, CRECHE, 1)
    give(gathering, ELENA, TRAINS, 4)
    assert own(gathering, ELENA) == {str(gathering.post(CRECHE).id): 1, str(gathering.post(TRAINS).id): 4}


def test_until_the_end_of_the_voting_nobody_sees_points_and_hosts_only_how_many(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 3)
    give(gathering, GIORGOS, CRECHE, 2)
    for person in (MARIA, BIG_SCREEN, ZOFIA):
        assert seen(gathering, person, CRECHE) == 0
    name = f"votes:{gathering.board().id}"
    assert gathering.state(MARIA)["topics"][name] == {"board_id": gathering.board().id, "people": 2, "points": 5}
    assert name not in gathering.state(ELENA)["topics"]
    vote(gathering, voting=False)
    for person in (MARIA, BIG_SCREEN, ZOFIA):
        assert (seen(gathering, person, CRECHE), seen(gathering, person, TRAINS)) == (5, 0)
    assert name not in gathering.state(MARIA)["topics"]


def test_points_cost_the_others_no_traffic_and_their_end_only_what_has_some(gathering: Gathering) -> None:
    before = gathering.session().rev
    give(gathering, ELENA, CRECHE, 3)
    change = gathering.state(BIG_SCREEN, since=before)
    assert (change["topics"], change["posts"]) == ({}, {})
    vote(gathering, voting=False)
    assert set(gathering.state(BIG_SCREEN, since=before)["posts"]) == {str(gathering.post(CRECHE).id)}


def test_points_outside_the_voting_are_refused_and_stay_as_they_were(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 3)
    vote(gathering, voting=False)
    assert refused(gathering, ELENA, CRECHE, 1) == "poll_closed"
    assert seen(gathering, ELENA, CRECHE) == 3


def test_points_on_an_idea_that_was_hidden_can_be_taken_back_and_no_more_given(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 5)
    gathering.steer(MARIA, "review_post", post_id=gathering.post(CRECHE).id, state="hidden")
    assert refused(gathering, GIORGOS, CRECHE, 1) == "not_found"
    assert refused(gathering, ELENA, TRAINS, 1) == "wrong_answer"
    give(gathering, ELENA, CRECHE, 0)
    give(gathering, ELENA, TRAINS, 5)
    assert own(gathering, ELENA) == {str(gathering.post(TRAINS).id): 5}


def test_voting_needs_revealed_ideas_and_they_stay_revealed(gathering: Gathering) -> None:
    board_id = gathering.board().id
    with pytest.raises(Refusal) as refusal:
        gathering.steer(MARIA, "reveal_board", board_id=board_id, revealed=False)
    assert refusal.value.code == "wrong_state"
    vote(gathering, voting=False)
    gathering.steer(MARIA, "reveal_board", board_id=board_id, revealed=False)
    with pytest.raises(Refusal) as refusal:
        vote(gathering, voting=True)
    assert refusal.value.code == "wrong_state"


def test_a_budget_that_people_have_used_does_not_shrink(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 1)
    with pytest.raises(Refusal) as refusal:
        gathering.send(NADIA, "edit_board", board_id=gathering.board().id, budget=4)
    assert refusal.value.code == "still_in_use"
    gathering.send(NADIA, "edit_board", board_id=gathering.board().id, budget=6)
    give(gathering, ELENA, CRECHE, 6)


def test_in_the_end_the_numbers_stay_and_nobody_knows_who_gave_them(gathering: Gathering) -> None:
    give(gathering, ELENA, CRECHE, 3)
    gathering.end()
    assert seen(gathering, MARIA, CRECHE) == 3
    assert gathering.board().is_voting is False
    assert gathering.read(lambda work: points.by_post(work, gathering.session_id)) == {}
    assert own(gathering, ELENA) == {}


def test_a_crowd_gives_points_in_one_go_each_within_the_own_budget(gathering: Gathering) -> None:
    wanted = [(ELENA, CRECHE, 3), (GIORGOS, CRECHE, 5), (ELENA, TRAINS, 2), (ELENA, CRECHE, 4), (GIORGOS, TRAINS, 1)]
    calls = []
    for number, (person, text, count) in enumerate(wanted):
        args = {"post_id": gathering.post(text).id, "points": count}
        order = parse({"op_id": f"crowd-of-points-{number}", "name": "give_points", "args": args})
        calls.append((gathering.tickets[person], order))

    def carry_out(work: Work) -> list[str]:
        prepare(work, calls)
        outcomes = []
        for ticket, order in calls:
            try:
                perform(work, ticket, order)
                outcomes.append("done")
            except Refusal as refusal:
                outcomes.append(refusal.code)
        return outcomes

    assert gathering.write(carry_out) == ["done", "done", "done", "wrong_answer", "wrong_answer"]
    found = gathering.read(lambda work: boards.standings_since(work, gathering.session_id, -1))
    assert {each.post.text: each.points for each in found} == {CRECHE: 8, TRAINS: 2}


def test_what_to_discuss_first_follows_the_points_once_the_voting_has_ended(gathering: Gathering) -> None:
    def first() -> list[int]:
        topic = gathering.state(MARIA)["topics"]["matches"]
        return topic["to_discuss"]  # type: ignore[typeddict-item, index]

    taking_joins(gathering)
    creche, trains = gathering.post(CRECHE).id, gathering.post(TRAINS).id
    gathering.send(ZOFIA, "support_post", post_id=trains, supported=True)
    give(gathering, ELENA, CRECHE, 3)
    assert first() == [trains]
    vote(gathering, voting=False)
    assert first() == [creche, trains]
