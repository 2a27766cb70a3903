"""A session in which organisations joined ideas, agreed on contacts, and groups spoke."""

from pathlib import Path

from tests.cast import ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import DEFINITION, Gathering, gather
from tests.grouping import crowd, fill
from tests.joining_stories import joining

JOINABLE = DEFINITION.replace("        columns:", "        takes_joins: true\n        columns:", 1)
MENTORS = "Mentors for small companies"
ROOMS = "Who lends rooms?"
WANTED = "Who has mentors that small companies can borrow?"
CONTACT = "canary@works.example"
TURNS = 10
"""Enough is contributed beside the answers to tell of two groups."""


def make(folder: Path) -> Gathering:
    """A live session with a board on which organisations can join three ideas."""
    made = gather(folder, JOINABLE)
    made.go_live()
    made.steer(MARIA, "open_board", board_id=made.board().id)
    for person, column, text in ((ELENA, "Offer", MENTORS), (ZOFIA, "Ask", ROOMS), (GIORGOS, "Ask", WANTED)):
        post = made.suggest(person, column, text)
        made.steer(MARIA, "review_post", post_id=post.id, state="approved")
    made.steer(MARIA, "reveal_board", board_id=made.board().id, revealed=True)
    return made


def meet(g: Gathering) -> None:
    """One offers the mentors, two want them; the mentors are supported most."""
    for person, side, name in (
        (ELENA, "offer", "Nightingale Union"),
        (GIORGOS, "want", "Canary Works"),
        (SIOBHAN, "want", "Wren College"),
    ):
        joining(person, side, name, CONTACT, MENTORS)(g)
    g.send(JURGEN, "support_post", post_id=g.post(ROOMS).id, supported=True)


def shake(g: Gathering, one: Person, other: Person) -> None:
    """Two who joined agree to exchange contacts, each from their own device."""
    post_id = g.post(MENTORS).id
    for person, partner in ((one, other), (other, one)):
        join_id = _own(g, partner)["id"]
        g.send(person, "agree_contact", post_id=post_id, with_join_id=join_id, agreed=True)


def speak(g: Gathering, turns: int = TURNS) -> None:
    """Two groups are large enough to be told of, and so are all others together; only unions take turns."""
    g.steer(MARIA, "open_poll", poll_id=g.poll("way").id)
    fill(g)
    g.admit(*crowd(None, 5))
    union = g.session().groups[0].id
    for _ in range(turns):
        g.send(MARIA, "count_turn", group_id=union)


def _own(g: Gathering, person: Person) -> dict[str, int]:
    me = g.state(person)["me"]
    assert me is not None
    own = me["joins"][str(g.post(MENTORS).id)]
    assert own is not None
    return {"id": own["id"]}
