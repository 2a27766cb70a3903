"""The run of show: forward, back, and what becomes of the step that is left."""

from pathlib import Path

import pytest

from tests.cast import ELENA, MARIA
from tests.factories import DEFINITION, Gathering, gather
from tests.promising import promise

SOURCE = DEFINITION + "  - {kind: commitments, title: What I take on, minutes: 7}\n"


@pytest.fixture
def live(tmp_path: Path) -> Gathering:
    made = gather(tmp_path, SOURCE)
    made.go_live()
    return made


def go(gathering: Gathering, title: str) -> None:
    item = next(item for item in gathering.items() if item.title == title)
    gathering.steer(MARIA, "go_to_item", item_id=item.id)


def states(gathering: Gathering) -> list[str]:
    return [item.state for item in gathering.items()]


def test_forward_leaves_a_step_done_and_back_has_it_before_one_again(live: Gathering) -> None:
    go(live, "Break")
    assert states(live) == ["done", "ahead", "live", "ahead", "ahead", "ahead"]
    go(live, "Welcome")
    assert states(live) == ["live", "ahead", "ahead", "ahead", "ahead", "ahead"]
    assert [item.was_reached for item in live.items()] == [True, False, True, False, False, False]
    go(live, "Close")
    assert states(live) == ["done", "ahead", "ahead", "ahead", "live", "ahead"]


def test_who_was_asked_for_a_commitment_may_still_make_one_when_the_host_goes_back(live: Gathering) -> None:
    go(live, "What I take on")
    go(live, "Welcome")
    live.send(ELENA, "make_commitment", **promise(live))
    assert len(live.state(ELENA)["me"]["commitments"]) == 1  # type: ignore[index]
