"""The two hours, at speed: everybody's part, in the order in which it happens."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random

from facilitator.demo.host import Host
from facilitator.demo.ledger import Ledger
from facilitator.demo.people import Person
from facilitator.demo.server import Served
from facilitator.demo.wire import Json

LATE_SHARE = 8
CUT = 3
RELOADS = 2


@dataclass(kw_only=True)
class Story:
    """One played session; afterwards `ledger` holds the books and `decided` what the host did with ideas."""

    served: Served
    people: int
    seed: int
    ledger: Ledger = field(default_factory=Ledger)
    decided: dict[int, str] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    pinned: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)  # noqa: S311  repeatable, not secret
        self._pool = ThreadPoolExecutor(max_workers=min(64, self.people))
        self.host = Host(self.served.base, self.served.moderator_token)
        self.stage = Host(self.served.base, self.served.stage_token)
        self._everybody = [
            Person(self.served.base, self.served.code, number, self.ledger, self.seed) for number in range(self.people)
        ]
        late = max(1, self.people // LATE_SHARE)
        self._late, self._here = self._everybody[:late], self._everybody[late:]

    def play(self) -> None:
        """From the lobby to the end."""
        self._let_in(self._here)
        self.host.run("start_session")
        items = self.host.topic("agenda")["items"]
        for number, item in enumerate(items):
            if number:
                self.host.run("go_to_item", item_id=item["id"])
            if number == len(items) // 3:
                self._let_in(self._late)
                self._here = self._everybody
            for poll_id in item["poll_ids"]:
                self._ask(poll_id)
            for board_id in item["board_ids"]:
                self._collect(board_id)
        self.host.run("add_minutes", item_id=items[-1]["id"], minutes=1)
        self.host.run("end_session", confirm="END")
        self._together(lambda person: person.wire.wait_until(_is_over), self._everybody)

    def leave(self) -> None:
        """Everybody closes the page."""
        self._together(lambda person: person.wire.drop(), self._everybody)
        self.host.wire.drop()
        self.stage.wire.drop()
        self._pool.shutdown()

    def _let_in(self, people: Iterable[Person]) -> None:
        groups = self.host.topic("session")["groups"]
        self._together(lambda person: person.join(groups), people)

    def _ask(self, poll_id: int) -> None:
        self.host.poll("open_poll", poll_id)
        poll = self.host.topic(f"poll:{poll_id}")
        cut = self._here[:CUT]
        for person in cut:
            person.wire.drop()
        self._together(lambda person: person.respond(poll), self._here)
        reloading = self._chance.sample(self._here[CUT:], RELOADS)
        self._together(lambda person: person.reload(), [*cut, *reloading])
        self.host.poll("close_poll", poll_id)
        for audience in ("stage", "phones"):
            self.host.poll("show_results", poll_id, to=audience, shown=True)
        self.stage.wire.wait_until(lambda state: _has_results(state, poll_id))

    def _collect(self, board_id: int) -> None:
        self.host.board("open_board", board_id)
        board = self.host.topic(f"board:{board_id}")
        self._together(lambda person: person.write(board), self._here)
        written = [post_id for post_id, idea in self.ledger.ideas.items() if idea.board_id == board_id]
        self.host.wire.wait_until(lambda state: {str(post) for post in written} <= set(state["posts"]))
        for post_id in sorted(written):
            self._decide(post_id, board)
        self.host.board("reveal_board", board_id, revealed=True)
        shown = [post_id for post_id in written if self.decided[post_id] == "approved"]
        self._together(lambda person: person.wire.wait_until(_sees(shown)), self._here)
        self._together(lambda person: person.support(shown), self._here)
        self.host.board("close_board", board_id)

    def _decide(self, post_id: int, board: Json) -> None:
        lot = self._chance.random()
        state = "declined" if lot < 1 / 12 else "hidden" if lot < 1 / 6 else "approved"
        self.host.post("review_post", post_id, state=state)
        self.decided[post_id] = state
        if state == "approved" and lot > 0.9:  # noqa: PLR2004  one in ten
            self.host.post("pin_post", post_id, pinned=True)
            self.pinned.add(post_id)
        if state == "approved" and lot < 1 / 4:
            self.moved[post_id] = self._chance.choice(board["columns"])["id"]
            self.host.post("move_post", post_id, column_id=self.moved[post_id])

    def _together(self, part: Callable[[Person], None], people: Iterable[Person]) -> None:
        """Everybody at once; the first failure is raised."""
        for done in [self._pool.submit(part, person) for person in people]:
            done.result()


def _is_over(state: Json) -> bool:
    return bool(state) and state["topics"]["session"]["state"] == "ended"


def _has_results(state: Json, poll_id: int) -> bool:
    return state["topics"].get(f"poll:{poll_id}", {}).get("results") is not None


def _sees(post_ids: list[int]) -> Callable[[Json], bool]:
    return lambda state: {str(post_id) for post_id in post_ids} <= set(state["posts"])
