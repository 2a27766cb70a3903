"""A served house for pages, and meetings in it that tests steer without a page of their own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.demo.server import Served, serving
from facilitator.storage.database import Database
from tests.cast import BIG_SCREEN, MARIA, Person
from tests.factories import DEFINITION, Gathering, answer_in_words, gather
from tests.live import Live
from tests.wire import Json, envelope

QUICK = {"window_ms": "50", "small_room": "0", "log_level": "info"}
"""Results come at once, so that no test has to wait for them."""


@dataclass(frozen=True, kw_only=True)
class Meeting(Live):
    """One session in the house. Who acts here acts over HTTP, and has no page open."""

    @property
    def code(self) -> str:
        """The code that people type."""
        return self.gathering.code

    @property
    def public_id(self) -> str:
        """The name of the session in the addresses of the hosts' pages."""
        return self.gathering.public_id

    def link(self, person: Person) -> str:
        """The token of a personal link."""
        return self.gathering.tokens[person]

    def host(self, name: str, **args: Any) -> Json:  # noqa: ANN401  any command
        """An act of Maria's with the latest version. It must succeed."""
        return self.act(MARIA, name, **args, version=self.gathering.version_of(args))

    def act(self, person: Person, name: str, **args: Any) -> Json:  # noqa: ANN401  any command
        """Anybody's act. It must succeed."""
        status, reply = self.act_over_http(person, json.dumps(envelope(name, **args)))
        assert status == 200, reply
        return reply

    def ask(self, poll: str) -> int:
        """Open a question; its id."""
        poll_id = self.gathering.poll(poll).id
        self.host("open_poll", poll_id=poll_id)
        return poll_id

    def step(self, title: str) -> None:
        """Make a step the present one."""
        (item,) = [item for item in self.gathering.items() if item.title == title]
        self.host("go_to_item", item_id=item.id)

    def answer(self, person: Person, poll: str, *labels: str, other: str | None = None) -> Json:
        """Somebody answers elsewhere."""
        asked = self.gathering.poll(poll)
        return self.act(person, "respond", poll_id=asked.id, answer=answer_in_words(asked, person, labels, other))

    def suggest(self, person: Person, column: str, text: str) -> int:
        """Somebody has an idea elsewhere; its id."""
        board = self.gathering.board()
        (column_id,) = [each.id for each in board.columns if each.title == column]
        words = {"text": text, "language": person.language}
        self.act(person, "send_post", board_id=board.id, column_id=column_id, **words)
        return self.gathering.post(text).id


@dataclass(frozen=True, kw_only=True)
class House:
    """A running server with a database that tests put their meetings into."""

    served: Served
    data: Path
    log: Path
    database: Database

    def draft(self, source: str = DEFINITION) -> Meeting:
        """A meeting whose doors are shut, with two moderators and a big screen."""
        gathering = gather(self.data, source, database=self.database)
        gathering.trust(BIG_SCREEN, role="stage")
        return self._meeting(gathering)

    def lobby(self, source: str = DEFINITION) -> Meeting:
        """A meeting that people may wait for."""
        meeting = self.draft(source)
        meeting.host("open_doors")
        return meeting

    def live(self, *people: Person, source: str = DEFINITION) -> Meeting:
        """A meeting in its first step; people are in it already."""
        meeting = self.lobby(source)
        meeting.gathering.admit(*people)
        meeting.host("start_session")
        return meeting

    def _meeting(self, gathering: Gathering) -> Meeting:
        return Meeting(gathering=gathering, served=self.served, data=self.data, log=self.log)


@contextmanager
def keeping_house(folder: Path, **settings: str) -> Iterator[House]:
    """A house in a folder of its own; settings may be given."""
    data, log = folder / "data", folder / "log"
    data.mkdir(exist_ok=True)
    with log.open("a") as lines, serving(data, log=lines, **{**QUICK, **settings}) as served:
        database = Database(f"sqlite:///{data / 'facilitator.db'}")
        try:
            yield House(served=served, data=data, log=log, database=database)
        finally:
            database.dispose()
