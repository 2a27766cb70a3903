"""What the database holds in the end, as registers that can be compared with a history."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from facilitator.domain.boards import Post, Support
from facilitator.domain.permissions import participant_key
from facilitator.domain.polls.poll import Choice, Response
from facilitator.domain.records import Op
from facilitator.storage.database import Work
from tests.cast import MARIA
from tests.chaos.history import History, Verdict
from tests.factories import Gathering

Register = tuple[Any, ...]
Registers = dict[Register, list[Hashable]]


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Every register with all its values, the commands that were done, and a counter that hosts raise."""

    registers: Registers
    answered: Counter[int]
    """How many answers each question has, whoever gave them."""
    receipts: dict[str, str]
    added_minutes: int


def read_stored(
    gathering: Gathering, before: frozenset[str] = frozenset(), without: frozenset[int] = frozenset()
) -> Stored:
    """Everything that was done, but for the commands `before`, and what people did of whom no history is kept."""
    registers, receipts = gathering.read(lambda work: _rows(work, before, without))
    answers = [key for key in registers if key[0] == "answer"]
    return Stored(
        registers={key: values for key, values in registers.items() if key[1] not in without},
        answered=Counter(poll_id for _, _, poll_id in answers),
        receipts=receipts,
        added_minutes=gathering.items()[0].added_minutes,
    )


def judge(history: History, stored: Stored, gathering: Gathering) -> Verdict:
    """Compare what is stored with what everybody was told, and with what moderators see counted."""
    verdict = Verdict()
    done = [deed for deed in history.deeds if deed.name == "add_minutes" and deed.op_id in stored.receipts]
    verdict.add("lost", len(done) - stored.added_minutes, f"{stored.added_minutes} minutes, but {len(done)} acts")
    verdict.add("duplicated", stored.added_minutes - len(done), f"{stored.added_minutes} minutes, {len(done)} acts")
    history.judge(stored.registers, verdict)
    history.judge_ops(stored.receipts, verdict)
    for poll_id, number in _answered(gathering).items():
        rows = stored.answered[poll_id]
        verdict.add("lost", abs(rows - number), f"question {poll_id}: {number} are shown, {rows} are stored")
    return verdict


def forgotten(gathering: Gathering, op_ids: Collection[str]) -> int:
    """How many of these commands, all of them acknowledged, the server does not remember to have done."""
    return len(set(op_ids) - gathering.read(lambda work: {op.op_id for op in _done(work)}))


def is_sound(database: Path) -> bool:
    """Whether the database file is in order, asked of a copy: SQLite's own check."""
    copy = database.with_name("copy.db")
    for end in ("", "-wal"):
        if Path(f"{database}{end}").exists():
            shutil.copyfile(f"{database}{end}", f"{copy}{end}")
    with closing(sqlite3.connect(copy)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def _answered(gathering: Gathering) -> dict[int, int]:
    topics: dict[str, Any] = dict(gathering.state(MARIA)["topics"])
    shown = {name: topic["results"] for name, topic in topics.items() if name.startswith("poll:")}
    return {int(name.removeprefix("poll:")): found["answered"] for name, found in shown.items() if found}


def _rows(work: Work, before: frozenset[str], without: frozenset[int]) -> tuple[Registers, dict[str, str]]:
    registers: Registers = {}
    for register, value in (*_answers(work), *_ideas(work), *_supports(work)):
        registers.setdefault(register, []).append(value)
    strangers = {participant_key(number) for number in without}
    ops = [op for op in _done(work) if op.op_id not in before and op.actor not in strangers]
    return registers, {op.op_id: str(op.reply["receipt"]) for op in ops}


def _done(work: Work) -> list[Op]:
    """The commands that were carried out, without those that were put off because something newer came first."""
    return [op for op in work.orm.scalars(select(Op)) if op.reply["ok"]]


def _answers(work: Work) -> Iterator[tuple[Register, Hashable]]:
    picked: dict[int, list[int]] = {}
    for choice in work.orm.scalars(select(Choice)):
        picked.setdefault(choice.response_id, []).append(choice.option_id)
    for row in work.orm.scalars(select(Response)):
        content = (tuple(sorted(picked.pop(row.id, ()))), row.other_text, row.text)
        yield ("answer", row.participant_id, row.poll_id), (row.receipt, *content)
    for response_id in picked:
        yield ("choice of nobody", response_id), True


def _ideas(work: Work) -> Iterator[tuple[Register, Hashable]]:
    for post in work.orm.scalars(select(Post).where(Post.participant_id.is_not(None))):
        yield ("idea", post.text), post.participant_id


def _supports(work: Work) -> Iterator[tuple[Register, Hashable]]:
    for support in work.orm.scalars(select(Support)):
        yield ("support", support.participant_id, support.post_id), True
