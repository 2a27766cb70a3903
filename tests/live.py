"""A gathering behind a real server: another process, real sockets, a real database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator.demo.server import Served, serving
from facilitator.services.tickets import LinkTicket, Tickets
from facilitator.vault import open_vault
from tests.cast import Person
from tests.factories import Gathering, gather
from tests.wire import Json, RawSocket, post


@dataclass(frozen=True, kw_only=True)
class Live:
    """A served gathering. `log` is the file that the server's log lines go to."""

    gathering: Gathering
    served: Served
    data: Path
    log: Path

    def ticket(self, person: Person) -> str:
        """What a person's browser says to show who it is."""
        claim = self.gathering.tickets[person]
        if isinstance(claim, LinkTicket):
            return Tickets(open_vault(self.data).key("tickets")).for_link(claim.link_id)
        return self.gathering.tokens[person]

    def socket(self, person: Person) -> RawSocket:
        """A person's socket, connected."""
        return RawSocket(self.served.base, self.ticket(person))

    def act_over_http(self, person: Person, body: bytes | str) -> tuple[int, Json]:
        """Any body as a person's command over HTTP."""
        return post(self.served.base, "/api/act", self.ticket(person), body)

    def log_lines(self) -> list[str]:
        """What the server has logged so far."""
        return self.log.read_text().splitlines()


@contextmanager
def living(folder: Path, **settings: str) -> Iterator[Live]:
    """A live session on a running server with short windows; more settings may be given."""
    data, log = folder / "data", folder / "log"
    data.mkdir()
    gathering = gather(data)
    gathering.go_live()
    quick = {"window_ms": "50", "small_room": "0", "log_level": "info", "rates": "100"}
    with log.open("w") as lines, serving(data, log=lines, **{**quick, **settings}) as served:
        yield Live(gathering=gathering, served=served, data=data, log=log)
    gathering.database.dispose()
