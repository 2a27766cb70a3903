"""What people left in a question; from then on nothing is taken away from it."""

from collections.abc import Collection

from facilitator.storage import groups, polls, shelf
from facilitator.storage.database import Work


def with_traces(work: Work, poll_ids: Collection[int]) -> set[int]:
    """Which of these questions were answered, have answers that can be brought back, or were told by group.

    A table by group outlives a reset: without it, the same people could be asked and told of anew.
    """
    answered = {poll_id for poll_id, number in polls.count_answers(work, poll_ids).items() if number}
    return answered | shelf.latest(work, poll_ids).keys() | groups.views(work, poll_ids).keys()
