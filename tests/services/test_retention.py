"""Kept no longer than promised: the day comes, and everything goes."""

from datetime import timedelta
from pathlib import Path

from facilitator.domain.sessions import Session
from facilitator.services.retention import sweep
from facilitator.services.topics.hints import memory_of
from facilitator.storage.database import Work
from tests.cast import ELENA, MARIA
from tests.factories import Gathering, gather
from tests.promising import CANARY as ADDRESS
from tests.promising import come_to_the_step, commit

CANARY = "Κανείς δεν ρωτά τις νυχτερινές βάρδιες"


def lively(gathering: Gathering) -> Gathering:
    """A session in which Elena said something."""
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("words").id)
    gathering.answer(ELENA, "words", CANARY)
    return gathering


def keep_until_yesterday(work: Work, gathering: Gathering) -> None:
    session = work.orm.get_one(Session, gathering.session_id)
    session.delete_on = (work.now - timedelta(days=1)).date()


def bytes_on_disk(gathering: Gathering) -> bytes:
    """Everything that lies in the data folder."""
    folder = Path(gathering.database.url.database or "").parent
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def test_a_session_goes_when_its_day_has_come_and_the_others_stay(tmp_path: Path) -> None:
    due = lively(gather(tmp_path))
    stays = gather(tmp_path, database=due.database)
    assert due.write(sweep) == 0
    due.write(lambda work: keep_until_yesterday(work, due))
    assert due.write(sweep) == 1
    assert due.read(lambda work: work.orm.get(Session, due.session_id)) is None
    assert stays.session().public_id == stays.public_id


def test_nothing_of_its_ideas_is_left_in_the_memory_that_compares_them(tmp_path: Path) -> None:
    due = lively(gather(tmp_path))
    board_id = due.board().id
    memory = memory_of(board_id)
    assert memory_of(board_id) is memory
    due.write(lambda work: keep_until_yesterday(work, due))
    due.write(sweep)
    assert memory_of(board_id) is not memory


def test_nothing_of_it_is_left_on_the_disk(tmp_path: Path) -> None:
    due = lively(gather(tmp_path))
    assert CANARY.encode() in bytes_on_disk(due)
    due.write(lambda work: keep_until_yesterday(work, due))
    due.write(sweep)
    due.database.compact()
    assert CANARY.encode() not in bytes_on_disk(due)


def test_neither_a_commitment_nor_its_address_outlives_the_session(tmp_path: Path) -> None:
    due = gather(tmp_path)
    due.go_live()
    come_to_the_step(due)
    commit(due, email=ADDRESS)
    assert ADDRESS.encode() in bytes_on_disk(due)
    due.write(lambda work: keep_until_yesterday(work, due))
    due.write(sweep)
    due.database.compact()
    assert ADDRESS.encode() not in bytes_on_disk(due)


def test_records_of_commands_go_after_a_day(tmp_path: Path) -> None:
    gathering = lively(gather(tmp_path))

    def sweep_later(work: Work, hours: int) -> int:
        work.now += timedelta(hours=hours)
        sweep(work)
        return int(work.orm.connection().exec_driver_sql("SELECT count(*) FROM op").scalar_one())

    assert gathering.write(lambda work: sweep_later(work, 23)) > 0
    assert gathering.write(lambda work: sweep_later(work, 25)) == 0
