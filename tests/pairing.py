"""What answered what: stories of pairing, for the snapshot law."""

from tests.cast import ELENA, MARIA, NADIA
from tests.edits import Act
from tests.factories import Gathering


def asking_for_factors() -> tuple[Act, ...]:
    """The barriers are asked, and a question on what helped against them."""
    factors = [{"text": text, "type": "factor"} for text in ("Coaching", "Childcare")]
    question = {"kind": "single", "title": "What helped", "options": factors}
    return (
        lambda g: g.send(NADIA, "add_poll", item_id=g.items()[1].id, poll=question).ack,
        lambda g: g.steer(MARIA, "open_poll", poll_id=g.poll("barriers").id).ack,
        lambda g: g.steer(MARIA, "open_poll", poll_id=g.poll("What helped").id).ack,
    )


def ref(g: Gathering, text: str) -> str:
    """What a barrier or a factor is called in commands."""
    return next(f"o{option.id}" for poll in g.polls() for option in poll.options if option.text == text)


def pairing(factor: str, *barriers: str) -> Act:
    """Elena says what a factor answered for her."""
    return lambda g: (
        g.send(ELENA, "pair_factor", factor=ref(g, factor), barriers=[ref(g, each) for each in barriers]).ack
    )


def putting_together(factor: str, barrier: str, *, paired: bool) -> Act:
    """Maria pairs for everybody, or takes it back."""
    return lambda g: g.send(MARIA, "set_pair", factor=ref(g, factor), barrier=ref(g, barrier), paired=paired).ack


STORIES: dict[str, tuple[Act, ...]] = {
    "pair_factor": (
        *asking_for_factors(),
        pairing("Coaching", "Care", "Cost"),
        pairing("Coaching", "Shifts"),
        pairing("Coaching"),
    ),
    "set_pair": (
        *asking_for_factors(),
        putting_together("Coaching", "Care", paired=True),
        lambda g: g.steer(MARIA, "set_stage", view="matrix").ack,
        putting_together("Coaching", "Care", paired=False),
    ),
}
