"""A state machine that plays with three questions, and a small model of what must then be true.

People join, answer, change their minds, repeat themselves, replace what may still be on its way, and come
back; a host opens, closes and reopens; the organiser removes what nobody answered; the process dies before
a commit or after it. All of it goes through the real writer, in batches.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from structlog.testing import capture_logs

from facilitator.domain.codes import receipt_of
from facilitator.domain.errors import Refusal
from facilitator.domain.polls.poll import Poll
from facilitator.services import dispatch
from facilitator.services.crowds import CROWDS
from facilitator.services.state import read_me
from facilitator.storage.database import Database, Work
from facilitator.storage.writer import Job, Writer
from tests.cast import ELENA, GIORGOS, MARIA, NADIA, SIOBHAN, Person
from tests.factories import Gathering, gather
from tests.law import Held

PEOPLE = (ELENA, GIORGOS, SIOBHAN)
LABELS = {
    "barriers": ("Care", "Cost", "Shifts"),
    "way": ("Alone", "In a team"),
    "words": ("Χρόνος", "Geld", "Time"),
}
ACTS = {"open_poll": ("ready", "open"), "close_poll": ("open", "closed"), "reopen_poll": ("closed", "open")}
GONE = "gone"
Fate = Literal["answered", "dies before the commit", "dies after the commit"]
FATES: tuple[Fate, ...] = ("answered", "answered", "answered", "dies before the commit", "dies after the commit")


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A command; `label` is the answer, `version` what the host's act builds on.

    `instead_of` says which ones it replaces, should they not be done yet; the same command may say it or not.
    """

    op_id: str
    by: Person
    name: str
    poll: str
    label: str = ""
    version: int = 0
    instead_of: tuple[str, ...] = field(default=(), compare=False)


class Model:
    """What must be true: how the questions stand, what counts, and what was done."""

    def __init__(self, rev: int, polls: Mapping[str, Poll]) -> None:
        self.rev = rev
        self.versions = {name: poll.version for name, poll in polls.items()}
        self.states: dict[str, str] = {name: poll.state for name, poll in polls.items()}
        self.answers: dict[tuple[Person, str], str] = {}
        self.done: dict[tuple[Person, str], Sent | None] = {}
        """What was done under which number; None where it never will be."""

    def take(self, sent: Sent) -> str:
        """Carry a command out if that can be; returns `ok` or the code of its refusal."""
        if (sent.by, sent.op_id) in self.done:
            known = self.done[sent.by, sent.op_id]
            return "superseded" if known is None else "ok" if known == sent else "op_reused"
        code = "not_found" if self.states[sent.poll] == GONE else self._do(sent)
        if code == "ok":
            self.done[sent.by, sent.op_id] = sent
            for op_id in sent.instead_of:
                self.done.setdefault((sent.by, op_id), None)
            self.rev += 1
        return code

    def _do(self, sent: Sent) -> str:
        does = {"respond": self._answer, "remove_poll": self._remove}
        return does.get(sent.name, self._act)(sent)

    def _remove(self, sent: Sent) -> str:
        if self.states[sent.poll] == "open" or any(asked == sent.poll for _, asked in self.answers):
            return "still_in_use"
        self.states[sent.poll] = GONE
        return "ok"

    def _answer(self, sent: Sent) -> str:
        if self.states[sent.poll] == "open":
            self.answers[sent.by, sent.poll] = sent.label
        return {"ready": "poll_not_open", "open": "ok", "closed": "poll_closed"}[self.states[sent.poll]]

    def _act(self, sent: Sent) -> str:
        before, after = ACTS[sent.name]
        if sent.version != self.versions[sent.poll]:
            return "overtaken"
        if self.states[sent.poll] != before:
            return "wrong_state"
        self.states[sent.poll] = after
        self.versions[sent.poll] += 1
        return "ok"


class Mortal(Database):
    """A database whose process dies in the middle of a commit when it is told to."""

    dies = False

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A unit of work that may come to nothing."""
        with super().writing() as work:
            yield work
            if self.dies:
                raise SystemError("killed")


class Reply:
    """Takes what the writer says."""

    def __init__(self) -> None:
        self.said: Any = None
        self.came = threading.Event()

    def give(self, value: Any) -> None:  # noqa: ANN401  whatever the job returned
        """It was done."""
        self.said = value
        self.came.set()

    def fail(self, error: BaseException) -> None:
        """It was refused."""
        self.give(error)


class PollMachine(RuleBasedStateMachine):
    """See the head of this file."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = iter(range(10**6))
        self._sent: list[Sent] = []
        self._folder = Path(tempfile.mkdtemp())
        shutil.copytree(_first().folder, self._folder, dirs_exist_ok=True)
        self._room = replace(_first().gathering, tickets=dict(_first().gathering.tickets), tokens={})
        self._open()
        self._polls = {name: self._room.poll(name) for name in LABELS}
        self._model = Model(self._room.session().rev, self._polls)
        self._held: dict[Person, Held] = {MARIA: Held(self._room.state(MARIA))}
        self.join(ELENA)

    @rule(person=st.sampled_from(PEOPLE))
    def join(self, person: Person) -> None:
        """Somebody comes in, once."""
        if person not in self._held:
            self._room.admit(person)
            self._held[person] = Held(self._room.state(person))

    @rule(data=st.data(), number=st.integers(1, 6), fate=st.sampled_from(FATES))
    def send(self, data: st.DataObject, number: int, fate: Fate) -> None:
        """Some commands come together: new ones, repeated ones, and numbers that are used again for others."""
        for _ in range(number):
            self._sent.append(self._command(data))
        batch = self._sent[-number:]
        self.what_happened("commands", number)
        outcomes = self._commit(batch, fate)
        if fate == "dies before the commit":
            return
        for sent, outcome in zip(batch, outcomes, strict=True):
            code = self._model.take(sent)
            if fate == "answered":
                assert outcome == (self._receipt(sent) if code == "ok" else code), f"{sent}: {outcome}, not {code}"

    @precondition(lambda self: self._held)
    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        """Somebody asks for what they missed, and then holds what a newcomer holds."""
        person = data.draw(st.sampled_from(sorted(self._held, key=lambda each: each.name)))
        held = self._held[person]
        held.merge(self._room.state(person, since=held.rev))
        assert held.state == Held(self._room.state(person)).state

    @invariant()
    def what_is_stored_is_what_the_model_says(self) -> None:
        """Everybody sees their own latest answer, and hosts see all of them counted."""
        self.what_happened("steps", 1)
        assert self._room.session().rev == self._model.rev
        for person in PEOPLE:
            if person in self._held:
                person_id = self._room.actor(person).participant_id or 0
                mine = self._room.read(lambda work, who=person_id: read_me(work, who))["responses"]  # type: ignore[misc]
                shown = {name: mine.get(str(poll.id)) for name, poll in self._polls.items()}
                assert {name: self._label(name, own) for name, own in shown.items() if own} == {
                    name: label for (who, name), label in self._model.answers.items() if who == person
                }
        topics: Any = self._room.state(MARIA)["topics"]
        for name, poll in self._polls.items():
            topic = topics.get(f"poll:{poll.id}")
            if self._model.states[name] == GONE:
                assert topic is None
                continue
            assert (topic["state"], topic["version"]) == (self._model.states[name], self._model.versions[name])
            labels = [label for (_, asked), label in self._model.answers.items() if asked == name]
            assert sorted(self._counted(topic)) == sorted(labels)

    def what_happened(self, what: str, number: int) -> None:
        """Told after each step; for whoever counts."""

    def teardown(self) -> None:
        """Leave nothing behind."""
        self._room.database.dispose()
        shutil.rmtree(self._folder)

    def _open(self) -> None:
        self._room.database = Mortal(f"sqlite:///{self._folder / 'facilitator.db'}")

    def _command(self, data: st.DataObject) -> Sent:
        again = data.draw(st.sampled_from(("new", "new", "new", "again", "reused"))) if self._sent else "new"
        old = data.draw(st.sampled_from(self._sent)) if again != "new" else None
        if again == "again" and old is not None:
            return old
        present = [person for person in (MARIA, *PEOPLE, *PEOPLE) if person in self._held]
        by = data.draw(st.sampled_from([*present * 4, NADIA]))
        op_id = f"machine-{next(self._numbers):016d}" if old is None else old.op_id
        poll = data.draw(st.sampled_from(sorted(LABELS)))
        if by is MARIA:
            name, version = data.draw(st.sampled_from(sorted(ACTS))), self._model.versions[poll]
            return Sent(op_id=op_id, by=by, name=name, poll=poll, version=version)
        if by is NADIA:
            return Sent(op_id=op_id, by=by, name="remove_poll", poll=poll)
        own = sorted({sent.op_id for sent in self._sent if sent.by is by})
        unsure = data.draw(st.lists(st.sampled_from(own), max_size=3, unique=True)) if own else []
        label = data.draw(st.sampled_from(LABELS[poll]))
        return Sent(op_id=op_id, by=by, name="respond", poll=poll, label=label, instead_of=tuple(unsure))

    def _commit(self, batch: Sequence[Sent], fate: Fate) -> list[str]:
        """Everything in one transaction: a first job holds the writer up until all are there."""
        database = self._room.database
        assert isinstance(database, Mortal)
        writer, is_all_there = Writer(database, lambda function: function(), 100), threading.Event()
        replies = [Reply() for _ in batch]
        with capture_logs():
            writer.submit(Job(run=lambda _: is_all_there.wait(10), reply=Reply()))
            for sent, reply in zip(batch, replies, strict=True):
                writer.submit(self._job(sent, reply))
            database.dies = fate == "dies before the commit"
            is_all_there.set()
            writer.stop()
        if fate != "answered":
            database.dispose()
            self._open()
        return [_word(reply.said) for reply in replies]

    def _job(self, sent: Sent, reply: Reply) -> Job:
        ticket = self._room.tickets[sent.by]
        envelope = {"op_id": sent.op_id, "name": sent.name, "args": self._args(sent)}
        order = dispatch.parse({**envelope, "instead_of": list(sent.instead_of)})
        return Job(
            run=lambda work: dispatch.perform(work, ticket, order),
            reply=reply,
            prepare=CROWDS.get(sent.name),
            about=(ticket, order),
        )

    def _args(self, sent: Sent) -> dict[str, Any]:
        poll = self._polls[sent.poll]
        if sent.name == "remove_poll":
            return {"poll_id": poll.id}
        if sent.name != "respond":
            return {"poll_id": poll.id, "version": sent.version}
        if poll.kind == "text":
            return {"poll_id": poll.id, "answer": {"kind": "text", "text": sent.label, "language": "el"}}
        (option_id,) = [option.id for option in poll.options if option.text == sent.label]
        return {"poll_id": poll.id, "answer": {"kind": "choice", "option_ids": [option_id], "other_text": None}}

    def _label(self, name: str, own: Any) -> str:  # noqa: ANN401  an own answer
        texts = {option.id: option.text for option in self._polls[name].options}
        return own["text"] or "".join(texts[option_id] for option_id in own["option_ids"])

    def _counted(self, topic: Any) -> list[str]:  # noqa: ANN401  a topic
        rows = [row["label"] for row in topic["results"]["rows"] for _ in range(row["count"])]
        return rows + [quote["text"] for quote in topic["results"]["quotes"]]

    def _receipt(self, sent: Sent) -> str:
        return receipt_of(sent.op_id, self._room.actor(sent.by).key)


@dataclass(frozen=True)
class _First:
    """A session as every example begins with it."""

    folder: Path
    gathering: Gathering


@cache
def _first() -> _First:
    folder = Path(tempfile.mkdtemp())
    made = gather(folder)
    made.steer(MARIA, "open_doors")
    made.steer(MARIA, "start_session")
    made.steer(MARIA, "open_poll", poll_id=made.poll("barriers").id)
    made.database.dispose()
    return _First(folder, made)


def _word(said: Any) -> str:  # noqa: ANN401  an outcome or an error
    return said.code if isinstance(said, Refusal) else str(getattr(said, "ack", {}).get("receipt", said))
