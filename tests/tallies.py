"""Counts ballots one by one, as a tally of the database counts their rows."""

from collections import Counter
from collections.abc import Sequence

from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.kind import Tally


def tally_of(ballots: Sequence[Ballot]) -> Tally:
    """The tally of these answers, one from each person."""
    picks = Counter((pick.option_id, pick.value, pick.second) for ballot in ballots for pick in ballot.picks)
    return Tally(
        answered=len(ballots),
        by_pick=picks,
        by_value=Counter(ballot.value for ballot in ballots if ballot.value is not None),
        by_second=Counter(ballot.second for ballot in ballots if ballot.second is not None),
    )
