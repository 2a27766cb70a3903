"""What answered what, for each audience."""

from collections.abc import Sequence

from facilitator.domain.pairs import PairCount, Thing, gaps
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import Audience, PairPayload, PairsTopic, ThingPayload


def pairs_topic(
    session: Session,
    barriers: Sequence[Thing],
    factors: Sequence[Thing],
    pairs: Sequence[PairCount],
    audience: Audience,
) -> PairsTopic | None:
    """None where there is nothing to pair. Pairs are shown with the big screen's matrix or gaps, to everybody."""
    if not barriers or not factors:
        return None
    known = {thing.ref for thing in (*barriers, *factors)}
    shown = audience == "moderator" or session.stage_view in {"matrix", "gaps"} or session.state == "ended"
    visible = [pair for pair in pairs if shown and pair.factor in known and pair.barrier in known]
    return {
        "barriers": [_thing(thing) for thing in barriers],
        "factors": [_thing(thing) for thing in factors],
        "pairs": [_pair(pair) for pair in visible],
        "gaps": [barrier.ref for barrier in gaps(barriers, visible)] if shown else [],
    }


def _thing(thing: Thing) -> ThingPayload:
    return {"ref": thing.ref, "text": thing.text, "language": thing.language, "people": thing.people}


def _pair(pair: PairCount) -> PairPayload:
    return {
        "factor": pair.factor,
        "barrier": pair.barrier,
        "people": pair.people,
        "is_from_host": pair.is_from_host,
        "is_proposed": pair.is_proposed,
    }
