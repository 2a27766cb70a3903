"""Results by group: made, shown, counted anew from the books, and looked at as somebody curious would.

Whoever is curious knows the totals, how many of each group answered, and what is told of each cell. Each sum narrows
what a cell can be; what is left with one value is known, whether it was told or not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.demo.ledger import Answer
from facilitator.demo.recount import whole
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

LEAST: Final = 5
ROW: Final = ("poll_number", "group", "answered", "line", "count", "share", "low", "high")
EXCLUSIVE: Final = frozenset({"single", "scale", "ranking", "transfer"})
"""Kinds of which each answer counts in one line."""
MUCH: Final = 4
PASSES: Final = 40


def publish(room: Room, poll_id: int) -> None:
    """Make the table of a closed question and show it to everybody, unless there can be none or is one already."""
    topic = room.host.topic(f"poll:{poll_id}")
    if not topic["may_have_groups"]:
        return
    reply = room.host.wire.act("publish_groups", poll_id=poll_id, version=topic["version"])
    if not reply["ok"]:
        return
    room.host.wire.wait_until(lambda state: state["rev"] >= reply["rev"])
    for audience in ("stage", "phones"):
        room.host.poll("show_groups", poll_id, to=audience, shown=True)
    room.stage.wire.wait_until(lambda state: "groups" in state["topics"][f"poll:{poll_id}"])


def tables_of(room: Room) -> Iterator[tuple[int, Json, Json]]:
    """Number, question and table of everything that was told by group."""
    for number, poll in room.polls():
        if "groups" in poll:
            yield number, poll, poll["groups"]


def mismatches(room: Room) -> Iterator[str]:
    """Where a table by group says anything else than the books, or than another screen."""
    screens = {"big screen": room.stage.fresh(), "phones": room.here[0].wire.fresh()}
    for number, poll, table in tables_of(room):
        yield from (f"groups: question {number}: {wrong}" for wrong in compare(table, truth_of(room, poll)))
        for name, state in screens.items():
            if state["topics"][f"poll:{poll['id']}"].get("groups", table) != table:
                yield f"groups: question {number} is told otherwise on the {name}"


def file_mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """Where a file says anything else by group than the screens."""
    yield from differences("groups", taken.rows("groups", ROW), _rows(room))


def breaches(room: Room) -> Iterator[str]:
    """What somebody curious could work out of the tables about a few people."""
    for number, poll, table in tables_of(room):
        is_exclusive = poll["kind"] in EXCLUSIVE
        yield from (f"groups: question {number}: {found}" for found in worked_out(table, is_exclusive=is_exclusive))


Truth = dict[int | None, list[set[int]]]
"""The lines, by their places, that each answer of each group is in."""


def truth_of(room: Room, poll: Json) -> Truth:
    """Who said what, by group, from the books."""
    said: Truth = {}
    for (who, poll_id), answer in room.ledger.answers.items():
        if poll_id == poll["id"]:
            said.setdefault(room.ledger.group_of(who), []).append(set(_places(poll, answer)))
    return said


def _places(poll: Json, answer: Answer) -> Iterator[int]:
    """The places of the lines that an answer counts in; of a transfer it is the second part that counts."""
    order = {option["id"]: place for place, option in enumerate(poll["options"])}
    if answer["kind"] == "scale":
        yield len(poll["scale"]["labels"]) if answer["not_applicable"] else answer["value"] - 1
    elif answer["kind"] == "transfer":
        yield answer["second"] - 1
    elif answer["kind"] == "ranking":
        yield order[answer["option_ids"][0]]
    elif "picks" in answer:
        least = MUCH if answer["kind"] == "axes" else 1
        yield from (order[pick["option_id"]] for pick in answer["picks"] if pick["value"] >= least)
    else:
        yield from (order[option_id] for option_id in answer["option_ids"])
        if answer["other_text"] is not None:
            yield len(order)


def compare(table: Json, truth: Truth) -> Iterator[str]:
    """What a table tells and the books do not say."""
    everybody = [places for answers in truth.values() for places in answers]
    totals = [sum(line in places for places in everybody) for line in range(len(table["lines"]))]
    if [line["total"] for line in table["lines"]] != totals:
        yield f"the totals should be {totals}"
    shown = {row["group_id"] for row in table["groups"]}
    others = sum(len(answers) for group, answers in truth.items() if group not in shown)
    if (table["answered"], table["others"]) != (len(everybody), others):
        yield f"{len(everybody)} answered, {others} of them in no group that is shown"
    for row in table["groups"]:
        answers = truth.get(row["group_id"], [])
        if row["answered"] != len(answers):
            yield f"{len(answers)} of {row['title']} answered, not {row['answered']}"
        for line, cell in enumerate(row["cells"]):
            count = sum(line in places for places in answers)
            is_right = cell["low"] <= count <= cell["high"] and cell["count"] in {None, count}
            if not is_right:
                yield f"{row['title']}, line {line + 1}: {count}, not {cell}"
    sentences = {sentence for row in table["groups"] for sentence in _sentences(table, row)}
    yield from (f"nothing of what is told says “{said}”" for said in table["differ"] if said not in sentences)


def _sentences(table: Json, row: Json) -> Iterator[str]:
    """What may be said of a group beside everybody, for each line."""
    told = {"few": f"fewer than {LEAST}", "most": "all or nearly all", "kept": "not told"}
    for line, cell in zip(table["lines"], row["cells"], strict=True):
        share = whole(line["total"], table["answered"])
        said = told.get(cell["how"], f"{cell['low']} to {cell['high']}")
        if cell["count"] is not None:
            said = f"{cell['count']} of {row['answered']}, {whole(cell['count'], row['answered'])} %"
        yield f"{row['title']}, “{line['label']}”: {said}. Everybody: {share} %."


@dataclass(kw_only=True)
class Known:
    """What is known of the cells: the lowest and the highest that each can be."""

    low: list[list[int]]
    high: list[list[int]]

    def narrow(self, cells: Sequence[tuple[int, int]], total: int) -> bool:
        """These cells sum up to a total. Returns whether anything new is known."""
        before = Counter({cell: self.high[cell[0]][cell[1]] - self.low[cell[0]][cell[1]] for cell in cells})
        for row, line in cells:
            lows = sum(self.low[r][x] for r, x in cells) - self.low[row][line]
            highs = sum(self.high[r][x] for r, x in cells) - self.high[row][line]
            self.low[row][line] = max(self.low[row][line], total - highs)
            self.high[row][line] = min(self.high[row][line], total - lows)
        return any(self.high[r][x] - self.low[r][x] < before[r, x] for r, x in cells)


def worked_out(table: Json, *, is_exclusive: bool) -> Iterator[str]:
    """Counts of a few people, or of all but a few, that are known from the table."""
    sizes = [row["answered"] for row in table["groups"]]
    yield from (f"a group of {size} is told of" for size in sizes if size < LEAST)
    if sizes and 0 < table["others"] < LEAST:
        yield f"{table['others']} people are left over"
    known = _known(table, is_exclusive=is_exclusive)
    totals = [line["total"] for line in table["lines"]]
    for row, size in enumerate(sizes):
        for line, total in enumerate(totals):
            low, high = known.low[row][line], known.high[row][line]
            if low == high and 0 < total < table["answered"] and _is_secret(low, size):
                yield f"{low} of the {size} of {table['groups'][row]['title']} are known in line {line + 1}"


def _known(table: Json, *, is_exclusive: bool) -> Known:
    cells = [row["cells"] for row in table["groups"]]
    lines, others = range(len(table["lines"])), table["others"]
    known = Known(
        low=[*([cell["low"] for cell in row] for row in cells), [0 for _ in lines]],
        high=[*([cell["high"] for cell in row] for row in cells), [others for _ in lines]],
    )
    rows = range(len(known.low))
    sums = [([(row, line) for row in rows], table["lines"][line]["total"]) for line in lines]
    if is_exclusive:
        sizes = [*(row["answered"] for row in table["groups"]), others]
        sums += [([(row, line) for line in lines], size) for row, size in enumerate(sizes)]
    for _ in range(PASSES):
        if not [each for each in sums if known.narrow(*each)]:
            break
    return known


def _is_secret(count: int, size: int) -> bool:
    return 0 < count < LEAST or count > size - LEAST or (count == 0 and size < 2 * LEAST)


def _rows(room: Room) -> Iterator[Row]:
    for number, _, table in tables_of(room):
        for row in table["groups"]:
            for line, cell in zip(table["lines"], row["cells"], strict=True):
                share = None if cell["count"] is None else whole(cell["count"], row["answered"])
                yield (
                    number,
                    row["title"],
                    row["answered"],
                    line["label"],
                    cell["count"],
                    share,
                    cell["low"],
                    cell["high"],
                )
