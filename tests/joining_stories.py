"""Organisations at an idea: stories of joining, for the snapshot law."""

from facilitator.presenters.payloads import Ack
from tests.cast import ELENA, GIORGOS, MARIA, NADIA, Person
from tests.edits import Act
from tests.factories import Gathering

SEEN = "Approved and seen"


def taking_joins(g: Gathering) -> Ack:
    """Nadia lets organisations join the ideas of her board."""
    return g.send(NADIA, "edit_board", board_id=g.board().id, takes_joins=True).ack


def joining(person: Person, side: str, organisation: str, contact: str | None = None, text: str = SEEN) -> Act:
    """Somebody joins an idea as an organisation."""
    return lambda g: (
        g.send(
            person,
            "join_post",
            post_id=g.post(text).id,
            side=side,
            organisation=organisation,
            country="PL",
            contact=contact,
        ).ack
    )


def agreeing(person: Person, *, agreed: bool = True, text: str = SEEN) -> Act:
    """Somebody agrees to be reached by the first on the other side."""

    def agree(g: Gathering) -> Ack:
        own = g.state(person)["me"]
        assert own is not None
        post_id = g.post(text).id
        (other, *_) = own["joins"][str(post_id)]["partners"]
        return g.send(person, "agree_contact", post_id=post_id, with_join_id=other["join_id"], agreed=agreed).ack

    return agree


STORIES: dict[str, tuple[Act, ...]] = {
    "join_post": (
        taking_joins,
        joining(ELENA, "offer", "Praca dla wszystkich"),
        joining(GIORGOS, "want", "Κέντρο κατάρτισης"),
        joining(ELENA, "want", "Praca dla wszystkich"),
        joining(ELENA, "offer", "Praca dla wszystkich"),
        lambda g: g.steer(MARIA, "set_stage", view="matches").ack,
        lambda g: g.steer(MARIA, "review_post", post_id=g.post(SEEN).id, state="hidden").ack,
    ),
    "leave_post": (
        taking_joins,
        joining(ELENA, "offer", "Praca"),
        lambda g: g.send(ELENA, "leave_post", post_id=g.post(SEEN).id).ack,
    ),
    "agree_contact": (
        taking_joins,
        joining(ELENA, "offer", "Praca", "elena@example.org"),
        joining(GIORGOS, "want", "Κέντρο", "giorgos@example.org"),
        agreeing(ELENA),
        agreeing(GIORGOS),
        agreeing(ELENA, agreed=False),
    ),
}
