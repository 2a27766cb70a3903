"""Answers that a reset put aside, as they were stored, whatever their kind is made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import bindparam, delete, func, insert, select

from facilitator.domain.base import Base, UtcTime
from facilitator.domain.polls.hands import Hands
from facilitator.domain.polls.poll import Choice, Poll, Response
from facilitator.domain.polls.shelf import Shelf
from facilitator.domain.polls.terms import Term
from facilitator.storage.database import Work

Row = dict[str, Any]
PARTS: Final[tuple[type[Base], ...]] = (Choice, Term)
"""What an answer has in tables of its own."""
ALL: Final[tuple[type[Base], ...]] = (*PARTS, Response, Hands)
_LATEST: Final = (
    select(Shelf.poll_id, Shelf.at, Shelf.by)
    .where(Shelf.poll_id.in_(bindparam("ids", expanding=True)))
    .order_by(Shelf.id)
)


@dataclass(frozen=True, kw_only=True)
class PutAside:
    """The last reset of a question: when, and by whom."""

    at: datetime
    by: str


def latest(work: Work, poll_ids: Collection[int]) -> dict[int, PutAside]:
    """The last reset of each of these questions that can still be turned back."""
    found = work.orm.execute(_LATEST, {"ids": list(poll_ids)})
    return {poll_id: PutAside(at=at, by=by) for poll_id, at, by in found}


def put_aside(work: Work, poll_id: int, *, by: str) -> frozenset[int] | None:
    """Move all answers to a question, and the hands, to the shelf. Returns who gave them; None when there are none."""
    work.flush()
    responses, hands = _rows(work, Response, poll_id), _rows(work, Hands, poll_id)
    if not responses and not hands:
        return None
    parts = {noun.__tablename__: _by_response(_rows(work, noun, poll_id)) for noun in PARTS}
    answers: list[dict[str, object]] = [
        {Response.__tablename__: row, **{name: rows.get(row["id"], []) for name, rows in parts.items()}}
        for row in responses
    ]
    answers += [{Hands.__tablename__: row} for row in hands]
    work.orm.add(Shelf(poll_id=poll_id, at=work.now, by=by, answers=answers))
    for noun in ALL:
        work.orm.execute(delete(noun).where(noun.__table__.c.poll_id == poll_id))
    work.orm.flush()
    return frozenset(row["participant_id"] for row in responses if row["participant_id"] is not None)


def bring_back(work: Work, poll_id: int) -> frozenset[int] | None:
    """Put the answers of the last reset back, but for people who answered anew. Returns whose; None without any."""
    work.flush()
    query = select(Shelf).where(Shelf.poll_id == poll_id).order_by(Shelf.id.desc()).limit(1)
    shelf = work.orm.scalars(query).one_or_none()
    if shelf is None:
        return None
    anew = {row["participant_id"] for row in _rows(work, Response, poll_id)}
    kept = [each for each in shelf.answers if _person(each) is not None and _person(each) not in anew]
    _insert(work, Response, [cast("Row", each[Response.__tablename__]) for each in kept])
    for noun in PARTS:
        _insert(work, noun, [row for each in kept for row in cast("list[Row]", each[noun.__tablename__])])
    counted = {row["line_id"] for row in _rows(work, Hands, poll_id)}
    raised = [cast("Row", each[Hands.__tablename__]) for each in shelf.answers if Hands.__tablename__ in each]
    _insert(work, Hands, [row for row in raised if row["line_id"] not in counted])
    work.orm.delete(shelf)
    work.orm.flush()
    return frozenset(person for each in kept if (person := _person(each)) is not None)


def cut_links(work: Work, session_id: int) -> None:
    """Forget who gave which of the answers that were put aside in a session."""
    query = select(Shelf).join(Poll, Poll.id == Shelf.poll_id).where(Poll.session_id == session_id)
    for shelf in work.orm.scalars(query):
        shelf.answers = [_without_person(each) for each in shelf.answers]
    work.orm.flush()


def erase_until(work: Work, moment: datetime) -> dict[int, set[int]]:
    """Erase what was put aside before a moment. Returns the polls that had something, by session."""
    query = select(Poll.session_id, Shelf.poll_id).join(Poll, Poll.id == Shelf.poll_id).where(Shelf.at <= moment)
    erased: dict[int, set[int]] = {}
    for session_id, poll_id in work.orm.execute(query):
        erased.setdefault(session_id, set()).add(poll_id)
    work.orm.execute(delete(Shelf).where(Shelf.at <= moment))
    return erased


def count(work: Work) -> int:
    """How many resets lie on the shelf."""
    return work.orm.scalar(select(func.count()).select_from(Shelf)) or 0


def _person(entry: Mapping[str, object]) -> int | None:
    response = cast("Row", entry.get(Response.__tablename__, {}))
    return cast("int | None", response.get("participant_id"))


def _without_person(entry: dict[str, object]) -> dict[str, object]:
    response = entry.get(Response.__tablename__)
    if response is None:
        return entry
    return {**entry, Response.__tablename__: {**cast("Row", response), "participant_id": None}}


def _rows(work: Work, noun: type[Base], poll_id: int) -> Sequence[Row]:
    """The rows of a question, as plain data."""
    table = noun.__table__
    found = work.orm.execute(select(table).where(table.c.poll_id == poll_id)).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in found]


def _by_response(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["response_id"], []).append(row)
    return found


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _insert(work: Work, noun: type[Base], rows: Sequence[Row]) -> None:
    if rows:
        times = {column.name for column in noun.__table__.columns if isinstance(column.type, UtcTime)}
        work.orm.execute(insert(noun), [_stored(row, times) for row in rows])


def _stored(row: Row, times: Collection[str]) -> Row:
    return {name: datetime.fromisoformat(value) if name in times else value for name, value in row.items()}
