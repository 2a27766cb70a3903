"""Formats in which a session is taken away: one file for each, and the table of them.

A format makes named files from a takeaway. Adding one is adding a file and a line to the table.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.domain.takeaway import Takeaway
from facilitator.exports import csv, json, xlsx, yaml


@dataclass(frozen=True, kw_only=True)
class Format:
    """`names` says which files there will be, from the names of the tables; `files` makes them.

    The last one is the file that is offered first: it holds everything that the format can hold.
    """

    title: str
    names: Callable[[Sequence[str]], Sequence[str]]
    files: Callable[[Takeaway], Mapping[str, bytes]]


FORMATS: Final[Mapping[str, Format]] = {
    "xlsx": Format(title="Excel workbook", names=xlsx.names, files=xlsx.files),
    "csv": Format(title="CSV tables", names=csv.names, files=csv.files),
    "json": Format(title="JSON", names=json.names, files=json.files),
    "yaml": Format(title="Definition", names=yaml.names, files=yaml.files),
}

MIMETYPES: Final[Mapping[str, str]] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "yaml": "application/yaml",
    "zip": "application/zip",
}
"""The media type of a file by how its name ends."""
