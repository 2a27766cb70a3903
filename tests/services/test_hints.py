"""Ideas that say nearly the same: what hosts are told of them, when, and that nobody else is."""

from pathlib import Path

import pytest

from facilitator.services.topics import hints
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import Gathering, gather
from tests.law import Held

CRECHE, AGAIN, TRAINS = "A crèche next to every evening course", "Creche, next to evening courses", "Evening trains"


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A board that takes ideas; Elena's is approved."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    made.suggest(ELENA, "Ask", CRECHE)
    review(made, CRECHE, "approved")
    return made


def review(g: Gathering, text: str, state: str) -> None:
    g.steer(MARIA, "review_post", post_id=g.post(text).id, state=state)


def told(g: Gathering, person: Person = MARIA) -> object:
    return g.state(person)["topics"].get(f"hints:{g.board().id}")


def pair(g: Gathering, later: str, earlier: str) -> object:
    found = [{"post_id": g.post(later).id, "earlier_id": g.post(earlier).id}]
    return {"board_id": g.board().id, "hints": found}


def test_hosts_and_nobody_else_are_told_once_both_are_approved(gathering: Gathering) -> None:
    gathering.suggest(GIORGOS, "Offer", AGAIN)
    gathering.suggest(SIOBHAN, "Ask", TRAINS)
    assert told(gathering) is None
    review(gathering, TRAINS, "approved")
    review(gathering, AGAIN, "approved")
    gathering.steer(MARIA, "reveal_board", board_id=gathering.board().id, revealed=True)
    assert told(gathering) == pair(gathering, AGAIN, CRECHE)
    assert told(gathering, ANDERS) == told(gathering)
    for person in (ELENA, GIORGOS, BIG_SCREEN):
        assert told(gathering, person) is None
        assert "hints" not in str(gathering.state(person, since=0)["topics"].keys())


@pytest.mark.parametrize("state", ["hidden", "declined", "waiting"])
def test_an_idea_that_left_the_board_is_no_longer_suggested(gathering: Gathering, state: str) -> None:
    gathering.suggest(GIORGOS, "Offer", AGAIN)
    review(gathering, AGAIN, "approved")
    review(gathering, CRECHE, state)
    assert told(gathering) is None


def test_merged_ideas_are_not_suggested_before_they_are_taken_apart(gathering: Gathering) -> None:
    gathering.suggest(GIORGOS, "Offer", AGAIN)
    review(gathering, AGAIN, "approved")
    ids = [gathering.post(AGAIN).id]
    board_id, into_id = gathering.board().id, gathering.post(CRECHE).id
    gathering.steer(MARIA, "merge_posts", board_id=board_id, post_ids=ids, into_id=into_id)
    assert told(gathering) is None
    gathering.steer(MARIA, "split_posts", board_id=board_id, post_ids=ids)
    assert told(gathering) == pair(gathering, AGAIN, CRECHE)


def test_a_browser_that_merges_holds_what_a_process_without_memory_would_show(gathering: Gathering) -> None:
    browser = Held(gathering.state(MARIA))
    for person, text in ((GIORGOS, AGAIN), (ZOFIA, "Crèches next to evening courses")):
        gathering.suggest(person, "Ask", text)
        for state in ("approved", "hidden", "approved"):
            review(gathering, text, state)
            browser.merge(gathering.state(MARIA, since=browser.rev))
            hints.memory_of.cache_clear()
            assert browser.state == Held(gathering.state(MARIA)).state
    assert len(browser.state["topics"][f"hints:{gathering.board().id}"]["hints"]) == 2
