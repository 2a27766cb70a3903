"""JSON that follows its published schema, which is the one in the documentation."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jsonschema_rs
import pytest

from facilitator.domain.takeaway import Cell, CellKind, Column
from facilitator.exports.json import FILE, files
from facilitator.services.exports import make_file, schema
from tests.cast import NADIA
from tests.exports.samples import sample
from tests.factories import Gathering
from tests.stories import hold

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "export.schema.json"


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", "Ελένη", "Ελένη"),
        ("text", None, None),
        ("yes_no", False, False),
        ("list", ("Care", "Cost"), ["Care", "Cost"]),
        ("day", date(2023, 10, 24), "2023-10-24"),
        ("moment", datetime(2023, 10, 24, 14, 30, tzinfo=ZoneInfo("Europe/Brussels")), "2023-10-24T14:30:00+02:00"),
    ],
)
def test_every_kind_of_cell_has_its_own_type(kind: CellKind, cell: Cell, value: object) -> None:
    column = Column(name="it", title="It", help="It.", kind=kind, may_be_empty=True)

    document = json.loads(files(sample([[cell]], [column]))[FILE])

    assert document == {"version": 1, "people": [{"it": value}], "definition": {"format": 1}}


def test_the_published_schema_is_made_from_the_columns() -> None:
    assert json.loads(PUBLISHED.read_text()) == schema(), "Write it anew: facilitator export --schema"


def test_an_exported_session_follows_the_schema(gathering: Gathering) -> None:
    hold(gathering)
    validator = jsonschema_rs.validator_for(schema())

    document = exported(gathering)

    assert list(validator.iter_errors(document)) == []
    assert len(document["answers"]) == 12


def test_the_schema_would_not_let_a_participant_out(gathering: Gathering) -> None:
    hold(gathering)
    validator = jsonschema_rs.validator_for(schema())
    document = exported(gathering)

    document["answers"][0]["participant"] = "Elena"

    assert not validator.is_valid(document)


def exported(gathering: Gathering) -> Any:  # noqa: ANN401  JSON
    return json.loads(gathering.read(lambda work: make_file(work, gathering.actor(NADIA), FILE)))
