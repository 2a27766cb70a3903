"""A workbook in which texts are texts, numbers are numbers, and every result has a native chart."""

import io
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from facilitator.domain.takeaway import Cell, CellKind, Column, Takeaway
from facilitator.exports.xlsx import FILE, files
from tests.exports.samples import chart, sample

BRUSSELS = ZoneInfo("Europe/Brussels")


def opened(takeaway: Takeaway) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(files(takeaway)[FILE]))


def sheet(book: Workbook, title: str) -> Worksheet:
    found = book[title]
    assert isinstance(found, Worksheet)
    return found


def charts(of: Worksheet) -> list[Any]:
    """The charts on a sheet; openpyxl tells them to nobody."""
    found: list[Any] = vars(of)["_charts"]
    return found


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "12", "https://example.org", "{=1}", "Ελένη"])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    cell = sheet(opened(sample([[text, 1]])), "People")["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("kind", "cell", "value", "data_type"),
    [
        ("whole", 7, 7, "n"),
        ("decimal", 2.33, 2.33, "n"),
        ("yes_no", True, True, "b"),
        ("list", ("Care", "=Cost"), "Care\n=Cost", "s"),
        ("day", date(2023, 10, 24), datetime(2023, 10, 24), "d"),  # noqa: DTZ001  workbooks have no zones
        (
            "moment",
            datetime(2023, 10, 24, 14, 30, tzinfo=BRUSSELS),
            datetime(2023, 10, 24, 14, 30),  # noqa: DTZ001
            "d",
        ),
        ("text", None, None, "n"),
    ],
)
def test_every_kind_of_cell_has_its_own_type(kind: CellKind, cell: Cell, value: object, data_type: str) -> None:
    column = Column(name="it", title="It", help="It.", kind=kind, may_be_empty=True)

    found = sheet(opened(sample([[cell]], [column])), "People")["A2"]

    assert (found.value, found.data_type) == (value, data_type)


def test_the_head_of_a_column_of_moments_names_their_clock() -> None:
    column = Column(name="at", title="When", help="When it was.", kind="moment", may_be_empty=True)

    assert sheet(opened(sample([], [column])), "People")["A1"].value == "When (Europe/Brussels)"


def test_the_results_come_first_each_with_a_native_chart() -> None:
    book = opened(sample([], charts=[chart("How do you work", Alone=1, Together=3), chart("Why", Care=2)]))
    results = sheet(book, "Results")

    assert book.sheetnames == ["Results", "People"]
    assert len(charts(results)) == 2
    assert [[cell.value for cell in row[:3]] for row in results.iter_rows(min_row=3, max_row=7)] == [
        ["How do you work", None, None],
        ["4 answers.", None, None],
        ["Answer", "People", "Share"],
        ["Alone", 1, 25],
        ["Together", 3, 75],
    ]


def test_charts_do_not_lie_on_one_another() -> None:
    book = opened(sample([], charts=[chart("One", **{f"Option {n}": n for n in range(1, 23)}), chart("Two", Care=2)]))
    first, second = charts(sheet(book, "Results"))

    assert first.anchor.to.row < second.anchor._from.row  # noqa: SLF001


def test_a_question_that_looks_like_a_formula_is_text_above_its_chart_too() -> None:
    book = opened(sample([], charts=[chart("=1+1?", **{"=2": 1})]))

    values = [cell.data_type for row in sheet(book, "Results")["A1:A8"] for cell in row if cell.value]

    assert set(values) == {"s"}
