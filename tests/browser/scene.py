"""Forty people in the second hour of the shipped session, for pictures: the steps before took their minutes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from facilitator.demo.people import IDEAS
from facilitator.demo.server import Served, serving
from facilitator.demo.wire import Wire
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.poll import Poll
from facilitator.paths import library
from facilitator.storage.database import Database, Work
from facilitator.storage.migrate import migrate
from tests.browser.house import QUICK
from tests.cast import BIG_SCREEN, Person
from tests.factories import Gathering, answer_in_words, gather

TEMPLATE: Final = "peer-learning-gender-balance.yaml"
MARIA: Final = Person(name="Maria")
PEOPLE: Final = 40
RUNNING: Final = timedelta(minutes=71.6)
"""How long the session has been running when the pictures begin."""
HOUR: Final = 14
"""The hour of its start, in a time zone that makes it so."""

WEIGHTS: Final = (15, 12, 9, 4, 13, 3, 8, 2, 1, 10, 5, 2, 1, 3, 2, 6, 1, 2, 1, 1, 1, 2)
STEPS: Final = (3, 9, 13, 10, 4)
"""How much options and steps weigh with these people."""
FACTORS: Final = "What has worked for you?"


class EarlierDatabase(Database):
    """A database in which it is as late as somebody says."""

    now: datetime = datetime.now(UTC)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A unit of work that counts as done at `now`."""
        with super().writing() as work:
            work.now = self.now
            yield work


@dataclass(kw_only=True)
class Past:
    """Tells what happened so far, minute by minute."""

    gathering: Gathering
    database: EarlierDatabase
    start: datetime
    people: list[Person] = field(default_factory=list)
    chance: Random = field(default_factory=lambda: Random(7))  # noqa: S311  repeatable, not secret

    def at(self, minute: float) -> None:
        """Go to a minute of the session."""
        self.database.now = self.start + timedelta(minutes=minute)

    def host(self, name: str, **args: object) -> None:
        """An act of Maria's."""
        self.gathering.steer(MARIA, name, **args)

    def step(self, number: int, minute: float) -> None:
        """Go on to a step, counted from 0."""
        self.at(minute)
        self.host("go_to_item", item_id=self.gathering.items()[number].id)

    def ask(self, title: str, minute: float, *, of: float = 1.0) -> None:
        """A question is opened, answered by a part of the people, closed and shown."""
        self.at(minute)
        poll = self.gathering.poll(title)
        self.host("open_poll", poll_id=poll.id)
        for person in self.people:
            if self.chance.random() < of:
                self.gathering.answer(person, title, *self.answer(poll, person))
        self.at(minute + 2)
        self.host("close_poll", poll_id=poll.id)
        for audience in ("stage", "phones"):
            self.host("show_results", poll_id=poll.id, to=audience, shown=True)

    def answer(self, poll: Poll, person: Person) -> Sequence[str]:
        """What a person would say."""
        if poll.kind in {"text", "transfer"}:
            asks = KINDS[poll.kind].asks[:2]
            return [
                *(self.chance.choice(ask.labels) for ask in asks),
                next(text for language, text in IDEAS if language == person.language),
            ]
        if poll.kind == "scale":
            return self.chance.choices(poll.labels, STEPS[: len(poll.labels)])
        options = [option.text for option in poll.options]
        if poll.kind == "axes":
            rated = self.chance.sample(list(enumerate(options)), 4)
            return [f"{text} {self._step(at % 4)} {self._step((3 * at + 1) % 5)}" for at, text in rated]
        if poll.kind == "single":
            return self.chance.choices(options, [1 + place % 5 for place in range(len(options))])
        most = min(poll.max_choices, self.chance.randint(2, 5))
        return sorted(set(self.chance.choices(options, WEIGHTS[: len(options)], k=most)))

    def _step(self, about: int) -> int:
        """A step of an axis near the one that most people choose."""
        return min(5, max(1, about + self.chance.choice((0, 1, 1, 2))))


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The room at this moment. The crowd is connected; the last of the people has a page instead."""

    served: Served
    timezone: str
    past: Past
    crowd: dict[Person, Wire]

    @property
    def code(self) -> str:
        """The code that people type."""
        return self.past.gathering.code

    def token(self, person: Person) -> str:
        """The token of a personal link, or the ticket of a participant."""
        return self.past.gathering.tokens[person]

    def answer(self, title: str, count: int) -> None:
        """So many of the crowd answer a question."""
        poll = self.past.gathering.poll(title)
        for person, wire in list(self.crowd.items())[:count]:
            answer = answer_in_words(poll, person, self.past.answer(poll, person), None)
            assert wire.act("respond", poll_id=poll.id, answer=answer)["ok"]

    def suggest(self, ideas: Sequence[tuple[str, str, str]]) -> None:
        """The crowd has ideas, each a column, a language and a text."""
        board = self.past.gathering.board()
        columns = {column.title: column.id for column in board.columns}
        for (column, language, text), wire in zip(ideas, self.crowd.values(), strict=False):
            words = {"column_id": columns[column], "text": text, "language": language}
            assert wire.act("send_post", board_id=board.id, **words)["ok"]

    def support(self, text: str, count: int) -> None:
        """So many of the crowd support an idea."""
        post_id = self.past.gathering.post(text).id
        for wire in list(self.crowd.values())[:count]:
            assert wire.act("support_post", post_id=post_id, supported=True)["ok"]


def _zone(start: datetime) -> str:
    """A time zone in which the session starts in the early afternoon."""
    ahead = (HOUR - start.hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"


def _tell(folder: Path, start: datetime, zone: str) -> Past:
    """The first hour, in the database of a folder."""
    database = EarlierDatabase(f"sqlite:///{folder / 'facilitator.db'}")
    migrate(database)
    planned = start - timedelta(minutes=start.minute % 5, seconds=start.second)
    source = (library() / TEMPLATE).read_text("utf-8")
    source = source.replace("timezone: Europe/Brussels\n", f"timezone: {zone}\nstart: {planned.isoformat()}\n")
    past = Past(gathering=gather(folder, source, database=database), database=database, start=start)
    past.gathering.trust(MARIA)
    past.gathering.trust(BIG_SCREEN, role="stage")
    past.at(-6)
    past.host("open_doors")
    groups = [group.key for group in past.gathering.session().groups]
    languages = [language for language, _ in IDEAS]
    past.people = [
        Person(name=f"Person {number}", language=languages[number % len(languages)], group=groups[number % len(groups)])
        for number in range(PEOPLE)
    ]
    past.at(-4)
    past.gathering.admit(*past.people)
    past.at(0)
    past.host("start_session")
    _tell_steps(past)
    return past


def _tell_steps(past: Past) -> None:
    past.ask("Which country do you work in?", 0.5)
    past.ask("What is your role?", 2)
    past.step(1, 5.5)
    past.ask("How far is your organisation with gender balance in upskilling and reskilling?", 6)
    past.step(2, 11)
    past.step(3, 27)
    past.ask("First practice: could it move to your organisation?", 35)
    past.ask("Second practice: could it move to your organisation?", 44)
    past.step(4, 47.5)
    past.ask("In your own words: what keeps women or men from taking part in training?", 48, of=0.6)
    past.ask("Which barriers matter most where you work?", 51)
    past.step(5, 60)
    past.step(6, 65.5)


@contextmanager
def setting(folder: Path) -> Iterator[Scene]:
    """The served room, with everybody but the last of the people connected."""
    start = (datetime.now(UTC) - RUNNING).replace(microsecond=0)
    zone = _zone(start)
    past = _tell(folder, start, zone)
    with serving(folder, None, **QUICK) as served, ThreadPoolExecutor(max_workers=8) as pool:
        crowd = {person: Wire(served.base, past.gathering.tokens[person]) for person in past.people[:-1]}
        for connected in [pool.submit(wire.connect) for wire in crowd.values()]:
            connected.result()
        yield Scene(served=served, timezone=zone, past=past, crowd=crowd)
        for wire in crowd.values():
            wire.drop()
    past.database.dispose()
