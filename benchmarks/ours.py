"""Our own server: `facilitator serve` on a data folder with a live session, its people already known."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from benchmarks.crowd import Act
from benchmarks.servers import Plan, Room
from facilitator.domain.base import random_id
from facilitator.domain.boards import Post
from facilitator.domain.codes import hashed
from facilitator.domain.people import Participant
from facilitator.domain.polls.poll import Response
from facilitator.services.tickets import LinkTicket, Tickets
from facilitator.vault import open_vault
from tests.cast import MARIA
from tests.factories import Gathering, gather

if TYPE_CHECKING:
    from facilitator.storage.database import Work

QUESTION, WARM_UP = "way", "barriers"
IDEA = "We can open our evening course to returners; number {} of many, in words of an ordinary length."


class Ours(Room):
    """A live session with an open question whose results everybody sees as they come."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        super().__init__(folder)
        self.command = [sys.executable, "-m", "facilitator.cli", "serve"]
        self.settings = {
            "FACILITATOR_DATA": str(folder),
            "FACILITATOR_PORT": "0",
            "FACILITATOR_SMALL_ROOM": "0",
            "FACILITATOR_LOG_LEVEL": "warning",
            **{f"FACILITATOR_{name.upper()}": value for name, value in (plan.settings or {}).items()},
        }
        self._gathering = gather(folder)
        self._gathering.go_live()
        self.code = self._gathering.code
        self.tickets = _admit(self._gathering, plan.participants)
        self._polls = {name: self._gathering.poll(name) for name in (QUESTION, WARM_UP)}
        for poll in self._polls.values():
            self._gathering.steer(MARIA, "open_poll", poll_id=poll.id)
        self._gathering.steer(MARIA, "show_results", poll_id=self._polls[QUESTION].id, to="phones", shown=True)
        if plan.posts:
            self.post_ids = _fill_board(self._gathering, plan.posts)
        self._version = self._gathering.session().version
        self._gathering.database.dispose()

    def answer(self, who: int, *, warm_up: bool = False) -> Act:
        """See Room."""
        poll = self._polls[WARM_UP if warm_up else QUESTION]
        option = poll.options[who % len(poll.options)]
        answer = {"kind": "choice", "option_ids": [option.id], "other_text": None}
        return (who, "respond", {"poll_id": poll.id, "answer": answer})

    def saved(self) -> int | None:
        """See Room."""
        query = select(func.count()).where(Response.poll_id == self._polls[QUESTION].id)
        number = self._gathering.read(lambda work: work.orm.scalar(query))
        self._gathering.database.dispose()
        return number

    def _message(self, number: int) -> dict[str, object]:
        return super()._message(self._version + number - 1)

    def _host_ticket(self) -> str:
        claim = self._gathering.tickets[MARIA]
        if not isinstance(claim, LinkTicket):
            raise TypeError(claim)
        return Tickets(open_vault(self.folder).key("tickets")).for_link(claim.link_id)


def _admit(gathering: Gathering, number: int) -> list[str]:
    """People who joined before; returns their tickets."""
    tokens = [f"{who:022d}" for who in range(number)]

    def put(work: "Work") -> None:
        work.orm.add_all(
            Participant(id=random_id(), session_id=gathering.session_id, ticket_hash=hashed(token), joined_at=work.now)
            for token in tokens
        )

    gathering.write(put)
    return [f"p.{token}" for token in tokens]


def _fill_board(gathering: Gathering, number: int) -> list[int]:
    """Approved ideas on an open board that everybody sees; returns their ids."""
    board = gathering.board()
    gathering.steer(MARIA, "open_board", board_id=board.id)
    gathering.steer(MARIA, "reveal_board", board_id=board.id, revealed=True)
    ids = [random_id() for _ in range(number)]

    def put(work: "Work") -> None:
        work.orm.add_all(
            Post(
                id=post_id,
                session_id=gathering.session_id,
                board_id=board.id,
                column_id=board.columns[place % len(board.columns)].id,
                participant_id=None,
                text=IDEA.format(place),
                language="en",
                state="approved",
                was_shown=True,
                sent_at=work.now,
                receipt="BNCH-MARK",
                rev=1,
            )
            for place, post_id in enumerate(ids)
        )

    gathering.write(put)
    return ids
