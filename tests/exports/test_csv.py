"""CSV that Excel reads as it is meant, and in which nothing is carried out."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from facilitator.domain.takeaway import Cell
from facilitator.exports.csv import ARCHIVE, files
from tests.exports.samples import sample


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def written(cell: Cell) -> str:
    [_, [text, _]] = read(files(sample([[cell, 1]]))["people.csv"])
    return text


def test_a_table_is_a_file_with_its_columns_on_top() -> None:
    content = files(sample([["Elena", 1], ["Zofia", 2]]))["people.csv"]

    assert read(content) == [["name", "number"], ["Elena", "1"], ["Zofia", "2"]]


def test_a_byte_order_mark_tells_excel_that_it_is_utf_8() -> None:
    content = files(sample([["Ελένη, Żaneta and 李", 1]]))["people.csv"]

    assert content.startswith(b"\xef\xbb\xbf")
    assert read(content)[1][0] == "Ελένη, Żaneta and 李"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_what_a_spreadsheet_would_carry_out_is_text(start: str) -> None:
    assert written(f"{start}1+1") == f"'{start}1+1"
    assert written((f"{start}1+1", "harmless")) == f"'{start}1+1\nharmless"


def test_other_texts_are_left_alone() -> None:
    assert written('said "no", twice;\nthen = yes') == 'said "no", twice;\nthen = yes'


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (-3, "-3"),
        (2.5, "2.5"),
        (True, "yes"),
        (False, "no"),
        ((), ""),
        (("Care", "Cost"), "Care\nCost"),
        (date(2023, 10, 24), "2023-10-24"),
        (datetime(2023, 10, 24, 12, 30, 5, 999_999, tzinfo=UTC), "2023-10-24T12:30:05+00:00"),
    ],
)
def test_every_kind_of_cell_has_one_way_to_be_written(cell: Cell, text: str) -> None:
    assert written(cell) == text


def test_the_archive_holds_the_same_files() -> None:
    made = files(sample([["Elena", 1]]))
    with zipfile.ZipFile(io.BytesIO(made[ARCHIVE])) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}

    assert packed == {"people.csv": made["people.csv"]}
