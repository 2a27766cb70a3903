"""The writer: one commit for many, nobody taken down by a neighbour, and no reply before the commit."""

import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text
from structlog.testing import capture_logs

from facilitator.domain.errors import Busy, NotFound, OpReused, PollClosed, Refusal, Superseded, Trouble, WrongAnswer
from facilitator.domain.polls.ballot import SavedBallot
from facilitator.domain.polls.poll import Poll
from facilitator.services import dispatch
from facilitator.services.crowds import CROWDS
from facilitator.services.dispatch import Done
from facilitator.storage import polls, terms
from facilitator.storage import writer as module
from facilitator.storage.database import Database, Work
from facilitator.storage.writer import LONGEST_REST_S, Job, Writer, rest_after
from tests.cast import ELENA, GIORGOS, MARIA, SIOBHAN, ZOFIA, Person
from tests.factories import Gathering, gather

_numbers = itertools.count(1)


@dataclass
class Basket:
    """Takes outcomes in the order in which they are given."""

    outcomes: list[Any] = field(default_factory=list)

    def give(self, value: object) -> None:
        self.outcomes.append(value)

    def fail(self, error: BaseException) -> None:
        self.outcomes.append(type(error))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Gathering]:
    """A live session with an open question and an open board."""
    made = gather(tmp_path)
    made.go_live()
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    yield made
    made.database.dispose()


class Desk:
    """Hands jobs to a writer so that all of them are in one batch: the first one holds it up."""

    def __init__(self, room: Gathering, limit: int = 100) -> None:
        self.room = room
        self.basket = Basket()
        self.writer = Writer(room.database, lambda function: function(), limit)
        self._jobs: list[Job] = []

    def order(
        self, person: Person, name: str, op_id: str = "", *, instead_of: Sequence[str] = (), **args: object
    ) -> None:
        """Put a command into the batch."""
        sent: dict[str, object] = {"op_id": op_id or f"in-the-batch-{next(_numbers):06d}", "name": name, "args": args}
        sent["instead_of"] = list(instead_of)
        order, ticket = dispatch.parse(sent), self.room.tickets[person]
        self._jobs.append(
            Job(
                run=lambda work: dispatch.perform(work, ticket, order),
                reply=self.basket,
                prepare=CROWDS.get(name),
                about=(ticket, order),
            )
        )

    def answer(self, person: Person, label: str, op_id: str = "", *, instead_of: Sequence[str] = ()) -> None:
        """Put an answer into the batch."""
        poll = self.room.poll("barriers")
        chosen = [option.id for option in poll.options if option.text == label] or [99_999]
        answer = {"kind": "choice", "option_ids": chosen, "other_text": None}
        self.order(person, "respond", op_id, instead_of=instead_of, poll_id=poll.id, answer=answer)

    def job(self, run: Callable[[Work], object]) -> None:
        """Put anything into the batch."""
        self._jobs.append(Job(run=run, reply=self.basket))

    def commit(self) -> list[Any]:
        """Hand the batch over, and wait for its outcomes."""
        for job in self._jobs:
            self.writer.submit(job)
        self.writer.stop()
        return self.basket.outcomes


@contextmanager
def saves() -> Iterator[list[str]]:
    """Every savepoint that is made meanwhile."""
    seen: list[str] = []

    def note(_connection: Connection, name: str) -> None:
        seen.append(name)

    event.listen(Engine, "savepoint", note)
    yield seen
    event.remove(Engine, "savepoint", note)


def counts(room: Gathering) -> dict[str, int]:
    """What Maria sees of the answers."""
    topic: Any = room.state(MARIA)["topics"][f"poll:{room.poll('barriers').id}"]
    return {row["label"]: row["count"] for row in topic["results"]["rows"]}


def kinds(outcomes: list[Any]) -> list[object]:
    return [Done if isinstance(outcome, Done) else outcome for outcome in outcomes]


def test_answers_that_come_together_are_all_counted(room: Gathering) -> None:
    desk = Desk(room)
    for person, label in ((ELENA, "Care"), (GIORGOS, "Care"), (SIOBHAN, "Cost")):
        desk.answer(person, label)
    assert kinds(desk.commit()) == [Done] * 3
    assert counts(room) == {"Care": 2, "Cost": 1, "Shifts": 0}


def test_it_says_that_it_stores_while_it_does_and_no_longer(room: Gathering) -> None:
    desk = Desk(room)
    desk.job(lambda _: desk.writer.is_committing)
    assert (desk.commit(), desk.writer.is_committing) == ([True], False)


def test_a_refused_answer_takes_no_neighbour_with_it(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.answer(GIORGOS, "Nothing of this")
    desk.answer(SIOBHAN, "Shifts")
    assert kinds(desk.commit()) == [Done, WrongAnswer, Done]
    assert counts(room) == {"Care": 1, "Cost": 0, "Shifts": 1}


def test_a_room_that_answers_and_supports_at_once_is_one_crowd(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.order(GIORGOS, "support_post", post_id=404, supported=True)
    desk.order(ZOFIA, "upvote_question", question_id=404, upvoted=True)
    desk.answer(SIOBHAN, "Cost")
    with saves() as seen:
        assert kinds(desk.commit()) == [Done, NotFound, NotFound, Done]
    assert not seen, "nobody needs a savepoint of their own"


def test_of_two_answers_by_one_person_the_later_one_counts(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.answer(ELENA, "Cost")
    assert kinds(desk.commit()) == [Done, Done]
    assert counts(room) == {"Care": 0, "Cost": 1, "Shifts": 0}
    again = Desk(room)
    again.answer(ELENA, "Shifts")
    again.answer(ZOFIA, "Shifts")
    again.commit()
    assert counts(room) == {"Care": 0, "Cost": 0, "Shifts": 2}


def test_the_same_command_twice_in_a_batch_is_done_once(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care", op_id="the-very-same-number")
    desk.answer(ELENA, "Care", op_id="the-very-same-number")
    desk.answer(ELENA, "Cost", op_id="the-very-same-number")
    first, again, other = desk.commit()
    assert (first.is_repeat, again.is_repeat, other) == (False, True, OpReused)
    assert first.ack["receipt"] == again.ack["receipt"]
    assert counts(room) == {"Care": 1, "Cost": 0, "Shifts": 0}


def test_a_late_command_is_put_off_within_a_batch_too(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Cost", op_id="elena-changed-her-mind", instead_of=["elena-said-it-first"])
    desk.answer(ELENA, "Care", op_id="elena-said-it-first")
    desk.answer(GIORGOS, "Care", op_id="giorgos-said-it-first")
    desk.answer(GIORGOS, "Cost", op_id="giorgos-changed-his-mind", instead_of=["giorgos-said-it-first"])
    assert kinds(desk.commit()) == [Done, Superseded, Done, Done]
    assert counts(room) == {"Care": 0, "Cost": 2, "Shifts": 0}
    after = Desk(room)
    after.answer(ELENA, "Care", op_id="elena-said-it-first")
    after.answer(GIORGOS, "Care", op_id="giorgos-said-it-first")
    late, again = after.commit()
    assert (late, again.is_repeat) == (Superseded, True)
    assert counts(room) == {"Care": 0, "Cost": 2, "Shifts": 0}


def test_a_repeated_command_tells_of_what_waits_in_the_same_batch(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care", op_id="elena-said-it-first")
    desk.answer(ELENA, "Cost")
    desk.answer(ELENA, "Care", op_id="elena-said-it-first")
    desk.answer(ELENA, "Shifts")
    desk.answer(ELENA, "Care", op_id="elena-said-it-first")
    said: Any = [done.ack["me"] for done in desk.commit()]
    assert said[2]["responses"] == said[1]["responses"]
    assert said[4] == room.state(ELENA)["me"]


def test_closing_parts_the_answers_before_it_from_those_after_it(room: Gathering) -> None:
    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.order(MARIA, "close_poll", poll_id=room.poll("barriers").id, version=room.poll("barriers").version)
    desk.answer(GIORGOS, "Care")
    assert kinds(desk.commit()) == [Done, Done, PollClosed]
    assert counts(room) == {"Care": 1, "Cost": 0, "Shifts": 0}


def test_every_answer_of_a_batch_has_a_revision_of_its_own(room: Gathering) -> None:
    before = room.session().rev
    desk = Desk(room)
    for person in (ELENA, GIORGOS, SIOBHAN):
        desk.answer(person, "Care")
    assert [done.ack["rev"] for done in desk.commit()] == [before + 1, before + 2, before + 3]
    assert room.session().rev == before + 3


def test_a_job_that_fails_unforeseen_is_told_so_and_leaves_nothing(room: Gathering) -> None:
    def break_down(work: Work) -> None:
        work.orm.delete(room.poll("barriers"))
        raise ZeroDivisionError

    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.job(break_down)
    desk.answer(GIORGOS, "Cost")
    assert kinds(desk.commit()) == [Done, Trouble, Done]
    assert counts(room) == {"Care": 1, "Cost": 1, "Shifts": 0}


def test_a_locked_database_refuses_as_busy_and_then_serves_again(room: Gathering) -> None:
    with closing(sqlite3.connect(room.database.url.database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk = Desk(room)
        desk.answer(ELENA, "Care")
        assert desk.commit() == [Busy]
        other.execute("ROLLBACK")
    assert counts(room) == {"Care": 0, "Cost": 0, "Shifts": 0}
    after = Desk(room)
    after.answer(ELENA, "Care")
    assert kinds(after.commit()) == [Done]


def test_too_many_waiting_jobs_are_refused_at_once(room: Gathering) -> None:
    desk = Desk(room, limit=0)
    desk.answer(ELENA, "Care")
    with pytest.raises(Refusal) as refused:
        desk.commit()
    desk.writer.stop()
    assert (refused.value.code, refused.value.retry) == ("busy", True)
    assert desk.writer.counters.refused_busy == 1


def test_many_jobs_share_a_commit(room: Gathering) -> None:
    desk = Desk(room)
    desk.job(lambda work: work.orm.flush())
    for _ in range(50):
        desk.answer(ELENA, "Care")
    desk.commit()
    assert desk.writer.counters.jobs == 51
    assert desk.writer.counters.commits < 51


def test_a_hosts_act_between_answers_takes_its_turn_in_the_numbering(room: Gathering) -> None:
    before, version = room.session().rev, room.session().version
    desk = Desk(room)
    desk.order(MARIA, "lock_doors", locked=True, version=version)
    desk.answer(ELENA, "Care")
    desk.order(MARIA, "send_message", text="Two more minutes", version=version + 1)
    desk.answer(GIORGOS, "Cost")
    desk.order(MARIA, "lock_doors", locked=False, version=version + 2)
    assert [done.ack["rev"] for done in desk.commit()] == [before + number for number in range(1, 6)]
    session = room.session()
    assert (session.rev, session.message, session.is_locked) == (before + 5, "Two more minutes", False)


def test_answers_are_checked_against_the_question_as_it_is_in_their_turn(room: Gathering) -> None:
    first = Desk(room)
    first.answer(ELENA, "Care")
    assert kinds(first.commit()) == [Done]
    poll = room.poll("barriers")
    desk = Desk(room)
    desk.answer(GIORGOS, "Care")
    desk.job(lambda work: setattr(work.orm.get_one(Poll, poll.id), "max_choices", 2))
    two = {"kind": "choice", "option_ids": [option.id for option in poll.options[:2]], "other_text": None}
    three = {"kind": "choice", "option_ids": [option.id for option in poll.options], "other_text": None}
    desk.order(SIOBHAN, "respond", poll_id=poll.id, answer=two)
    desk.order(ZOFIA, "respond", poll_id=poll.id, answer=three)
    assert kinds(desk.commit()) == [Done, None, Done, WrongAnswer]


def test_who_comes_soon_after_a_commit_shares_the_next_one(room: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "rest_after", lambda _: 0.5)
    writer = Writer(room.database, lambda function: function(), 100)
    alone, together = Bell(), Basket()
    writer.submit(Job(run=lambda work: work.rev, reply=alone))
    assert alone.rang.wait(5)
    for number in range(20):
        writer.submit(Job(run=lambda _, number=number: number, reply=together))  # type: ignore[misc]
    writer.stop()
    assert together.outcomes == list(range(20))
    assert (writer.counters.jobs, writer.counters.commits) == (21, 2)


def test_the_longer_a_commit_takes_the_longer_others_gather_but_nobody_waits_for_a_stalled_disk() -> None:
    assert [rest_after(commit_s) for commit_s in (0.0, 0.001, 0.0015, 3.0)] == [0.0, 0.004, 0.006, LONGEST_REST_S]


def test_a_crowd_beside_others_that_fails_while_it_is_written_leaves_nothing(
    room: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(work: Work, said: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(terms, "write", break_down)  # by then the answers are written, past the mapper
    desk = Desk(room)
    desk.answer(ELENA, "Care")
    desk.answer(GIORGOS, "Cost")
    desk.job(lambda _: "somebody else")
    assert desk.commit() == [Trouble, Trouble, "somebody else"]
    assert counts(room) == {"Care": 0, "Cost": 0, "Shifts": 0}


def test_the_last_word_of_a_batch_holds_also_when_somebody_repeats_theirs_in_between(room: Gathering) -> None:
    before = Desk(room)
    before.answer(GIORGOS, "Cost", op_id="giorgos-said-this-before")
    before.commit()
    room.steer(MARIA, "open_board", board_id=room.board().id)
    post = room.suggest(SIOBHAN, room.board().columns[0].title, "A creche on the campus")
    room.steer(MARIA, "review_post", post_id=post.id, state="approved")
    room.steer(MARIA, "reveal_board", board_id=room.board().id, revealed=True)
    for words in ((True, False), (True, False, True), (True,)):
        desk = Desk(room)
        for word in words:
            desk.order(ELENA, "support_post", post_id=post.id, supported=word)
            desk.answer(GIORGOS, "Cost", op_id="giorgos-said-this-before")
        assert set(kinds(desk.commit())) == {Done}
        own: Any = room.state(ELENA)["me"]
        assert own["supports"] == ({str(post.id): True} if words[-1] else {})


def test_a_crowd_in_which_one_fails_unforeseen_is_begun_again_each_alone(
    room: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_response = polls.put_response

    def stumble(work: Work, poll_id: int, participant_id: int, saved: SavedBallot) -> None:
        if saved.ballot.picks[0].option_id == room.poll("barriers").options[1].id:
            raise ZeroDivisionError
        put_response(work, poll_id, participant_id, saved)

    monkeypatch.setattr(polls, "put_response", stumble)
    desk = Desk(room)
    for person, label in ((ELENA, "Care"), (GIORGOS, "Cost"), (SIOBHAN, "Shifts")):
        desk.answer(person, label)
    assert kinds(desk.commit()) == [Done, Trouble, Done]
    assert counts(room) == {"Care": 1, "Cost": 0, "Shifts": 1}


class Bell(Basket):
    """Rings when an outcome comes."""

    def __init__(self) -> None:
        super().__init__()
        self.rang = threading.Event()

    def give(self, value: object) -> None:
        super().give(value)
        self.rang.set()

    def fail(self, error: BaseException) -> None:
        super().fail(error)
        self.rang.set()


def test_a_trouble_that_lasts_fills_no_log(room: Gathering) -> None:
    def write(work: Work) -> None:
        work.orm.execute(text("DELETE FROM a_table_that_is_gone"))

    writer = Writer(room.database, lambda function: function(), 100)
    with capture_logs() as lines:
        for _ in range(20):
            bell = Bell()
            writer.submit(Job(run=write, reply=bell))
            assert bell.rang.wait(5)
            assert bell.outcomes == [Busy]
    writer.stop()
    assert lines == [{"event": "not_saved", "log_level": "warning", "jobs": 1, "reason": "SQLITE_ERROR"}]


class Moody(Database):
    """A database that fails once in a way that nobody foresaw."""

    fails = True

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Have no room, once."""
        if self.fails:
            self.fails = False
            raise OSError(28, "No space left on device")
        with super().writing() as work:
            yield work


def test_a_batch_that_fails_unforeseen_is_told_so_and_the_writer_goes_on(room: Gathering) -> None:
    moody = Moody(room.database.url.render_as_string())
    first, second = (Desk(replace(room, database=moody)) for _ in range(2))
    first.answer(ELENA, "Care")
    second.answer(ELENA, "Care")
    assert first.commit() == [Trouble]
    assert counts(room) == {"Care": 0, "Cost": 0, "Shifts": 0}
    assert kinds(second.commit()) == [Done]
    moody.dispose()
