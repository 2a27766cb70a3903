"""What an organiser does with sessions as a whole: look, make, copy, invite, erase. Editing is in `editing`."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from facilitator.domain.agenda import AgendaItem, planned_starts
from facilitator.domain.boards import Board
from facilitator.domain.definition import SessionDefinition
from facilitator.domain.errors import NotFound, NotLive, OpReused
from facilitator.domain.events import ActDone
from facilitator.domain.people import Link, LinkRole, Organiser
from facilitator.domain.polls.poll import Poll
from facilitator.domain.records import Act, DoneOp
from facilitator.domain.sessions import Session
from facilitator.services import links
from facilitator.services import sessions as building
from facilitator.services.access import access_owned_session
from facilitator.services.editing.traces import with_traces
from facilitator.storage import boards, people, polls, records, sessions
from facilitator.storage.database import Work

TITLE_LIMIT = 200
COPY = " (copy)"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A session in the list, with how long it is planned to take and how many people joined."""

    session: Session
    minutes: int
    people: int


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of the agenda with what it owns, and when it is planned to begin."""

    item: AgendaItem
    starts_at: datetime
    polls: Sequence[Poll]
    boards: Sequence[Board]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A session as its organiser edits it. `answers` counts people for each poll, `ideas` for each board.

    In the polls `with_traces` people left something, be it that a host put it aside.
    """

    session: Session
    steps: Sequence[Step]
    answers: Mapping[int, int]
    with_traces: Collection[int]
    ideas: Mapping[int, int]
    joined: int

    @property
    def minutes(self) -> int:
        """How long the agenda is planned to take."""
        return sum(step.item.minutes for step in self.steps)

    def is_settled(self, poll: Poll) -> bool:
        """Whether people can answer a question, have answered it, or could have: then nothing is taken away."""
        return self.session.state == "ended" or poll.state == "open" or poll.id in self.with_traces

    def step(self, item_id: int) -> Step:
        """One step. Raises NotFound."""
        for step in self.steps:
            if step.item.id == item_id:
                return step
        raise NotFound

    def poll(self, poll_id: int) -> Poll:
        """One question. Raises NotFound."""
        for step in self.steps:
            for poll in step.polls:
                if poll.id == poll_id:
                    return poll
        raise NotFound

    def board(self, board_id: int) -> Board:
        """One board. Raises NotFound."""
        for step in self.steps:
            for board in step.boards:
                if board.id == board_id:
                    return board
        raise NotFound


def list_sessions(work: Work, organiser_id: int) -> Sequence[Listed]:
    """An organiser's sessions, the latest first."""
    found = sessions.list_owned(work, organiser_id)
    ids = [session.id for session in found]
    minutes, joined = sessions.minutes_of(work, ids), people.count_by_session(work, ids)
    return [Listed(session=each, minutes=minutes.get(each.id, 0), people=joined[each.id]) for each in found]


def look(work: Work, organiser_id: int, public_id: str) -> Plan:
    """An own session with its whole agenda. Raises NotFound."""
    session = access_owned_session(work, organiser_id, public_id)
    items = sessions.agenda(work, session.id)
    all_polls, all_boards = polls.list_of(work, session.id), boards.list_of(work, session.id)
    counts = boards.counts(work, [board.id for board in all_boards])
    starts = planned_starts(items, session.planned_start_at)
    ids = [poll.id for poll in all_polls]
    return Plan(
        session=session,
        steps=[
            Step(
                item=item,
                starts_at=starts_at,
                polls=[poll for poll in all_polls if poll.item_id == item.id and not poll.was_made_live],
                boards=[board for board in all_boards if board.item_id == item.id],
            )
            for item, starts_at in zip(items, starts, strict=True)
        ],
        answers=polls.count_answers(work, ids),
        with_traces=with_traces(work, ids),
        ideas={board_id: count.ideas for board_id, count in counts.items()},
        joined=people.count_participants(work, session.id),
    )


def make(
    work: Work, organiser_id: int, op_id: str, definition: SessionDefinition, *, start: datetime | None, keep_days: int
) -> Session:
    """A new draft session. The same wish sent twice makes one session."""
    wish = hashlib.sha256(f"{definition.model_dump_json()}/{start}".encode()).hexdigest()
    key = f"o{organiser_id}"
    before = records.find_op(work, key, op_id)
    if before is not None:
        made = sessions.find(work, before.session_id)
        if before.fingerprint != wish or made is None:
            raise OpReused
        return made
    session = building.create(work, definition, owner_id=organiser_id, start=start, keep_days=keep_days)
    done = DoneOp(
        actor=key, op_id=op_id, session_id=session.id, fingerprint=wish, reply={"made": session.id}, done_at=work.now
    )
    records.put_op(work, done)
    return session


def duplicate(work: Work, organiser_id: int, public_id: str, op_id: str, *, keep_days: int) -> Session:
    """A new draft with the same definition, and nothing of what happened."""
    definition = building.definition_of(work, access_owned_session(work, organiser_id, public_id))
    copy = definition.model_copy(update={"title": definition.title[: TITLE_LIMIT - len(COPY)] + COPY})
    return make(work, organiser_id, op_id, copy, start=None, keep_days=keep_days)


def list_links(work: Work, organiser_id: int, public_id: str) -> Sequence[Link]:
    """The personal links of an own session, revoked ones too."""
    return people.list_links(work, access_owned_session(work, organiser_id, public_id).id)


def make_link(
    work: Work, organiser: Organiser, public_id: str, role: LinkRole, name: str, *, item_id: int | None = None
) -> str:
    """A new personal link; only a speaker's is for a step. Returns its token, which cannot be read again."""
    session = access_owned_session(work, organiser.id, public_id)
    if item_id is not None and item_id not in {item.id for item in sessions.agenda(work, session.id)}:
        raise NotFound("This step is not in the agenda any more. Nothing was changed. Choose another one.")
    token = links.make_link(work, session, role, name, item_id=item_id if role == "speaker" else None)
    _log(work, session, organiser, "make_link", name.strip())
    return token


def revoke_link(work: Work, organiser: Organiser, public_id: str, link_id: int) -> Link:
    """Take a personal link back; revoking it twice changes nothing."""
    session = access_owned_session(work, organiser.id, public_id)
    link = people.find_link(work, link_id)
    if link is None or link.session_id != session.id:
        raise NotFound
    if link.revoked_at is None:
        links.revoke(work, organiser.id, public_id, link_id)
        _log(work, session, organiser, "revoke_link", link.name)
    return link


def erase(work: Work, organiser_id: int, public_id: str) -> str:
    """Delete an own session with everything in it, unless it is live. Returns its title."""
    session = access_owned_session(work, organiser_id, public_id)
    if session.state == "live":
        raise NotLive("The session is live. Nothing was deleted. End it in the control room first.")
    building.erase(work, organiser_id, public_id)
    return session.title


def _log(work: Work, session: Session, organiser: Organiser, act: str, what: str) -> None:
    """Write a line into the log of acts, as a change of its own that browsers learn of within a second."""
    session.rev += 1
    records.put_act(
        work,
        Act(
            session_id=session.id,
            at=work.now,
            by=session.called(organiser.name),
            act=act,
            what=what[:200],
            rev=session.rev,
        ),
    )
    records.stamp_topics(work, session.id, ActDone().topics(), session.rev)
