"""Duplicates: one idea stands for others, and whatever was said, supported or given is kept."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from facilitator.presenters.payloads import PostPayload
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import Gathering, gather

CRECHE, NURSERY, CARE, TRAINS = "A crèche", "A nursery", "Child care", "Evening trains"


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """Four approved ideas that everybody sees; three say the same, and Elena supports two of those."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    for person, text in ((ELENA, CRECHE), (GIORGOS, NURSERY), (ZOFIA, CARE), (SIOBHAN, TRAINS)):
        post = made.suggest(person, "Ask", text)
        made.steer(MARIA, "review_post", post_id=post.id, state="approved")
    made.steer(MARIA, "reveal_board", board_id=made.board().id, revealed=True)
    for person, text in ((ELENA, CRECHE), (ELENA, NURSERY), (JURGEN, NURSERY), (SIOBHAN, CARE)):
        support(made, person, text)
    return made


def support(g: Gathering, person: Person, text: str, *, is_on: bool = True) -> None:
    g.send(person, "support_post", post_id=g.post(text).id, supported=is_on)


def merge(g: Gathering, into: str, *texts: str) -> None:
    ids = [g.post(text).id for text in texts]
    g.steer(MARIA, "merge_posts", board_id=g.board().id, post_ids=ids, into_id=g.post(into).id)


def split(g: Gathering, *texts: str) -> None:
    g.steer(MARIA, "split_posts", board_id=g.board().id, post_ids=[g.post(text).id for text in texts])


def payload(g: Gathering, person: Person, text: str) -> PostPayload | None:
    return g.state(person)["posts"].get(str(g.post(text).id))


def people(g: Gathering, text: str) -> int:
    found = payload(g, MARIA, text)
    assert found is not None
    return found["support"]


def together(g: Gathering, person: Person, text: str) -> list[str]:
    found = payload(g, person, text)
    assert found is not None
    return [each["text"] for each in found["together"]]


def test_one_idea_stands_for_others_and_counts_each_person_once(gathering: Gathering) -> None:
    merge(gathering, CRECHE, NURSERY, CARE)
    for person in (MARIA, BIG_SCREEN, SIOBHAN):
        assert together(gathering, person, CRECHE) == [NURSERY, CARE]
    assert payload(gathering, SIOBHAN, NURSERY) is None
    assert people(gathering, CRECHE) == 3


def test_the_author_of_a_merged_idea_keeps_it_and_is_told_what_it_stands_with(gathering: Gathering) -> None:
    merge(gathering, CRECHE, NURSERY)
    me = gathering.state(GIORGOS)["me"]
    assert me is not None
    mine = me["posts"][str(gathering.post(NURSERY).id)]
    assert (mine["text"], mine["status"], mine["merged_into_id"]) == (NURSERY, "shown", gathering.post(CRECHE).id)


def test_taking_apart_gives_everything_back_also_what_was_merged_before(gathering: Gathering) -> None:
    merge(gathering, NURSERY, CARE)
    merge(gathering, CRECHE, NURSERY)
    assert (together(gathering, MARIA, CRECHE), people(gathering, CRECHE)) == ([NURSERY, CARE], 3)
    split(gathering, NURSERY)
    assert (together(gathering, ZOFIA, NURSERY), people(gathering, NURSERY)) == ([CARE], 3)
    assert (together(gathering, ZOFIA, CRECHE), people(gathering, CRECHE)) == ([], 1)


def test_no_longer_supporting_one_means_none_of_those_it_stands_for(gathering: Gathering) -> None:
    merge(gathering, CRECHE, NURSERY)
    support(gathering, ELENA, CRECHE, is_on=False)
    me = gathering.state(ELENA)["me"]
    assert me is not None
    assert (me["supports"], people(gathering, CRECHE)) == ({}, 1)


def test_points_for_one_take_the_place_of_those_for_the_others(gathering: Gathering) -> None:
    board_id = gathering.board().id
    gathering.steer(MARIA, "set_voting", board_id=board_id, voting=True)
    for text, number in ((CRECHE, 2), (NURSERY, 2), (TRAINS, 1)):
        gathering.send(ELENA, "give_points", post_id=gathering.post(text).id, points=number)
    merge(gathering, CRECHE, NURSERY)
    gathering.send(ELENA, "give_points", post_id=gathering.post(CRECHE).id, points=3)
    with pytest.raises(Refusal) as refused:
        gathering.send(ELENA, "give_points", post_id=gathering.post(CRECHE).id, points=5)
    assert refused.value.code == "wrong_answer"
    gathering.steer(MARIA, "set_voting", board_id=board_id, voting=False)
    found = payload(gathering, ZOFIA, CRECHE)
    assert found is not None
    assert found["points"] == 3


def test_in_the_end_each_person_was_still_counted_once(gathering: Gathering) -> None:
    merge(gathering, CRECHE, NURSERY, CARE)
    gathering.end()
    assert (people(gathering, CRECHE), people(gathering, NURSERY), people(gathering, CARE)) == (3, 2, 1)


def test_only_approved_ideas_that_stand_for_themselves_are_merged(gathering: Gathering) -> None:
    gathering.steer(MARIA, "review_post", post_id=gathering.post(CARE).id, state="waiting")
    merge(gathering, CRECHE, NURSERY)
    for into, text, code in (
        (CRECHE, CARE, "wrong_state"),
        (TRAINS, NURSERY, "wrong_state"),
        (NURSERY, TRAINS, "wrong_state"),
        (TRAINS, TRAINS, "not_found"),
    ):
        with pytest.raises(Refusal) as refused:
            merge(gathering, into, text)
        assert refused.value.code == code
    with pytest.raises(Refusal) as refused:
        split(gathering, TRAINS)
    assert refused.value.code == "not_found"


def test_a_merged_idea_is_taken_out_before_anything_else_is_done_with_it(gathering: Gathering) -> None:
    merge(gathering, CRECHE, NURSERY)
    post_id = gathering.post(NURSERY).id
    with pytest.raises(Refusal) as refused:
        gathering.steer(MARIA, "review_post", post_id=post_id, state="hidden")
    assert refused.value.code == "wrong_state"
    with pytest.raises(Refusal) as refused:
        support(gathering, ELENA, NURSERY)
    assert refused.value.code == "not_found"
