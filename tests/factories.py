"""Makes what tests stand on: a migrated database, a stored session, and people who act in it.

```
gathering = gather(tmp_path)
gathering.go_live()
gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("barriers").id)
gathering.answer(ELENA, "barriers", "Care", other="Night shifts")
gathering.end()
```
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board, Post
from facilitator.domain.codes import hashed
from facilitator.domain.definition import SessionDefinition
from facilitator.domain.people import LinkRole, Organiser
from facilitator.domain.permissions import Actor
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.poll import Poll
from facilitator.domain.questions import Question
from facilitator.domain.sessions import Session
from facilitator.presenters.payloads import State
from facilitator.services import dispatch, joining, links, templates
from facilitator.services.access import access_actor
from facilitator.services.dispatch import Done
from facilitator.services.sessions import create
from facilitator.services.state import read_state
from facilitator.services.tickets import LinkTicket, OrganiserTicket, ParticipantTicket, Ticket
from facilitator.storage import boards, people, polls, questions, sessions
from facilitator.storage.database import Database, Work
from tests.cast import HOSTS, NADIA, PARTICIPANTS, Person
from tests.databases import FILE, lay_down, new_database

T = TypeVar("T")

DEFINITION = """
format: 1
title: Balance in training
organiser: Skills for all
language: en
timezone: Europe/Brussels
groups:
  - {key: trade-union, title: Trade union}
  - {key: employment-service, title: Employment service}
  - {key: training-provider, title: Training provider}
  - {key: large-employer, title: Large employer}
references:
  - {title: European Skills Agenda, note: Twelve actions on skills.}
facts:
  - {text: Few ICT specialists are women., source: Women in Digital}
label_sets:
  progress: [Not yet, Talked about, Planned, Done]
agenda:
  - kind: welcome
    title: Welcome
    minutes: 5
    notes: Say hello to late comers too.
    polls:
      - {kind: single, title: How do you work, options: [Alone, In a team], has_other: true}
      - {kind: scale, title: How far are you, labels: progress, not_applicable: Not for us}
  - kind: poll
    title: Barriers
    minutes: 10
    polls:
      - kind: multiple
        title: Which barriers matter
        max_choices: 3
        has_other: true
        options:
          - {text: Care, type: challenge}
          - {text: Cost, type: challenge}
          - {text: Shifts, type: challenge}
      - {kind: text, title: In your own words, max_length: 200}
  - {kind: break, title: Break, minutes: 5}
  - kind: board
    title: Cooperation
    minutes: 15
    boards:
      - title: How can we work together
        columns:
          - {title: Offer, type: offer}
          - {title: Ask, type: ask}
          - {title: Idea, type: idea}
  - {kind: close, title: Close, minutes: 5}
"""
"""One session with every kind of question and a board, small enough to hold in the head."""

POLLS = {"way": "How do you work", "progress": "How far are you", "barriers": "Which barriers matter"}
POLLS["words"] = "In your own words"
"""Short names of its questions."""

_numbers = count(1)


def definition(source: str = DEFINITION) -> SessionDefinition:
    """A definition from YAML."""
    return templates.load(source)


@dataclass(kw_only=True)
class Gathering:
    """One stored session, and the tickets of those who are in it."""

    database: Database
    session_id: int
    public_id: str
    code: str
    tickets: dict[Person, Ticket] = field(default_factory=dict)
    tokens: dict[Person, str] = field(default_factory=dict)

    def read(self, question: Callable[[Work], T]) -> T:
        """Ask the database something."""
        with self.database.reading() as work:
            return question(work)

    def write(self, act: Callable[[Work], T]) -> T:
        """Change the database past the command path."""
        with self.database.writing() as work:
            return act(work)

    def actor(self, person: Person) -> Actor:
        """Who a person is to the services, now."""
        return self.read(lambda work: access_actor(work, self.tickets[person]))

    def state(self, person: Person, since: int | None = None) -> State:
        """What a person's browser would hold."""
        return self.read(lambda work: read_state(work, access_actor(work, self.tickets[person]), since))

    def session(self) -> Session:
        """The session as it is stored."""
        session = self.read(lambda work: sessions.find(work, self.session_id))
        assert session is not None
        return session

    def items(self) -> Sequence[AgendaItem]:
        """The steps in order."""
        return self.read(lambda work: sessions.agenda(work, self.session_id))

    def poll(self, name: str) -> Poll:
        """A question by its short name or its title."""
        return next(poll for poll in self.polls() if poll.title == POLLS.get(name, name))

    def polls(self) -> Sequence[Poll]:
        """All questions, those made in the session too."""
        return self.read(lambda work: polls.list_of(work, self.session_id))

    def board(self, title: str = "") -> Board:
        """The first board, or the one with this title."""
        found = self.read(lambda work: boards.list_of(work, self.session_id))
        return next(board for board in found if title in {"", board.title})

    def post(self, text: str) -> Post:
        """The idea that says so."""
        found = self.read(lambda work: boards.posts_since(work, self.session_id, -1))
        return next(post for post, _ in found if post.text == text)

    def admit(self, *newcomers: Person) -> None:
        """Let people in by the code; each keeps the ticket they got."""
        for person in newcomers:
            self.tokens[person] = self.write(partial(_join, gathering=self, person=person))
            self.tickets[person] = ParticipantTicket(hashed(self.tokens[person].removeprefix("p.")))

    def trust(self, *guests: Person, role: LinkRole = "moderator", item_id: int | None = None) -> None:
        """Give people a personal link; a speaker's may be for a step."""
        for guest in guests:
            self.tokens[guest] = self.write(partial(_link, gathering=self, guest=guest, role=role, item_id=item_id))
            link = self.read(partial(people.find_link_by_token, token_hash=hashed(self.tokens[guest])))
            assert link is not None
            self.tickets[guest] = LinkTicket(link.id)

    def send(self, person: Person, name: str, /, *, op_id: str = "", **args: Any) -> Done:  # noqa: ANN401
        """Send a command down the one command path, each with a number of its own."""
        order = dispatch.parse({"op_id": op_id or f"op-{next(_numbers):016d}", "name": name, "args": args})
        return self.write(lambda work: dispatch.perform(work, self.tickets[person], order))

    def steer(self, host: Person, name: str, /, **args: Any) -> Done:  # noqa: ANN401
        """Send a moderator's command with the version that is the latest at this moment."""
        return self.send(host, name, **args, version=self.version_of(args))

    def answer(self, person: Person, poll: str, *labels: str, other: str | None = None) -> Done:
        """Answer a question in words: labels of options, the step of a scale, or a text."""
        asked = self.poll(poll)
        return self.send(person, "respond", poll_id=asked.id, answer=answer_in_words(asked, person, labels, other))

    def question(self, text: str) -> Question:
        """The question to the speakers that says so."""
        found = self.read(lambda work: questions.since(work, self.session_id, -1))
        return next(question for question, _ in found if question.text == text)

    def ask(self, person: Person, text: str) -> Question:
        """Ask the speakers."""
        self.send(person, "ask_question", text=text, language=person.language)
        return self.question(text)

    def suggest(self, person: Person, column: str, text: str) -> Post:
        """Send an idea to a column of the board."""
        board = self.board()
        column_id = next(each.id for each in board.columns if each.title == column)
        words = {"text": text, "language": person.language}
        self.send(person, "send_post", board_id=board.id, column_id=column_id, **words)
        return self.post(text)

    def go_live(self, host: Person | None = None) -> None:
        """Open the doors and start."""
        by = host or HOSTS[0]
        self.steer(by, "open_doors")
        self.admit(*(person for person in PARTICIPANTS if person not in self.tickets))
        self.steer(by, "start_session")

    def end(self, host: Person | None = None) -> None:
        """End for everybody."""
        self.steer(host or HOSTS[0], "end_session", confirm="END")

    def version_of(self, args: dict[str, Any]) -> int:
        """The latest version of what a moderator's command is about."""
        if "poll_id" in args:
            found = self.read(lambda work: polls.find(work, self.session_id, args["poll_id"]))
            return found.version if found else 0
        if "board_id" in args:
            return self.board().version
        if "post_id" in args:
            post = self.read(lambda work: boards.find_post(work, self.session_id, args["post_id"]))
            return post.version if post else 0
        if "question_id" in args:
            question = self.read(lambda work: questions.find(work, self.session_id, args["question_id"]))
            return question.version if question else 0
        return self.session().version


def gather(folder: Path, source: str = DEFINITION, *, database: Database | None = None) -> Gathering:
    """A new draft session of Nadia's, with Maria and Anders as its moderators; nobody else is in.

    Without a database it gets one of its own, a copy of one that was prepared for this source.
    """
    if database:
        return _gather(database, source)
    stored, prepared = _gathered(source)
    tickets, tokens = dict(prepared.tickets), dict(prepared.tokens)
    return replace(prepared, database=lay_down(folder, stored), tickets=tickets, tokens=tokens)


@cache
def _gathered(source: str) -> tuple[bytes, Gathering]:
    with tempfile.TemporaryDirectory() as folder:
        made = _gather(new_database(Path(folder)), source)
        made.database.dispose()
        return (Path(folder) / FILE).read_bytes(), made


def _gather(database: Database, source: str) -> Gathering:
    with database.writing() as work:
        owner = people.find_organiser_by_email(work, "nadia@example.org")
        if owner is None:
            owner = Organiser(email="nadia@example.org", name=NADIA.name, created_at=work.now)
            people.put_organiser(work, owner)
        session = create(work, definition(source), owner_id=owner.id, start=None, keep_days=180)
        made = Gathering(database=database, session_id=session.id, public_id=session.public_id, code=session.code)
        made.tickets[NADIA] = OrganiserTicket(owner.id, owner.sign_in_epoch, session.id)
    made.trust(*HOSTS)
    return made


def _join(work: Work, gathering: Gathering, person: Person) -> str:
    groups = {group.key: group.id for group in gathering.session().groups}
    group_id = groups[person.group] if person.group else None
    wish = {"code": gathering.code, "group_id": group_id, "name": person.name, "language": person.language}
    return joining.join(work, joining.parse(wish))["ticket"]


def _link(work: Work, gathering: Gathering, guest: Person, role: LinkRole, item_id: int | None) -> str:
    session = sessions.find(work, gathering.session_id)
    assert session is not None
    return links.make_link(work, session, role, guest.name, item_id=item_id)


def _rated(label: str, by_label: Mapping[str, int]) -> dict[str, Any]:
    """`Care 3` gives it three points, `Care 5 2` a step on each of two axes."""
    words = label.split()
    steps = [int(word) for word in words if word.isdecimal()]
    option = " ".join(word for word in words if not word.isdecimal())
    return {"option_id": by_label[option], "value": steps[0], "second": steps[1] if len(steps) > 1 else None}


def _transferred(labels: Sequence[str], _: object, person: Person) -> dict[str, Any]:
    first, second, needs = (*labels, "")[:3]
    asks = KINDS["transfer"].asks
    value, other = asks[0].labels.index(first) + 1, asks[1].labels.index(second) + 1
    return {"kind": "transfer", "value": value, "second": other, "text": needs, "language": person.language}


WORDED: dict[str, Callable[[Sequence[str], Mapping[str, int], Person], dict[str, Any]]] = {
    "ranking": lambda labels, ids, _: {"kind": "ranking", "option_ids": [ids[label] for label in labels]},
    "points": lambda labels, ids, _: {"kind": "points", "picks": [_rated(label, ids) for label in labels]},
    "axes": lambda labels, ids, _: {"kind": "axes", "picks": [_rated(label, ids) for label in labels]},
    "words": lambda labels, _, person: {"kind": "words", "terms": [*labels], "language": person.language},
    "transfer": _transferred,
}
"""How each of these kinds is answered in words."""


def answer_in_words(poll: Poll, person: Person, labels: Sequence[str], other: str | None) -> dict[str, Any]:
    """What `respond` wants for an answer that is given in words: labels of options, of a step, or a text."""
    if poll.kind == "text":
        return {"kind": "text", "text": labels[0], "language": person.language}
    if poll.kind == "scale":
        applies = labels[0] != poll.not_applicable
        value = poll.labels.index(labels[0]) + 1 if applies else None
        return {"kind": "scale", "value": value, "not_applicable": not applies}
    by_label = {option.text: option.id for option in poll.options}
    if poll.kind in WORDED:
        return WORDED[poll.kind](labels, by_label, person)
    return {"kind": "choice", "option_ids": [by_label[label] for label in labels], "other_text": other}
