"""What questions brought in: the one place where results are made, for screens, pages, exports and reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.domain.polls import KINDS
from facilitator.domain.polls.kind import Result
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.rounds import beside
from facilitator.storage import hands, polls, tallies
from facilitator.storage.database import Work


def results_of(work: Work, asked: Sequence[Poll]) -> Mapping[int, Result]:
    """The result of each question, with the hands that were counted and with the round before beside it."""
    earlier = _earlier(work, asked)
    found = [*asked, *earlier.values()]
    ids = {poll.id for poll in found}
    said, raised = tallies.of_polls(work, ids), hands.counted(work, ids)
    own = {
        poll.id: replace(KINDS[poll.kind].result(poll, said[poll.id]), hands=raised.get(poll.id, {})) for poll in found
    }
    return {
        poll.id: beside(own[poll.id], own[poll.again_of_id]) if poll.again_of_id in own else own[poll.id]
        for poll in asked
    }


def _earlier(work: Work, asked: Sequence[Poll]) -> dict[int, Poll]:
    """The rounds before those that are asked for, as far as they are not among them."""
    here = {poll.id for poll in asked}
    missing = {poll.again_of_id for poll in asked if poll.again_of_id is not None} - here
    if not missing:
        return {}
    return {poll.id: poll for poll in polls.list_of(work, asked[0].session_id, missing)}
