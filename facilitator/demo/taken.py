"""What the host took away, as rows of each format."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from openpyxl import load_workbook

from facilitator.demo.host import Host
from facilitator.demo.wire import Json

Row = tuple[Any, ...]
SHEETS: Final = {
    "polls": "Questions",
    "answers": "Answers",
    "ideas": "Ideas",
    "comments": "Comments",
    "commitments": "Commitments",
    "questions": "Questions to speakers",
    "groups": "Answers by group",
    "pairs": "What answered what",
    "joins": "Joined ideas",
    "matches": "Who could work together",
    "voices": "Who was heard",
}


class Taken:
    """The exported files of a session."""

    def __init__(self, host: Host) -> None:
        self.document: Json = json.loads(host.take_away("session.json"))
        archive = zipfile.ZipFile(io.BytesIO(host.take_away("all.csv.zip")))
        self._csv = {name: archive.read(f"{name}.csv").decode("utf-8-sig") for name in SHEETS}
        self._book = load_workbook(io.BytesIO(host.take_away("results.xlsx")))

    def rows(self, table: str, columns: Iterable[str]) -> Iterator[Row]:
        """The rows of the JSON file."""
        names = tuple(columns)
        for row in self.document[table]:
            yield tuple(_frozen(row[name]) for name in names)

    def formats(self) -> Iterator[str]:
        """Where the CSV files or the workbook say anything else than the JSON file does."""
        for table in SHEETS:
            for name, (found, wanted) in (("CSV", self._as_csv(table)), ("XLSX", self._as_sheet(table))):
                if found != wanted:
                    wrong = sum(a != b for a, b in zip(found, wanted, strict=False)) + abs(len(found) - len(wanted))
                    yield f"{table}: {wrong} rows differ between {name} and JSON"

    def _as_csv(self, table: str) -> tuple[list[list[str]], list[list[str]]]:
        """The rows of the CSV file, and those of the JSON file written as CSV should be."""
        found = list(csv.reader(io.StringIO(self._csv[table], newline="")))[1:]
        return found, [[_cell(value) for value in row.values()] for row in self.document[table]]

    def _as_sheet(self, table: str) -> tuple[list[list[Any]], list[list[Any]]]:
        """The rows of the workbook's sheet, and those of the JSON file written as a sheet should be."""
        rows = list(self._book[SHEETS[table]].iter_rows(min_row=2, values_only=True))
        found = [list(row) for row in rows if any(value is not None for value in row)]
        return found, [[_sheet_cell(*cell) for cell in row.items()] for row in self.document[table]]


def differences(table: str, found: Iterable[Row], wanted: Iterable[Row]) -> Iterator[str]:
    """The rows that only the files have, and those that only the books have, in words."""
    exported, acknowledged = Counter(found), Counter(wanted)
    for row in (exported - acknowledged).elements():
        yield f"{table}: exported, but nobody was acknowledged: {row}"
    for row in (acknowledged - exported).elements():
        yield f"{table}: acknowledged, but not exported: {row}"


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


def _sheet_cell(name: str, value: Any) -> Any:  # noqa: ANN401  any cell
    """Lists are lines of a cell; a moment is written on the session's own clock, which a sheet does not name."""
    if name.endswith(("_at", "_on")) and value is not None:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    return "\n".join(value) if isinstance(value, list) else value
