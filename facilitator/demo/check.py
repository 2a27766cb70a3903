"""Every exported figure, recomputed from what simulated people were acknowledged."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

from openpyxl import load_workbook

from facilitator.demo.recount import Counted, answer_row, lines_of
from facilitator.demo.story import Story
from facilitator.demo.wire import Json

Row = tuple[Any, ...]
SHEETS: Final = {"polls": "Questions", "answers": "Answers", "ideas": "Ideas"}
ANSWER: Final = (
    *("poll_number", "options", "values", "seconds", "other_text", "value", "second", "not_applicable"),
    *("text", "words", "language"),
)
COUNTED: Final = tuple(field.name for field in fields(Counted))
LINE: Final = ("poll_number", "answered", "base", "not_applicable", "other_count", "mean", *COUNTED)
IDEA: Final = ("column", "text", "language", "state", "support", "is_pinned")


class Taken:
    """What the host took away, as rows of each format."""

    def __init__(self, story: Story) -> None:
        self.document: Json = json.loads(story.host.take_away("session.json"))
        archive = zipfile.ZipFile(io.BytesIO(story.host.take_away("all.csv.zip")))
        self._csv = {name: archive.read(f"{name}.csv").decode("utf-8-sig") for name in SHEETS}
        self._book = load_workbook(io.BytesIO(story.host.take_away("results.xlsx")))

    def rows(self, table: str, columns: Iterable[str]) -> Counter[Row]:
        """The rows of the JSON file."""
        return Counter(tuple(_frozen(row[column]) for column in columns) for row in self.document[table])

    def as_csv(self, table: str) -> tuple[list[list[str]], list[list[str]]]:
        """The rows of the CSV file, and those of the JSON file written as CSV should be."""
        found = list(csv.reader(io.StringIO(self._csv[table], newline="")))[1:]
        return found, [[_cell(value) for value in row.values()] for row in self.document[table]]

    def as_sheet(self, table: str) -> tuple[list[list[Any]], list[list[Any]]]:
        """The rows of the workbook's sheet, and those of the JSON file written as a sheet should be."""
        rows = list(self._book[SHEETS[table]].iter_rows(min_row=2, values_only=True))
        found = [list(row) for row in rows if any(value is not None for value in row)]
        return found, [[_sheet_cell(value) for value in row.values()] for row in self.document[table]]


def mismatches(story: Story) -> list[str]:
    """What differs between the books and the files, in words; empty when every figure is right."""
    taken = Taken(story)
    return [
        *_differences("answers", taken.rows("answers", ANSWER), Counter(_answers(story))),
        *_differences("polls", taken.rows("polls", LINE), Counter(_lines(story))),
        *_differences("ideas", taken.rows("ideas", IDEA), Counter(_ideas(story))),
        *_people(story, taken),
        *_formats(taken),
    ]


def _people(story: Story, taken: Taken) -> Iterator[str]:
    counted = taken.document["session"][0]["participants"]
    if counted != story.ledger.joined:
        yield f"session: {counted} people are counted, {story.ledger.joined} joined"


def _formats(taken: Taken) -> Iterator[str]:
    for table in SHEETS:
        for name, (found, wanted) in (("CSV", taken.as_csv(table)), ("XLSX", taken.as_sheet(table))):
            if found != wanted:
                wrong = sum(a != b for a, b in zip(found, wanted, strict=False)) + abs(len(found) - len(wanted))
                yield f"{table}: {wrong} rows differ between {name} and JSON"


def _differences(table: str, found: Counter[Row], wanted: Counter[Row]) -> Iterator[str]:
    for row in (found - wanted).elements():
        yield f"{table}: exported, but nobody was acknowledged: {row}"
    for row in (wanted - found).elements():
        yield f"{table}: acknowledged, but not exported: {row}"


def _polls(story: Story) -> Iterator[tuple[int, Json]]:
    """Questions with their numbers, in the order of the agenda."""
    ids = [poll_id for item in story.host.topic("agenda")["items"] for poll_id in item["poll_ids"]]
    for number, poll_id in enumerate(ids, start=1):
        yield number, story.host.topic(f"poll:{poll_id}")


def _answers(story: Story) -> Iterator[Row]:
    for number, poll in _polls(story):
        for answer in story.ledger.answers_to(poll["id"]):
            yield (number, *answer_row(poll, answer))


def _lines(story: Story) -> Iterator[Row]:
    for number, poll in _polls(story):
        answers = story.ledger.answers_to(poll["id"])
        without = sum(answer.get("not_applicable", False) for answer in answers)
        others = sum(answer.get("other_text") is not None for answer in answers)
        base = len(answers) - without
        mean = None
        if poll["kind"] == "scale" and base:
            mean = round(sum(answer["value"] or 0 for answer in answers) / base, 2)
        for line in lines_of(poll, answers, base):
            yield (number, len(answers), base, without, others, mean, *(getattr(line, name) for name in COUNTED))


def _ideas(story: Story) -> Iterator[Row]:
    columns = {
        column["id"]: column["title"]
        for name, topic in story.host.wire.state["topics"].items()
        if name.startswith("board:")
        for column in topic["columns"]
    }
    support = story.ledger.support_of()
    for post_id, idea in story.ledger.ideas.items():
        column_id = story.moved.get(post_id, idea.column_id)
        yield (
            columns[column_id],
            idea.text,
            idea.language,
            story.decided[post_id],
            support[post_id],
            post_id in story.pinned,
        )


def _frozen(value: Any) -> Any:  # noqa: ANN401  any cell
    return tuple(value) if isinstance(value, list) else value


def _cell(value: Any) -> str:  # noqa: ANN401  any cell
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "\n".join(value) if isinstance(value, list) else str(value)
    is_formula = isinstance(value, str | list) and text[:1] in tuple("=+-@\t\r\n")
    return f"'{text}" if text and is_formula else text


def _sheet_cell(value: Any) -> Any:  # noqa: ANN401  any cell
    if isinstance(value, list):
        return "\n".join(value)
    return value
