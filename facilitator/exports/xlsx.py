"""XLSX: a sheet of results with native charts, and a sheet for each table. No text is ever a formula."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from facilitator.domain.takeaway import Cell, CellKind, Chart, Column, Shown, Table, Takeaway

FILE: Final = "results.xlsx"
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDTHS: Final[Mapping[CellKind, int]] = {
    "text": 18,
    "whole": 11,
    "decimal": 12,
    "yes_no": 14,
    "moment": 18,
    "day": 12,
    "list": 48,
}
"""Widths of columns in characters."""
WIDE: Final = {"poll": 48, "text": 60, "line": 44, "other_text": 40, "title": 44, "step": 40, "board": 30, "what": 44}
HEADS: Final = ("Answer", "People", "Share", "Hands", "First round", "Its share")
CHART_COLUMN: Final = 7
ROW_PX: Final = 20
BAR_PX: Final = 26
FRAME_PX: Final = 90

Formats = Mapping[str, Any]


def names(tables: Sequence[str]) -> Sequence[str]:
    """One workbook holds everything."""
    del tables
    return [FILE]


def files(takeaway: Takeaway) -> Mapping[str, bytes]:
    """The workbook."""
    import xlsxwriter  # noqa: PLC0415  a restart is faster without it

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"title": takeaway.title})
    formats = _formats(book)
    _put_results(book, takeaway, formats)
    for table in takeaway.tables:
        _put_table(book, table, takeaway.timezone, formats)
    book.close()
    return {FILE: made.getvalue()}


def _formats(book: Any) -> Formats:  # noqa: ANN401  the library has no types
    base = {"valign": "top"}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "whole": {"num_format": "0"},
        "decimal": {"num_format": "0.0#"},
        "yes_no": {"align": "left"},
        "moment": {"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"},
        "day": {"num_format": "yyyy-mm-dd", "align": "left"},
        "list": {"text_wrap": True},
    }
    extra: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 16},
        "question": {"bold": True, "font_size": 12},
        "head": {"bold": True, "bottom": 1, "text_wrap": True},
        "share": {"num_format": '0" %"'},
        "note": {"font_color": "#46545B"},
    }
    return {name: book.add_format(base | look) for name, look in (kinds | extra).items()}


def _put_table(book: Any, table: Table, timezone: str, formats: Formats) -> None:  # noqa: ANN401
    sheet = book.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDE.get(column.name, WIDTHS[column.kind]))
        sheet.write_string(0, place, _head(column, timezone), formats["head"])
        sheet.write_comment(0, place, column.help)
    for line, row in enumerate(table.rows, start=1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _put_cell(sheet, (line, place), cell, formats[column.kind])


def _head(column: Column, timezone: str) -> str:
    return f"{column.title} ({timezone})" if column.kind == "moment" else column.title


def _put_cell(sheet: Any, at: tuple[int, int], cell: Cell, look: Any) -> None:  # noqa: ANN401
    """One cell by its type: a workbook has no time zones, so moments are written on the session's clock."""
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, look)
    elif isinstance(cell, datetime):
        sheet.write_datetime(*at, cell.replace(tzinfo=None, microsecond=0), look)
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, look)
    elif isinstance(cell, (int, float)):
        sheet.write_number(*at, cell, look)
    else:
        sheet.write_string(*at, cell if isinstance(cell, str) else "\n".join(cell), look)


def _put_results(book: Any, takeaway: Takeaway, formats: Formats) -> None:  # noqa: ANN401
    sheet = book.add_worksheet("Results")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 56)
    sheet.set_column(1, len(HEADS) - 1, 9)
    sheet.write_string(0, 0, takeaway.title, formats["title"])
    row = 2
    for chart in takeaway.charts:
        row = _put_chart(book, sheet, chart, row, formats)


def _put_chart(book: Any, sheet: Any, chart: Chart, row: int, formats: Formats) -> int:  # noqa: ANN401
    """A result from this row on, with its drawing beside it. Returns the row where the next can begin."""
    sheet.write_string(row, 0, chart.title, formats["question"])
    sheet.write_string(row + 1, 0, chart.note, formats["note"])
    for place, head in enumerate(HEADS[: _width(chart)]):
        sheet.write_string(row + 2, place, head, formats["head"])
    first = row + 3
    for at, line in enumerate(chart.lines, start=first):
        sheet.write_string(at, 0, line.label, formats["text"])
        for place, (number, look) in enumerate(_numbers(line)[: _width(chart) - 1], start=1):
            if number is not None:
                sheet.write_number(at, place, number, formats[look])
    last = first + len(chart.lines) - 1
    height_px = FRAME_PX + BAR_PX * len(chart.lines)
    drawing = _drawing(book, sheet.get_name(), chart, (first, last))
    drawing.set_size({"width": 720, "height": height_px})
    sheet.insert_chart(row, CHART_COLUMN, drawing, {"description": f"{chart.title} {chart.note}"})
    return max(last + 3, row + height_px // ROW_PX + 2)


def _width(chart: Chart) -> int:
    """How many columns a result has: hands, and then the first round, only where there is any."""
    has_before = any(line.before is not None for line in chart.lines)
    has_hands = any(line.hands for line in chart.lines)
    return len(HEADS) if has_before else len(HEADS) - 2 if has_hands else len(HEADS) - 3


def _numbers(line: Shown) -> tuple[tuple[int | None, str], ...]:
    return (
        (line.count, "whole"),
        (line.share, "share"),
        (line.hands, "whole"),
        (line.before, "whole"),
        (line.before_share, "share"),
    )


def _drawing(book: Any, sheet: str, chart: Chart, rows: tuple[int, int]) -> Any:  # noqa: ANN401
    first, last = rows
    drawing = book.add_chart({"type": "bar"})
    drawing.add_series(
        {
            "name": "People",
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, 1, last, 1],
            "data_labels": {"value": True},
            "fill": {"color": "#0A5A57"},
            "gap": 40,
        }
    )
    drawing.set_title({"name": chart.title, "name_font": {"size": 12}})
    drawing.set_legend({"none": True})
    drawing.set_y_axis({"reverse": True, "num_font": {"size": 10}})
    drawing.set_x_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
    return drawing
