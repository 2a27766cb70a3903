"""A live session with a crowd, behind a server that can be killed."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.base import random_id
from facilitator.domain.boards import Post
from facilitator.domain.codes import hashed
from facilitator.domain.people import Participant
from facilitator.domain.polls.poll import Poll
from facilitator.services.tickets import LinkTicket, Tickets
from facilitator.vault import open_vault
from tests.cast import BIG_SCREEN, HOSTS, MARIA, Person
from tests.chaos import http, stored
from tests.chaos.deeds import Guest, Repertoire
from tests.chaos.disk import Disk
from tests.chaos.history import History, Verdict
from tests.chaos.house import House
from tests.chaos.phone import Phone
from tests.factories import Gathering, gather

if TYPE_CHECKING:
    from facilitator.storage.database import Work

BYSTANDERS = 8
QUESTIONS = ("way", "barriers", "words")
PATIENCE_S = 30.0
_AT_ONCE = 16
_STATE = ("rev", "topics", "posts", "me")


@dataclass(frozen=True, kw_only=True)
class Venue:
    """A session with open questions, an open board with ideas, guests, and what they did."""

    gathering: Gathering
    house: House
    guests: Sequence[Guest]
    tickets: Mapping[Person, str]
    does: Repertoire
    bystanders: Sequence[Guest]
    """More people, of whom no history is kept."""
    before: frozenset[str]
    """The numbers of the commands that furnished it."""

    def phone(self, guest: Guest, *, port: int = 0) -> Phone:
        """A guest's phone, not connected yet; `port` may be another door than the server's own."""
        return Phone(port or self.house.port, guest.ticket, guest.source, seed=guest.number)

    def host(self, person: Person = MARIA, *, port: int = 0) -> Phone:
        """The browser of a moderator, or of the big screen; not connected yet."""
        return Phone(port or self.house.port, self.tickets[person], "127.0.200.1", seed=person.name)

    def poll(self, name: str) -> Poll:
        """A question by its short name."""
        return self.does.polls[QUESTIONS.index(name)]

    def judge(self) -> Verdict:
        """Compare what is stored with what everybody was told. Leaves nothing open."""
        strangers = frozenset(guest.id for guest in self.bystanders)
        found = stored.read_stored(self.gathering, self.before, strangers)
        verdict = stored.judge(self.does.history, found, self.gathering)
        self.gathering.database.dispose()
        return verdict

    def forgotten(self, op_ids: Collection[str]) -> int:
        """How many of these acknowledged commands are not stored. Leaves nothing open."""
        number = stored.forgotten(self.gathering, op_ids)
        self.gathering.database.dispose()
        return number

    def is_sound(self) -> bool:
        """Whether the database file is in order."""
        return stored.is_sound(Path(str(self.gathering.database.url.database)))

    async def strays(self, phones: Sequence[Phone], seconds: float = PATIENCE_S) -> int:
        """How many phones do not come to hold within so many seconds what a fresh snapshot gives them."""
        return await count_strays(phones, self.house.port, seconds)


@asynccontextmanager
async def open_venue(folder: Path, people: int, *, disk: Disk | None = None, **settings: str) -> AsyncIterator[Venue]:
    """A venue whose server is not started yet; it is ended with the block, however that ends.

    Everything lies in `folder`, or on a disk of its own.
    """
    data = folder / "data"
    data.mkdir(parents=True)
    gathering, chosen = gather(data), {**_QUICK, **settings}
    if disk is None:
        house = House(data, folder / "log", **chosen)
    else:
        house = House(disk.place / "data", disk.outside / "log", around=disk.around, **chosen)
    venue = _furnish(gathering, people, house, data)
    gathering.database.dispose()  # a killed server's database must be found as the kill left it
    if disk is not None:
        disk.bring(data)
    try:
        yield venue
    finally:
        await asyncio.to_thread(house.stop)
        gathering.database.dispose()


_QUICK = {"window_ms": "100", "small_room": "0", "log_level": "info"}


def _furnish(gathering: Gathering, people: int, house: House, data: Path) -> Venue:
    gathering.go_live()
    gathering.trust(BIG_SCREEN, role="stage")
    board, polls = gathering.board(), [gathering.poll(name) for name in QUESTIONS]
    for poll in polls:
        gathering.steer(MARIA, "open_poll", poll_id=poll.id)
    gathering.steer(MARIA, "show_results", poll_id=polls[0].id, to="phones", shown=True)
    gathering.steer(MARIA, "open_board", board_id=board.id)
    gathering.steer(MARIA, "reveal_board", board_id=board.id, revealed=True)
    post_ids = gathering.write(lambda work: _approved_ideas(work, gathering))
    admitted = gathering.write(lambda work: _admit(work, gathering.session_id, people + BYSTANDERS))
    tickets = Tickets(open_vault(data).key("tickets"))
    return Venue(
        gathering=gathering,
        house=house,
        guests=admitted[:people],
        bystanders=admitted[people:],
        tickets={person: tickets.for_link(_link_id(gathering, person)) for person in (*HOSTS, BIG_SCREEN)},
        does=Repertoire(history=History(), polls=polls, board=board, post_ids=post_ids),
        before=frozenset(stored.read_stored(gathering).receipts),
    )


async def count_strays(phones: Sequence[Phone], port: int, seconds: float = PATIENCE_S) -> int:
    """How many phones are not up to date within so many seconds; some are asked at once."""
    some_at_once = asyncio.Semaphore(_AT_ONCE)

    async def is_stray(phone: Phone) -> bool:
        async with some_at_once:
            return not await is_up_to_date(phone, port, seconds)

    return sum(await asyncio.gather(*(is_stray(phone) for phone in phones)))


async def is_up_to_date(phone: Phone, port: int, seconds: float) -> bool:
    """Whether a phone comes to hold what a fresh snapshot says, within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            while True:
                status, fresh = await http.ask(port, "/api/state", ticket=phone.ticket, source=phone.source)
                if status == http.OK and phone.state and all(phone.state[part] == fresh[part] for part in _STATE):
                    return True
                await asyncio.sleep(0.25)
    except TimeoutError:
        return False


def _link_id(gathering: Gathering, host: Person) -> int:
    ticket = gathering.tickets[host]
    assert isinstance(ticket, LinkTicket)
    return ticket.link_id


def _admit(work: "Work", session_id: int, number: int) -> list[Guest]:
    guests = [Guest(number=who, id=random_id(), ticket=f"p.{who:022d}") for who in range(number)]
    work.orm.add_all(
        Participant(id=guest.id, session_id=session_id, ticket_hash=hashed(guest.ticket[2:]), joined_at=work.now)
        for guest in guests
    )
    return guests


def _approved_ideas(work: "Work", gathering: Gathering, number: int = 10) -> list[int]:
    board, ids = gathering.board(), [random_id() for _ in range(number)]
    work.orm.add_all(
        Post(
            id=post_id,
            session_id=gathering.session_id,
            board_id=board.id,
            column_id=board.columns[0].id,
            participant_id=None,
            text=f"A first idea, number {place}",
            language="en",
            state="approved",
            was_shown=True,
            sent_at=work.now,
            receipt="FRST-DEAS",
            rev=1,
        )
        for place, post_id in enumerate(ids)
    )
    return ids
