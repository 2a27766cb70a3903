"""What is taken away equals the screen, names nobody, is allowed to hosts alone, and is logged."""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import event

from facilitator.domain.errors import NotAllowed, NotFound
from facilitator.domain.polls.kind import share
from facilitator.presenters.payloads import PollTopic
from facilitator.presenters.tables import TABLES
from facilitator.services import templates
from facilitator.services.exports import list_files, log_export, make_files
from facilitator.services.harvest import read_harvest
from facilitator.services.sessions import definition_of
from tests.cast import (
    ANDERS,
    BIG_SCREEN,
    ELENA,
    EVERYBODY,
    GIORGOS,
    HOSTS,
    JURGEN,
    MARIA,
    NADIA,
    SIOBHAN,
    ZOFIA,
    Person,
)
from tests.factories import DEFINITION, Gathering, gather
from tests.stories import FORMULA, hold
from tests.takeaways import Row, from_csv, from_json, from_xlsx, made, plain


def test_these_files_can_be_had() -> None:
    assert list_files() == {
        "xlsx": ["results.xlsx"],
        "csv": [f"{table}.csv" for table in TABLES] + ["all.csv.zip"],
        "json": ["session.json"],
        "yaml": ["definition.yaml"],
    }


def test_the_results_that_are_taken_away_are_those_on_the_screen(gathering: Gathering) -> None:
    hold(gathering)

    for taken in (from_json(gathering, "polls"), from_csv(gathering, "polls"), from_xlsx(gathering, "Questions")):
        assert [compared(row) for row in taken] == [compared(row) for row in on_screen(gathering)]


def test_the_results_can_be_counted_again_from_single_answers(gathering: Gathering) -> None:
    hold(gathering)
    answers = from_json(gathering, "answers")

    for row in from_json(gathering, "polls"):
        mine = [answer for answer in answers if answer["poll_number"] == row["poll_number"]]
        base = [answer for answer in mine if not answer["not_applicable"]]
        assert row["answered"] == len(mine)
        assert row["base"] == len(base)
        assert row["not_applicable"] == len(mine) - len(base)
        assert row["other_count"] == sum(answer["other_text"] is not None for answer in mine)
        if row["line"] is not None:
            given = sum(row["line"] in answer["options"] or row["value"] == (answer["value"] or 0) for answer in mine)
            assert (row["count"], row["share"]) == (given, share(given, len(base)))


def test_the_ideas_that_are_taken_away_are_those_of_the_control_room(gathering: Gathering) -> None:
    hold(gathering)
    board = gathering.board()
    titles = {column.id: column.title for column in board.columns}

    seen = [post for post in gathering.state(MARIA)["posts"].values() if post is not None]

    assert sorted((i["column"], i["text"], i["state"], i["support"]) for i in from_json(gathering, "ideas")) == sorted(
        (titles[post["column_id"]], post["text"], post["state"], post["support"]) for post in seen
    )


def test_nobody_who_took_part_is_named_in_any_file(gathering: Gathering) -> None:
    hold(gathering)
    guests = [person for person in EVERYBODY if person not in (*HOSTS, NADIA)]
    assert all(person.name in stored(gathering) for person in (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA))

    said = "\n".join(plain(gathering, name) for names in list_files().values() for name in names)

    assert "Which barriers matter" in said
    assert [person.name for person in guests if person.name in said] == []
    assert [group for group in groups_of_answers(gathering) if group in said] == []


def test_two_answers_of_one_person_have_nothing_in_common(gathering: Gathering) -> None:
    """Elena is the only one who answered in her way to three questions: no value ties her rows together."""
    hold(gathering)

    kinds = [set(answer) for answer in from_json(gathering, "answers")]

    what_was_said = {"options", "other_text", "value", "not_applicable", "text", "language", "is_hidden"}
    what_was_said |= {"values", "seconds", "second", "words"}
    assert kinds == [{"poll_number", "poll"} | what_was_said] * 12


def test_a_formula_of_a_participant_is_harmless_in_csv_and_text_elsewhere(gathering: Gathering) -> None:
    hold(gathering)

    [cell] = [row["other_text"] for row in from_csv(gathering, "answers") if "HYPERLINK" in row["other_text"]]
    [exact] = [row["other_text"] for row in from_json(gathering, "answers") if "HYPERLINK" in str(row["other_text"])]
    workbook = openpyxl.load_workbook(io.BytesIO(made(gathering, "results.xlsx")))
    types = {cell.data_type for row in workbook["Answers"].iter_rows() for cell in row if cell.value == FORMULA}

    assert (cell, exact, types) == (f"'{FORMULA}", FORMULA, {"s"})


def test_a_text_that_a_host_hid_is_taken_away_and_marked(gathering: Gathering) -> None:
    gathering.go_live()
    poll = gathering.poll("words")
    gathering.steer(MARIA, "open_poll", poll_id=poll.id)
    gathering.answer(ELENA, "words", "Kept")
    gathering.answer(ZOFIA, "words", "Shown")
    topic = gathering.state(MARIA)["topics"][f"poll:{poll.id}"]
    kept = next(quote["id"] for quote in topic["results"]["quotes"] if quote["text"] == "Kept")  # type: ignore[index,typeddict-item]
    gathering.steer(MARIA, "hide_quote", poll_id=poll.id, quote_id=kept, hidden=True)

    hidden = {row["text"]: row["is_hidden"] for row in from_json(gathering, "answers")}

    assert hidden == {"Kept": True, "Shown": False}


def test_the_definition_that_is_taken_away_can_be_taken_in(gathering: Gathering, tmp_path: Path) -> None:
    hold(gathering)
    text = made(gathering, "definition.yaml").decode()

    again = gather(tmp_path, text, database=gathering.database)

    same = again.read(lambda work: definition_of(work, again.session()))
    assert same == templates.load(text) == gathering.read(lambda work: definition_of(work, gathering.session()))


@pytest.mark.parametrize("host", [MARIA, ANDERS, NADIA])
def test_every_host_may_take_the_results_away(gathering: Gathering, host: Person) -> None:
    gathering.go_live()

    assert gathering.read(lambda work: make_files(work, gathering.actor(host), "csv")).keys() == {*list_files()["csv"]}


@pytest.mark.parametrize("guest", [ELENA, BIG_SCREEN])
def test_nobody_else_may_and_it_is_not_logged(gathering: Gathering, guest: Person) -> None:
    gathering.trust(BIG_SCREEN, role="stage")
    gathering.go_live()
    before = gathering.session().rev

    with pytest.raises(NotAllowed):
        made(gathering, "answers.csv", guest)
    with pytest.raises(NotAllowed):
        gathering.write(lambda work: log_export(work, gathering.actor(guest), "answers.csv"))

    assert gathering.session().rev == before


def test_a_file_that_does_not_exist_is_not_found(gathering: Gathering) -> None:
    for name in ("participants.csv", "answers.xlsx", "../session.json", ""):
        with pytest.raises(NotFound):
            made(gathering, name)
        with pytest.raises(NotFound):
            gathering.write(lambda work, name=name: log_export(work, gathering.actor(MARIA), name))  # type: ignore[misc]


def test_an_export_stands_in_the_log_of_acts_for_everybody_who_sees_it(gathering: Gathering) -> None:
    gathering.go_live()
    before = gathering.session().rev

    gathering.write(lambda work: log_export(work, gathering.actor(ANDERS), "answers.csv"))
    gathering.write(lambda work: log_export(work, gathering.actor(NADIA), "xlsx"))

    change = gathering.state(MARIA, since=before)
    assert change["rev"] == before + 2
    acts = change["topics"]["acts"]["acts"]  # type: ignore[index,typeddict-item]
    assert [(act["by"], act["act"], act["what"]) for act in acts[:2]] == [
        (NADIA.name, "export", "xlsx"),
        (ANDERS.name, "export", "answers.csv"),
    ]
    assert change["topics"].keys() == {"acts"}


def test_another_session_is_not_in_it(gathering: Gathering, tmp_path: Path) -> None:
    hold(gathering)
    other = gather(
        tmp_path, DEFINITION.replace("Cooperation", "Canary of another session"), database=gathering.database
    )
    hold(other)

    assert "Canary of another session" in plain(other, "session.json")
    assert "Canary of another session" not in plain(gathering, "session.json")
    assert len(from_json(gathering, "answers")) == 12


def test_as_many_queries_for_one_answer_as_for_many(gathering: Gathering) -> None:
    gathering.go_live()
    actor = gathering.actor(MARIA)
    with counting(gathering) as before:
        gathering.read(lambda work: read_harvest(work, actor, with_rows=True))
    for poll in ("way", "words"):
        gathering.steer(MARIA, "open_poll", poll_id=gathering.poll(poll).id)
    gathering.answer(ELENA, "way", "Alone")
    gathering.answer(ZOFIA, "way", "In a team")
    gathering.answer(ZOFIA, "words", "Na zmianę")
    with counting(gathering) as after:
        gathering.read(lambda work: read_harvest(work, actor, with_rows=True))

    assert before["queries"] == after["queries"] < 40


def on_screen(gathering: Gathering) -> Iterator[Row]:
    """Every line of every result as a moderator's browser holds it."""
    for topic in gathering.state(MARIA)["topics"].values():
        if topic is not None and "results" in topic:
            yield from lines_on_screen(topic)  # type: ignore[arg-type]


def lines_on_screen(topic: PollTopic) -> Iterator[Row]:
    results = topic["results"]
    assert results is not None
    whole = {name: results[name] for name in ("answered", "base", "not_applicable", "other_count", "mean")}
    about = {"poll": topic["title"], **whole}
    for row in results["rows"]:
        yield {**about, "line": row["label"], "count": row["count"], "share": row["share"]}
    if not results["rows"]:
        yield {**about, "line": None, "count": None, "share": None}


def compared(row: Row) -> list[str]:
    """The cells that screen and export share, as text: CSV knows nothing else."""
    names = ("poll", "answered", "base", "not_applicable", "other_count", "mean", "line", "count", "share")
    return ["" if row[name] is None else str(row[name]) for name in names]


def stored(gathering: Gathering) -> str:
    """Everything that the database knows of people."""
    rows = gathering.read(lambda work: work.orm.connection().exec_driver_sql("SELECT * FROM participant").all())
    return str(rows)


def groups_of_answers(gathering: Gathering) -> list[str]:
    """Group ids and participant ids, as they would be written."""
    rows = gathering.read(lambda work: work.orm.connection().exec_driver_sql("SELECT id FROM participant").all())
    return [str(row[0]) for row in rows]


@contextmanager
def counting(gathering: Gathering) -> Iterator[Counter[str]]:
    counts: Counter[str] = Counter()

    def count(*args: object) -> None:
        counts["queries"] += 1

    engine = gathering.read(lambda work: work.orm.get_bind())
    event.listen(engine, "before_cursor_execute", count)
    try:
        yield counts
    finally:
        event.remove(engine, "before_cursor_execute", count)
