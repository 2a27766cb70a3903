"""Who is told what, and what it costs: one read for everybody, none for nobody."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from facilitator.concurrency import choose
from facilitator.presenters.payloads import Audience, State
from facilitator.realtime.broadcaster import Broadcaster
from facilitator.realtime.wire import Losses
from facilitator.services.desk import Desk
from facilitator.services.rates import Rates
from facilitator.services.tickets import Tickets
from facilitator.settings import Settings
from tests.cast import ELENA, GIORGOS, MARIA, Person
from tests.factories import Gathering, answer_in_words, gather
from tests.realtime.small_house import until
from tests.wire import envelope


class Hall:
    """A live session whose sockets are a list of what was said to which room."""

    def __init__(self, folder: Path) -> None:
        self.gathering: Gathering = gather(folder)
        self.gathering.go_live()
        self.gathering.steer(MARIA, "open_poll", poll_id=self.gathering.poll("way").id)
        self.said: list[tuple[str, str, Any]] = []
        self.reads: list[tuple[frozenset[Audience], int]] = []
        self.desk = Desk(
            loop=choose("threading"),
            database=self.gathering.database,
            tickets=Tickets("a secret of this test"),
            rates=Rates(),
            queue_limit=100,
        )
        self._changes = self.desk.changes
        self.desk.changes = self._read  # type: ignore[method-assign]
        wires = SimpleNamespace(losses=Losses())
        server = SimpleNamespace(emit=self._emit, manager=SimpleNamespace(wires=wires))
        settings = Settings(small_room=0, window_ms=50)
        Broadcaster(SimpleNamespace(server=server), self.desk, settings)

    def enter(self, *people: Person) -> None:
        """These have a socket from now on."""
        for person in people:
            self.desk.presence.enter(person.name, self.gathering.actor(person))

    def answer(self, person: Person, label: str) -> int:
        """Answer over the desk; the number of this change."""
        poll = self.gathering.poll("way")
        answer = answer_in_words(poll, person, [label], None)
        ack = self.desk.act(self.gathering.tokens[person], envelope("respond", poll_id=poll.id, answer=answer))
        return ack["rev"]

    def ask(self, person: Person, text: str) -> int:
        """Ask the speakers over the desk; it waits for review. The number of this change."""
        asked = envelope("ask_question", text=text, language=person.language)
        return self.desk.act(self.gathering.tokens[person], asked)["rev"]

    def heard(self, audience: Audience) -> list[State]:
        """The changes that an audience was told."""
        room = f"{self.gathering.session_id}:{audience}"
        return [data for event, to, data in self.said if (event, to) == ("change", room)]

    def _emit(self, event: str, data: object, to: str) -> None:
        self.said.append((event, to, data))

    def _read(self, session_id: int, audiences: frozenset[Audience], since: int) -> dict[Audience, State]:
        self.reads.append((audiences, since))
        return self._changes(session_id, audiences, since)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """A hall."""
    made = Hall(tmp_path)
    yield made
    made.desk.stop()
    made.gathering.database.dispose()


def test_all_who_are_here_are_told_from_one_read(hall: Hall) -> None:
    hall.enter(ELENA, GIORGOS, MARIA)
    rev = hall.answer(ELENA, "Alone")
    until(lambda: hall.heard("participant") and hall.heard("moderator"))
    assert hall.reads == [(frozenset({"participant", "moderator"}), rev - 1)]
    assert [state["rev"] for audience in ("participant", "moderator") for state in hall.heard(audience)] == [rev, rev]


def test_nobody_is_read_for_who_is_not_here_and_who_comes_later_misses_nothing(hall: Hall) -> None:
    hall.enter(ELENA)
    first = hall.answer(ELENA, "Alone")
    until(lambda: hall.heard("participant"))
    assert {audience for audiences, _ in hall.reads for audience in audiences} == {"participant"}
    assert hall.heard("moderator") == []
    snapshot = hall.desk.state(hall.desk.tickets.for_link(hall.gathering.tickets[MARIA].link_id), None)  # type: ignore[union-attr]
    assert snapshot["rev"] == first
    hall.enter(MARIA)
    second = hall.answer(GIORGOS, "In a team")
    until(lambda: hall.heard("moderator"))
    (change,) = hall.heard("moderator")
    assert (change["since"], change["rev"]) == (snapshot["rev"], second)


def test_a_snapshot_from_before_a_change_that_nobody_heard_is_not_handed_out(hall: Hall) -> None:
    hall.enter(ELENA)
    ticket = hall.gathering.tokens[GIORGOS]
    before = hall.desk.state(ticket, None)
    hall.desk.presence.leave(ELENA.name)
    rev = hall.answer(ELENA, "Alone")
    until(lambda: hall.desk.state(ticket, None)["rev"] == rev, seconds=0.9)
    assert before["rev"] == rev - 1
    assert hall.reads == []


def test_what_an_audience_may_not_hear_of_leaves_no_gap_in_what_it_hears(hall: Hall) -> None:
    hall.gathering.steer(MARIA, "open_questions")
    hall.enter(ELENA, MARIA)
    first = hall.answer(ELENA, "Alone")
    until(lambda: hall.heard("participant"))
    waits = hall.ask(GIORGOS, "Who pays?")
    until(lambda: len(hall.heard("moderator")) == 2)
    second = hall.answer(GIORGOS, "In a team")
    until(lambda: len(hall.heard("participant")) == 2)
    assert [(state["since"], state["rev"]) for state in hall.heard("participant")][1] == (first, second)
    assert hall.heard("moderator")[1]["rev"] == waits
