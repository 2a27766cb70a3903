"""Polls and responses, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple, cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import joinedload, selectinload

from facilitator.domain.base import random_id
from facilitator.domain.polls.ballot import Ballot, Pick, SavedBallot
from facilitator.domain.polls.poll import Choice, Option, Poll, Response
from facilitator.storage import terms
from facilitator.storage.database import Work

_POLLS: Final = select(Poll.id.label("which"), cast("Table", Poll.__table__)).where(
    Poll.id.in_(bindparam("ids", expanding=True))
)
_OPTIONS: Final = (
    select(Option.poll_id.label("which"), cast("Table", Option.__table__))
    .where(Option.poll_id.in_(bindparam("ids", expanding=True)))
    .order_by(Option.position)
)
_EARLIER: Final = select(Response.poll_id, Response.participant_id, Response.id).where(
    Response.poll_id.in_(bindparam("poll_ids", expanding=True)),
    Response.participant_id.in_(bindparam("participant_ids", expanding=True)),
)
_OWN: Final = select(
    Response.id,
    Response.poll_id,
    Response.value,
    Response.second,
    Response.is_not_applicable,
    Response.text,
    Response.other_text,
    Response.language,
    Response.saved_at,
    Response.receipt,
).where(Response.participant_id == bindparam("person"))
_OWN_PICKS: Final = (
    select(Choice.response_id, Choice.option_id, Choice.value, Choice.second)
    .join(Response, Response.id == Choice.response_id)
    .where(Response.participant_id == bindparam("person"))
    .order_by(Choice.option_id)
)
_PICK: Final = insert(Choice)
_UNPICK: Final = delete(cast("Table", Choice.__table__)).where(Choice.response_id == bindparam("which"))
_ROUNDS: Final = select(Poll.id).where(Poll.again_of_id.in_(bindparam("ids", expanding=True)))
_CHANGING: Final = ("value", "second", "is_not_applicable", "text", "other_text", "language", "saved_at", "receipt")


def find(work: Work, session_id: int, poll_id: int) -> Poll | None:
    """A poll of this session with its options."""
    return work.once(("poll", session_id, poll_id), lambda: _load(work, session_id, poll_id))


def _load(work: Work, session_id: int, poll_id: int) -> Poll | None:
    query = select(Poll).where(Poll.id == poll_id, Poll.session_id == session_id)
    return work.orm.scalars(query.options(joinedload(Poll.options))).unique().one_or_none()


def meet(work: Work, poll_ids: Collection[int]) -> None:
    """Have many polls at hand for those who answer; nobody may change them."""
    ids = list(poll_ids)
    if not ids:
        return
    stored = {row[0]: [row] for row in work.rows(_POLLS, ids=ids)}
    for option in work.rows(_OPTIONS, ids=ids):
        stored[option[0]].append(option)
    for poll_id, rows in stored.items():
        poll = work.keep(("poll", poll_id), rows, lambda poll_id=poll_id: _load_apart(work, poll_id))  # type: ignore[misc]
        work.memo["poll", poll.session_id, poll_id] = poll


def look_at(work: Work, session_id: int, ids: Collection[int]) -> Sequence[Poll]:
    """Those polls of a session, in order, with their options; nobody may change them."""
    meet(work, ids)
    met = [work.memo.get(("poll", session_id, poll_id)) for poll_id in ids]
    return sorted((poll for poll in met if poll is not None), key=lambda poll: (poll.item_id, poll.position))


def _load_apart(work: Work, poll_id: int) -> Poll:
    (poll,) = work.apart(select(Poll).where(Poll.id == poll_id).options(joinedload(Poll.options)))
    return poll


def list_of(work: Work, session_id: int, ids: Collection[int] | None = None) -> Sequence[Poll]:
    """The polls of a session in order, with their options; or only those with the given ids."""
    query = select(Poll).where(Poll.session_id == session_id).order_by(Poll.item_id, Poll.position)
    if ids is not None:
        query = query.where(Poll.id.in_(ids))
    return work.orm.scalars(query.options(selectinload(Poll.options))).all()


def rounds_after(work: Work, ids: Collection[int]) -> frozenset[int]:
    """The polls that ask one of these a second time."""
    return frozenset(poll_id for (poll_id,) in work.rows(_ROUNDS, ids=list(ids)))


def put(work: Work, poll: Poll) -> None:
    """Store a new poll and give it its id."""
    work.orm.add(poll)
    work.orm.flush()


def put_response(work: Work, poll_id: int, participant_id: int, saved: SavedBallot) -> None:
    """Store an answer with the next flush, in the place of the person's earlier one."""
    work.buffer(Responses).latest[poll_id, participant_id] = saved


@dataclass(kw_only=True)
class Responses:
    """Answers that wait to be written; of two by one person to one poll, the later one."""

    latest: dict[tuple[int, int], SavedBallot] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all: a look for earlier answers, then three statements, however many there are."""
        known = _known_responses(work, self.latest)
        ids = {key: known.get(key) or random_id() for key in self.latest}
        work.write(_UNPICK, [{"which": response_id} for response_id in known.values()])
        upsert = work.upsert(Response, key=("id",), changing=_CHANGING)
        rows = [_response_row(ids[key], key, saved) for key, saved in self.latest.items()]
        work.write(upsert, rows)
        choices = [
            {
                "response_id": ids[key],
                "option_id": pick.option_id,
                "poll_id": key[0],
                "value": pick.value,
                "second": pick.second,
            }
            for key, saved in self.latest.items()
            for pick in saved.ballot.picks
        ]
        work.write(_PICK, choices)
        said = {ids[key]: (key[0], saved.ballot) for key, saved in self.latest.items() if saved.ballot.terms}
        terms.write(work, said)


def _known_responses(work: Work, keys: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Ids of the answers that are there already."""
    poll_ids, participant_ids = (sorted({key[place] for key in keys}) for place in (0, 1))
    rows = work.rows(_EARLIER, poll_ids=poll_ids, participant_ids=participant_ids)
    found = {(poll_id, participant_id): key for poll_id, participant_id, key in rows}
    return {key: found[key] for key in keys if key in found}


def _response_row(response_id: int, key: tuple[int, int], saved: SavedBallot) -> dict[str, object]:
    ballot = saved.ballot
    return {
        "id": response_id,
        "poll_id": key[0],
        "participant_id": key[1],
        "value": ballot.value,
        "second": ballot.second,
        "is_not_applicable": ballot.not_applicable,
        "text": ballot.text,
        "other_text": ballot.other_text,
        "language": ballot.language,
        "is_hidden": False,
        "saved_at": saved.saved_at,
        "receipt": saved.receipt,
    }


def find_quote(work: Work, poll_id: int, response_id: int) -> Response | None:
    """The response that holds a text of this poll."""
    return work.orm.scalars(
        select(Response).where(Response.id == response_id, Response.poll_id == poll_id)
    ).one_or_none()


def own_responses(work: Work, participant_id: int) -> Sequence[tuple[int, SavedBallot]]:
    """All answers of a person, each with the id of its poll."""
    picked: dict[int, list[Pick]] = {}
    for response_id, option_id, value, second in work.rows(_OWN_PICKS, person=participant_id):
        picked.setdefault(response_id, []).append(Pick(option_id=option_id, value=value, second=second))
    own = [_Own(*row) for row in work.values(_OWN, person=participant_id)]
    words = terms.own_words(work, {each.id for each in own if each.language and each.text is None})
    return [(each.poll_id, each.saved(picked.get(each.id, ()), words.get(each.id, ()))) for each in own]


class _Own(NamedTuple):
    """A row of `_OWN`."""

    id: int
    poll_id: int
    value: int | None
    second: int | None
    is_not_applicable: bool
    text: str | None
    other_text: str | None
    language: str | None
    saved_at: datetime
    receipt: str

    def saved(self, picks: Sequence[Pick], words: Sequence[str]) -> SavedBallot:
        """What its sender was told, with the picked options and single words, which are rows of their own."""
        ballot = Ballot(
            picks=tuple(picks),
            value=self.value,
            second=self.second,
            not_applicable=self.is_not_applicable,
            text=self.text,
            other_text=self.other_text,
            terms=tuple(words),
            language=self.language,
        )
        return SavedBallot(ballot=ballot, saved_at=self.saved_at, receipt=self.receipt)


def count_answers(work: Work, poll_ids: Collection[int]) -> dict[int, int]:
    """How many people answered each of these polls; one that nobody answered is left out."""
    query = select(Response.poll_id, func.count()).where(Response.poll_id.in_(poll_ids)).group_by(Response.poll_id)
    return dict(work.orm.execute(query).all())


def remove(work: Work, poll: Poll) -> None:
    """Delete a poll with its options."""
    work.orm.delete(poll)
    work.orm.flush()


def cut_links(work: Work, session_id: int) -> None:
    """Forget who gave which answer of a session."""
    polls = select(Poll.id).where(Poll.session_id == session_id)
    work.orm.execute(
        update(Response).where(Response.poll_id.in_(polls)).values(participant_id=None),
        execution_options={"synchronize_session": False},
    )
