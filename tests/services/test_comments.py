"""Comments: sent by people, reviewed by hosts, seen under their idea."""

from pathlib import Path

import pytest

from facilitator.domain.errors import Refusal
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, MARIA, NADIA, OSKAR, ZOFIA, Person
from tests.factories import Gathering, gather

CRECHE, WORDS = "A crèche", "Where is it?"


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A revealed board that takes comments, with one approved idea."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.send(NADIA, "edit_board", board_id=made.board().id, takes_comments=True)
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    post = made.suggest(ELENA, "Ask", CRECHE)
    made.steer(MARIA, "review_post", post_id=post.id, state="approved")
    made.steer(MARIA, "reveal_board", board_id=made.board().id, revealed=True)
    return made


def say(g: Gathering, person: Person, words: str = WORDS) -> int:
    """Comment on the idea; the comment's id."""
    done = g.send(person, "send_comment", post_id=g.post(CRECHE).id, text=words, language="en")
    assert done.ack["me"] is not None
    return int(next(iter(done.ack["me"]["comments"])))


def review(g: Gathering, comment_id: int, state: str, version: int = 0) -> None:
    g.send(MARIA, "review_comment", comment_id=comment_id, version=version, state=state)


def seen(g: Gathering, person: Person) -> list[str]:
    payload = g.state(person)["posts"][str(g.post(CRECHE).id)]
    assert payload is not None
    return [each["text"] for each in payload["comments"]]


def status(g: Gathering, person: Person, comment_id: int) -> str:
    me = g.state(person)["me"]
    assert me is not None
    return me["comments"][str(comment_id)]["status"]


def test_others_see_a_comment_once_a_host_approved_it(gathering: Gathering) -> None:
    comment_id = say(gathering, GIORGOS)
    assert (seen(gathering, MARIA), seen(gathering, ELENA), seen(gathering, BIG_SCREEN)) == ([WORDS], [], [])
    assert status(gathering, GIORGOS, comment_id) == "waiting"
    review(gathering, comment_id, "approved")
    assert (seen(gathering, ELENA), seen(gathering, BIG_SCREEN)) == ([WORDS], [WORDS])
    assert status(gathering, GIORGOS, comment_id) == "shown"
    review(gathering, comment_id, "hidden", version=1)
    assert (seen(gathering, MARIA), seen(gathering, ELENA)) == ([WORDS], [])
    assert status(gathering, GIORGOS, comment_id) == "not_shown"


def test_the_author_takes_it_back_until_a_host_has_looked(gathering: Gathering) -> None:
    first, second = say(gathering, GIORGOS), say(gathering, GIORGOS, "And when?")
    gathering.send(GIORGOS, "withdraw_comment", comment_id=first)
    assert seen(gathering, MARIA) == ["And when?"]
    review(gathering, second, "approved")
    with pytest.raises(Refusal) as refused:
        gathering.send(GIORGOS, "withdraw_comment", comment_id=second)
    assert refused.value.code == "post_settled"
    for comment_id in (first, second):
        with pytest.raises(Refusal) as refused:
            gathering.send(ZOFIA, "withdraw_comment", comment_id=comment_id)
        assert refused.value.code == "not_found"


def test_only_ideas_that_everybody_sees_take_comments_and_only_where_the_board_does(gathering: Gathering) -> None:
    hidden = gathering.suggest(GIORGOS, "Ask", "Nobody has seen this")
    words = {"text": WORDS, "language": "en"}
    with pytest.raises(Refusal) as refused:
        gathering.send(ELENA, "send_comment", post_id=hidden.id, **words)
    assert refused.value.code == "not_found"
    gathering.send(NADIA, "edit_board", board_id=gathering.board().id, takes_comments=False)
    with pytest.raises(Refusal) as refused:
        say(gathering, ELENA)
    assert refused.value.code == "board_closed"


def test_a_comment_is_reviewed_by_hosts_of_its_session_who_saw_its_last_version(
    gathering: Gathering, tmp_path: Path
) -> None:
    comment_id = say(gathering, GIORGOS)
    elsewhere = gather(tmp_path, database=gathering.database)
    elsewhere.steer(MARIA, "open_doors")
    elsewhere.admit(OSKAR)
    with pytest.raises(Refusal) as refused:
        review(elsewhere, comment_id, "approved")
    assert refused.value.code == "not_found"
    review(gathering, comment_id, "approved")
    with pytest.raises(Refusal) as refused:
        review(gathering, comment_id, "hidden")
    assert (refused.value.code, refused.value.details["act"]) == ("overtaken", "approved_comment")
    with pytest.raises(Refusal) as refused:
        gathering.send(ELENA, "review_comment", comment_id=comment_id, version=1, state="hidden")
    assert refused.value.code == "not_allowed"


def test_in_the_end_comments_stay_and_nobody_knows_whose_they_are(gathering: Gathering) -> None:
    review(gathering, say(gathering, GIORGOS), "approved")
    gathering.end()
    assert seen(gathering, ZOFIA) == [WORDS]
    me = gathering.state(GIORGOS)["me"]
    assert me is not None
    assert me["comments"] == {}
