"""Pairs of factors and barriers, as rows. People are counted, never kept as a number."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, insert, select, update

from facilitator.domain.pairs import Pair, PairCount, PairSource
from facilitator.domain.polls.poll import Choice, Option, Poll
from facilitator.storage import polls
from facilitator.storage.database import Work


def put_own(work: Work, session_id: int, participant_id: int, factor: str, barriers: Collection[str]) -> None:
    """What a factor answered for one person, in the place of what they said before."""
    mine = delete(Pair).where(
        Pair.session_id == session_id, Pair.participant_id == participant_id, Pair.factor == factor
    )
    work.orm.execute(mine)
    rows = [_row(session_id, factor, barrier, "person", participant_id) for barrier in sorted(barriers)]
    if rows:
        work.orm.execute(insert(Pair), rows)


def put_shared(work: Work, session_id: int, pairs: Collection[tuple[str, str]], source: PairSource) -> None:
    """Pairs of nobody in particular: a host's, or the proposals of a template."""
    if pairs:
        work.orm.execute(insert(Pair), [_row(session_id, *pair, source, None) for pair in sorted(pairs)])


def remove_shared(work: Work, session_id: int, factor: str, barrier: str, source: PairSource) -> None:
    """Take a host's pair, or a proposal, away."""
    work.orm.execute(
        delete(Pair).where(
            Pair.session_id == session_id, Pair.factor == factor, Pair.barrier == barrier, Pair.source == source
        )
    )


def counts(work: Work, session_id: int) -> Sequence[PairCount]:
    """Every pair of a session with its people."""
    query = (
        select(
            Pair.factor,
            Pair.barrier,
            func.count().filter(Pair.source == "person"),
            func.count().filter(Pair.source == "moderator"),
            func.count().filter(Pair.source == "template"),
        )
        .where(Pair.session_id == session_id)
        .group_by(Pair.factor, Pair.barrier)
        .order_by(Pair.factor, Pair.barrier)
    )
    return [
        PairCount(factor=factor, barrier=barrier, people=people, is_from_host=hosts > 0, is_proposed=proposed > 0)
        for factor, barrier, people, hosts, proposed in work.orm.execute(query)
    ]


def people_by_option(work: Work, poll_ids: Collection[int]) -> dict[int, int]:
    """How many people chose each option of these questions; one that nobody chose is left out."""
    query = select(Choice.option_id, func.count()).where(Choice.poll_id.in_(poll_ids)).group_by(Choice.option_id)
    return dict(work.orm.execute(query).all())


def find_poll_of_option(work: Work, session_id: int, option_id: int) -> Poll | None:
    """The question of this session that has this option."""
    poll_id = work.orm.scalar(select(Option.poll_id).where(Option.id == option_id))
    return None if poll_id is None else polls.find(work, session_id, poll_id)


def own(work: Work, participant_id: int) -> dict[str, list[str]]:
    """What answered what for one person: the barriers of each factor."""
    found: dict[str, list[str]] = {}
    query = select(Pair.factor, Pair.barrier).where(Pair.participant_id == participant_id)
    for factor, barrier in work.orm.execute(query.order_by(Pair.factor, Pair.barrier)):
        found.setdefault(factor, []).append(barrier)
    return found


def cut_links(work: Work, session_id: int) -> None:
    """Forget who paired what; the numbers of people stay, because each of their rows does."""
    work.orm.execute(update(Pair).where(Pair.session_id == session_id).values(participant_id=None))


def _row(
    session_id: int, factor: str, barrier: str, source: PairSource, participant_id: int | None
) -> dict[str, object]:
    return {
        "session_id": session_id,
        "factor": factor,
        "barrier": barrier,
        "source": source,
        "participant_id": participant_id,
    }
