"""Who did what."""

from collections.abc import Sequence

from facilitator.domain.base import Guarded, known_ms
from facilitator.domain.records import Act
from facilitator.presenters.payloads import ActPayload, ActsTopic, LastAct


def acts_topic(acts: Sequence[Act]) -> ActsTopic:
    """The last acts, newest first."""
    lines: list[ActPayload] = [
        {"id": act.id, "at_ms": known_ms(act.at), "by": act.by, "act": act.act, "what": act.what} for act in acts
    ]
    return {"acts": lines}


def last_act(thing: Guarded) -> LastAct | None:
    """Who changed it last."""
    if thing.touched_at is None:
        return None
    return {"by": thing.touched_by, "act": thing.touched_act, "at_ms": known_ms(thing.touched_at)}
