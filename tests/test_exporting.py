"""`facilitator export` and `facilitator import`: the same exports without a browser."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator import log
from facilitator.cli import main
from facilitator.services import templates
from facilitator.services.exports import list_files, schema
from facilitator.services.sessions import definition_of
from facilitator.storage import sessions
from tests.cast import ELENA, MARIA, NADIA
from tests.factories import DEFINITION, Gathering
from tests.stories import hold
from tests.takeaways import made


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line works on the gathering's data folder, and leaves the logs as they are."""
    monkeypatch.setenv("FACILITATOR_DATA", str(tmp_path))
    monkeypatch.setattr(log, "set_up", lambda _: None)


def facilitator(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json", "yaml"])
def test_every_format_is_written_into_a_folder(gathering: Gathering, tmp_path: Path, kind: str) -> None:
    hold(gathering)
    out = tmp_path / "taken" / kind

    result = facilitator("export", gathering.code, "--format", kind, "--out", out)

    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(list_files()[kind])
    assert result.output.split() == [str(out / name) for name in list_files()[kind]]


def test_the_files_are_those_of_the_web(gathering: Gathering, tmp_path: Path) -> None:
    hold(gathering)

    facilitator("export", gathering.public_id, "--format", "csv", "--out", tmp_path)

    for name in ("polls.csv", "answers.csv", "ideas.csv"):
        assert (tmp_path / name).read_bytes() == made(gathering, name)


def test_a_code_may_be_written_as_people_say_it(gathering: Gathering, tmp_path: Path) -> None:
    said = f"{gathering.code[:3]}-{gathering.code[3:]}".lower()

    assert facilitator("export", said, "--out", tmp_path / "taken").exit_code == 0


def test_an_export_from_the_command_line_is_logged(gathering: Gathering, tmp_path: Path) -> None:
    hold(gathering)

    facilitator("export", gathering.code, "--format", "json", "--out", tmp_path)

    last = json.loads((tmp_path / "session.json").read_text())["acts"][-1]
    assert (last["by"], last["act"], last["what"]) == ("Command line", "export", "json")


def test_an_unknown_session_is_one_clear_sentence(gathering: Gathering, tmp_path: Path) -> None:
    result = facilitator("export", "ZZZZZZ", "--out", tmp_path / "nothing")

    assert result.exit_code == 2
    assert result.output == "There is no session 'ZZZZZZ' in this data folder. Nothing was written.\n"
    assert not (tmp_path / "nothing").exists()


def test_the_schema_is_printed_without_a_session() -> None:
    result = facilitator("export", "--schema")

    assert json.loads(result.output) == schema()


def test_a_definition_goes_out_and_comes_back_without_loss(gathering: Gathering, tmp_path: Path) -> None:
    facilitator("export", gathering.code, "--format", "yaml", "--out", tmp_path)

    result = facilitator("import", tmp_path / "definition.yaml")

    code = result.output.split("code ")[1].strip(" .\n")
    again = gathering.read(lambda work: sessions.find_by_code(work, code))
    assert again is not None
    assert (again.state, again.title) == ("draft", gathering.session().title)
    before = gathering.read(lambda work: definition_of(work, gathering.session()))
    assert gathering.read(lambda work: definition_of(work, again)) == before
    assert before.agenda == templates.load(DEFINITION).agenda


def test_what_is_taken_in_belongs_to_the_first_organiser(gathering: Gathering, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(DEFINITION)

    facilitator("import", tmp_path / "mine.yaml")

    owner_id = gathering.session().owner_id
    assert owner_id is not None
    owned = gathering.read(lambda work: sessions.list_owned(work, owner_id))
    assert [session.title for session in owned] == ["Balance in training"] * 2
    assert gathering.actor(NADIA).key == f"o{owner_id}"


def test_without_an_organiser_it_is_said_that_nobody_can_edit_it_yet(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(DEFINITION)

    result = facilitator("import", tmp_path / "mine.yaml")

    assert result.exit_code == 0
    assert "Nobody can edit it yet: `facilitator up` makes the first organiser." in result.output


def test_every_mistake_in_a_definition_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(DEFINITION.replace("kind: multiple", "kind: several").replace("5}", "0}"))

    result = facilitator("import", tmp_path / "wrong.yaml")

    assert result.exit_code == 2
    assert result.output.count("Line ") == 3
    assert result.output.startswith("The session definition has mistakes.")


def test_nothing_that_people_said_is_in_a_definition(gathering: Gathering, tmp_path: Path) -> None:
    hold(gathering)
    assert gathering.state(MARIA)["posts"]

    facilitator("export", gathering.code, "--format", "yaml", "--out", tmp_path)

    text = (tmp_path / "definition.yaml").read_text()
    assert "How can we work together" in text
    assert not [said for said in ("Cuirimid", "βάρδιες", ELENA.name) if said in text]
