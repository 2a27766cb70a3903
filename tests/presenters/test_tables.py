"""The tables are the contract: these columns, these kinds, and nothing that leads to a person."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.takeaway import Column, Table
from facilitator.presenters.columns import About, columns_of
from facilitator.presenters.rows import AnswerRow, CommitmentRow, IdeaRow, QuestionRow
from facilitator.presenters.tables import charts_of, empty_tables, tables_of
from facilitator.services.harvest import read_harvest
from tests.cast import ELENA, MARIA
from tests.cooperating import make, meet, speak
from tests.factories import Gathering
from tests.promising import CANARY, THEN, come_to_the_step, commit
from tests.stories import hold

COLUMNS = {
    "session": (
        "title organiser code language timezone state planned_start_at started_at ended_at participants"
        " contacts_exchanged delete_on"
    ),
    "agenda": "number step kind state planned_start_at planned_minutes added_minutes actual_minutes",
    "polls": "poll_number poll kind state answered base not_applicable other_count mean part"
    " line value type count share average second firsts points language hands is_pulse again_of"
    " before_count before_share",
    "answers": (
        "poll_number poll options values seconds other_text value second not_applicable text words language is_hidden"
    ),
    "ideas": "board column type text language state support is_pinned cluster points comments merged_into",
    "comments": "board idea text language state",
    "groups": "poll_number poll group answered line told count share low high made_at",
    "questions": "step text language state votes is_pinned is_answered",
    "pairs": "barrier barrier_people factor people is_from_host is_proposed is_gap",
    "joins": "board column type idea language offers wants offered_by wanted_by is_alone to_discuss",
    "matches": "number offer offer_organisation want want_organisation reason",
    "voices": "group heard told made_at",
    "commitments": "when_text then_text language organisation due_on is_public is_hidden status note",
    "acts": "at by act what rev",
}


def test_the_columns_are_these_and_no_others() -> None:
    assert {t.name: " ".join(column.name for column in t.columns) for t in empty_tables()} == COLUMNS


def test_every_column_tells_people_what_it_means() -> None:
    untold = [(t.name, c.name) for t in empty_tables() for c in t.columns if not (c.title and c.help.endswith("."))]

    assert untold == []


@pytest.mark.parametrize("row", [AnswerRow, IdeaRow, QuestionRow, CommitmentRow])
def test_what_people_said_has_no_field_for_a_person_or_a_time(row: type) -> None:
    names = {field.name for field in fields(row)}

    assert names.isdisjoint({"id", "participant", "participant_id", "group", "group_id", "name", "receipt"})
    assert not any(name.endswith(("_at", "_ms")) for name in names)


def test_a_column_is_read_from_the_type_of_its_field() -> None:
    @dataclass(frozen=True)
    class Row:
        day: Annotated[date | None, About("Day", "A day.")]

    assert list(columns_of(Row)) == [Column(name="day", title="Day", help="A day.", kind="day", may_be_empty=True)]


def test_a_field_that_says_nothing_about_its_column_is_an_error() -> None:
    @dataclass(frozen=True)
    class Row:
        secret: str

    with pytest.raises(TypeError, match="secret"):
        columns_of(Row)


def test_every_cell_has_the_kind_that_its_column_promises(gathering: Gathering) -> None:
    hold(gathering)
    kinds = {
        "text": str,
        "whole": int,
        "decimal": float,
        "yes_no": bool,
        "moment": datetime,
        "day": date,
        "list": tuple,
    }

    for table in tables(gathering).values():
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                assert (column.may_be_empty and cell is None) or type(cell) is kinds[column.kind], column
                assert not column.one_of or cell is None or cell in column.one_of, column


def test_the_results_have_a_row_for_each_line_and_one_for_an_open_text(gathering: Gathering) -> None:
    hold(gathering)

    rows = [(row["poll"], row["line"], row["count"], row["share"]) for row in dicts(gathering, "polls")]

    assert rows == [
        ("How do you work", "Alone", 0, 0),
        ("How do you work", "In a team", 2, 67),
        ("How far are you", "Not yet", 1, 33),
        ("How far are you", "Talked about", 0, 0),
        ("How far are you", "Planned", 2, 67),
        ("How far are you", "Done", 0, 0),
        ("Which barriers matter", "Care", 3, 100),
        ("Which barriers matter", "Cost", 1, 33),
        ("Which barriers matter", "Shifts", 1, 33),
        ("In your own words", None, None, None),
    ]


def test_shares_leave_out_those_to_whom_it_does_not_apply(gathering: Gathering) -> None:
    hold(gathering)

    planned = next(row for row in dicts(gathering, "polls") if row["line"] == "Planned")

    assert [planned[name] for name in ("answered", "base", "not_applicable", "mean", "value")] == [4, 3, 1, 2.33, 3]


def test_an_idea_that_was_taken_back_is_not_taken_away(gathering: Gathering) -> None:
    hold(gathering)

    ideas = [(i["column"], i["text"], i["state"], i["support"], i["is_pinned"]) for i in dicts(gathering, "ideas")]

    assert ideas == [
        ("Offer", "Cuirimid ár n-ábhar ar fáil", "approved", 2, True),
        ("Ask", "-10 % Gebühr, bitte", "declined", 0, False),
    ]


def test_questions_to_the_speakers_stand_with_their_step_and_what_became_of_them(gathering: Gathering) -> None:
    hold(gathering)

    asked = [(q["step"], q["text"], q["state"], q["votes"], q["is_answered"]) for q in dicts(gathering, "questions")]

    assert sorted(asked) == [
        ("Welcome", "Cé mhéad a chosain sé?", "approved", 2, True),
        ("Welcome", "Wer hat die Kinder betreut?", "declined", 0, False),
    ]


def test_commitments_stand_without_person_and_address_and_without_organisation_in_chatham_house_mode(
    gathering: Gathering,
) -> None:
    gathering.go_live()
    come_to_the_step(gathering)
    commit(gathering, email=CANARY)

    (row,) = dicts(gathering, "commitments")
    assert (row["then_text"], row["organisation"], row["is_public"], row["status"]) == (
        THEN,
        "Chamber of Patras",
        True,
        None,
    )
    with gathering.database.writing() as work:
        work.orm.merge(gathering.session()).is_chatham = True

    everything = str([table.rows for table in tables(gathering).values()])
    assert "Chamber of Patras" not in everything
    assert CANARY not in everything
    assert THEN in everything


def test_the_agenda_tells_planned_and_actual_minutes(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "add_minutes", item_id=gathering.items()[0].id, minutes=2)
    with gathering.database.writing() as work:
        welcome = work.orm.merge(gathering.items()[0])
        welcome.spent_ms, welcome.started_at, welcome.state = 6 * 60_000 + 29_000, None, "done"

    first, second, *_ = dicts(gathering, "agenda")

    assert [first[name] for name in ("planned_minutes", "added_minutes", "actual_minutes")] == [5, 2, 6.5]
    assert [second[name] for name in ("planned_minutes", "actual_minutes", "state")] == [10, 0.0, "ahead"]


def test_times_stand_on_the_clock_of_the_session(gathering: Gathering) -> None:
    gathering.go_live()

    [session] = dicts(gathering, "session")
    stored = gathering.session().planned_start_at

    assert session["planned_start_at"] == stored
    assert session["planned_start_at"].tzname() in {"CET", "CEST"}
    assert stored.tzinfo is UTC


def test_every_moment_in_every_table_stands_on_that_clock(tmp_path: Path) -> None:
    held = make(tmp_path)
    meet(held)
    speak(held)
    held.steer(MARIA, "publish_groups", poll_id=held.poll("way").id)
    held.end()

    moments = {
        (table.name, cell.tzinfo)
        for table in tables(held).values()
        for row in table.rows
        for cell in row
        if isinstance(cell, datetime)
    }

    assert moments == {
        (name, ZoneInfo("Europe/Brussels")) for name in ("session", "agenda", "groups", "voices", "acts")
    }


def test_answers_do_not_stand_in_the_order_in_which_they_came(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("words").id)
    sent = [f"Reason number {n}" for n in range(30)]
    for text in sent:
        gathering.admit(ELENA)
        gathering.answer(ELENA, "words", text)

    taken = [row["text"] for row in dicts(gathering, "answers")]

    assert sorted(taken) == sorted(sent)
    assert taken != sent


def test_charts_show_what_was_asked_with_the_line_for_own_words(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("way").id)
    gathering.answer(ELENA, "way", other="By turns")

    [chart] = charts_of(gathering.read(lambda work: read_harvest(work, gathering.actor(MARIA))))

    assert [(line.label, line.count, line.share) for line in chart.lines] == [
        ("Alone", 0, 0),
        ("In a team", 0, 0),
        ("Something else", 1, 100),
    ]
    assert chart.note == "1 answer."


def tables(gathering: Gathering) -> dict[str, Table]:
    harvest = gathering.read(lambda work: read_harvest(work, gathering.actor(MARIA), with_rows=True))
    return {table.name: table for table in tables_of(harvest)}


def dicts(gathering: Gathering, name: str) -> list[dict[str, Any]]:
    table = tables(gathering)[name]
    return [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]
