"""Commitments in the tests: a step that asks for them, what people promise, and a story for each of their commands."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from facilitator.domain.commitments import Commitment
from facilitator.presenters.payloads import Ack
from facilitator.storage import commitments
from tests.cast import ELENA, GIORGOS, MARIA, NADIA, Person
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]
STEP = {"kind": "commitments", "title": "What I take on", "minutes": 5}
WHEN, THEN = "our next call for courses opens", "we ask for childcare in it"
CANARY = "elena.canary@example.org"
_numbers = count(1)


def promise(gathering: Gathering, **changes: Any) -> dict[str, Any]:  # noqa: ANN401  any argument of the command
    """What `make_commitment` wants, in good order."""
    planned = gathering.session().planned_start_at.date()
    wish = {
        "token": f"token-of-test-{next(_numbers):08d}",
        "when_text": WHEN,
        "then_text": THEN,
        "language": "en",
        "owner": "organisation",
        "organisation": "Chamber of Patras",
        "due_on": (planned + timedelta(days=30)).isoformat(),
        "is_public": True,
    }
    return {**wish, **changes}


def come_to_the_step(gathering: Gathering) -> Ack:
    """Nadia adds the step, and Maria goes to it."""
    gathering.send(NADIA, "add_item", position=99, item=STEP)
    return gathering.steer(MARIA, "go_to_item", item_id=gathering.items()[-1].id).ack


def commit(gathering: Gathering, person: Person = ELENA, **changes: Any) -> Ack:  # noqa: ANN401
    """Somebody promises something."""
    return gathering.send(person, "make_commitment", **promise(gathering, **changes)).ack


def made(gathering: Gathering, then_text: str = THEN) -> Commitment:
    """The commitment that says so."""
    found = gathering.read(lambda work: commitments.list_with_answers(work, gathering.session_id))
    return next(one for one, _ in found if one.then_text == then_text)


def _add_step(g: Gathering) -> Ack:
    return g.send(NADIA, "add_item", position=99, item=STEP).ack


def _go(g: Gathering) -> Ack:
    return g.steer(MARIA, "go_to_item", item_id=g.items()[-1].id).ack


def _edit(g: Gathering) -> Ack:
    words = promise(g, is_public=False, then_text="we ask for it")
    del words["token"]
    return g.send(ELENA, "edit_commitment", commitment_id=made(g).id, **words).ack


def _hide(*, hidden: bool) -> Act:
    return lambda g: g.steer(MARIA, "hide_commitment", commitment_id=made(g).id, hidden=hidden).ack


STORIES: dict[str, tuple[Act, ...]] = {
    "make_commitment": (_add_step, _go, commit, lambda g: commit(g, GIORGOS, is_public=False, email=CANARY)),
    "edit_commitment": (_add_step, _go, commit, _edit),
    "withdraw_commitment": (
        _add_step,
        _go,
        commit,
        lambda g: g.send(ELENA, "withdraw_commitment", commitment_id=made(g).id).ack,
    ),
    "hide_commitment": (_add_step, _go, commit, _hide(hidden=True), _hide(hidden=False)),
}
