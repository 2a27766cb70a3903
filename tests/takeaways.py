"""Reads what was taken away back in, as its receiver would."""

import csv
import io
import json
from typing import Any
from zipfile import ZipFile

import openpyxl

from facilitator.services.exports import make_file
from tests.cast import MARIA, Person
from tests.factories import Gathering

Row = dict[str, Any]


def made(gathering: Gathering, name: str, person: Person = MARIA) -> bytes:
    return gathering.read(lambda work: make_file(work, gathering.actor(person), name))


def from_json(gathering: Gathering, table: str) -> list[Row]:
    rows: list[Row] = json.loads(made(gathering, "session.json"))[table]
    return rows


def from_csv(gathering: Gathering, table: str) -> list[Row]:
    text = made(gathering, f"{table}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def from_xlsx(gathering: Gathering, title: str) -> list[Row]:
    sheet = openpyxl.load_workbook(io.BytesIO(made(gathering, "results.xlsx")))[title]
    _, *rows = sheet.iter_rows(values_only=True)
    names = list(from_json(gathering, "polls")[0])
    return [dict(zip(names, row, strict=True)) for row in rows]


def plain(gathering: Gathering, name: str) -> str:
    """All text in a file, unpacked where it is packed."""
    content = made(gathering, name)
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(part).decode("utf-8-sig") for part in archive.namelist())
