"""CSV: a file for each table, in UTF-8 with a byte order mark so that Excel reads it, and all in one archive.

A text that a spreadsheet would take for a formula gets an apostrophe before it. A list of texts stands
in one cell, each on a line of its own.
"""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from facilitator.domain.takeaway import Cell, Table, Takeaway

ARCHIVE: Final = "all.csv.zip"
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM: Final = "\ufeff"


def names(tables: Sequence[str]) -> Sequence[str]:
    """One file a table, and the archive."""
    return [*(f"{table}.csv" for table in tables), ARCHIVE]


def files(takeaway: Takeaway) -> Mapping[str, bytes]:
    """Every table as a file, and the archive of them."""
    made = {f"{table.name}.csv": _file(table) for table in takeaway.tables}
    return {**made, ARCHIVE: _archive(made)}


def _file(table: Table) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return (BOM + text.getvalue()).encode()


def _archive(made: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, tuple):
        return _harmless("\n".join(cell))
    if isinstance(cell, str):
        return _harmless(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _harmless(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
