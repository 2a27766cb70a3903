"""Editing the questions that a step owns."""

from collections.abc import Sequence

from facilitator.domain.definition import PollDefinition
from facilitator.domain.edits import need_only_wider, need_removable, need_room_to_edit
from facilitator.domain.events import AgendaMoved, PollChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import Option, Poll
from facilitator.domain.sessions import Session
from facilitator.services import sessions as building
from facilitator.services.access import access_item, access_poll, access_session
from facilitator.services.editing import shapes
from facilitator.services.editing.merging import given, hold, kept, merged, place
from facilitator.services.editing.traces import with_traces
from facilitator.services.outcome import Outcome
from facilitator.storage import polls
from facilitator.storage.database import Work


def add_poll(work: Work, actor: Actor, command: shapes.AddPoll) -> Outcome:
    """Put a new question at the end of a step."""
    session, item = access_session(work, actor), access_item(work, actor, command.item_id)
    need_room_to_edit(session)
    poll = building.add_poll(work, session, item.id, command.poll, len(_of_step(work, session, item.id)))
    hold(work, session)
    _announce(work, poll)
    return Outcome(what=poll.title, made={"poll_id": str(poll.id)})


def edit_poll(work: Work, actor: Actor, command: shapes.EditPoll) -> Outcome:
    """Change a question; once people could answer it, nothing is taken away from it."""
    session, poll = access_session(work, actor), access_poll(work, actor, command.poll_id)
    wanted = merged(building.definition_of_poll(poll), given(command, "poll_id"))
    options: Sequence[Option | None] = poll.options
    if command.options is not None:
        options = kept(poll.options, [option.id for option in command.options])
    if is_settled(work, session, poll):
        need_only_wider(poll, wanted, [option.id for option in options if option])
    _write(session, poll, wanted, options)
    hold(work, session)
    work.announce(PollChanged(poll_id=poll.id))
    return Outcome(what=poll.title)


def move_poll(work: Work, actor: Actor, command: shapes.MovePoll) -> Outcome:
    """Move a question to another place of the same or another step."""
    session, poll = access_session(work, actor), access_poll(work, actor, command.poll_id)
    item = access_item(work, actor, command.item_id)
    need_room_to_edit(session)
    poll.item_id = item.id
    work.orm.flush()
    place(_of_step(work, session, item.id), poll, command.position)
    hold(work, session)
    _announce(work, poll)
    return Outcome(what=poll.title)


def remove_poll(work: Work, actor: Actor, command: shapes.RemovePoll) -> Outcome:
    """Remove a question that is not open and in which nobody left anything."""
    session, poll = access_session(work, actor), access_poll(work, actor, command.poll_id)
    need_room_to_edit(session)
    need_removable(poll, has_traces=bool(with_traces(work, [poll.id])))
    _announce(work, poll)
    polls.remove(work, poll)
    return Outcome(what=poll.title)


def is_settled(work: Work, session: Session, poll: Poll) -> bool:
    """Whether people can answer a question, have answered it, or could have."""
    return session.state == "ended" or poll.state == "open" or bool(with_traces(work, [poll.id]))


def _write(session: Session, poll: Poll, wanted: PollDefinition, options: Sequence[Option | None]) -> None:
    poll.kind, poll.title, poll.help = wanted.kind, wanted.title, wanted.help
    poll.min_choices, poll.max_choices, poll.has_other = wanted.min_choices, wanted.max_choices, wanted.has_other
    if wanted.labels != poll.label_set:
        poll.label_set, poll.labels = wanted.labels, list(session.label_sets.get(wanted.labels or "", []))
    poll.not_applicable, poll.max_length = wanted.not_applicable, wanted.max_length
    poll.budget, poll.axes = wanted.budget, [axis.model_dump() for axis in wanted.axes]
    written = []
    for position, (option, words) in enumerate(zip(options, wanted.options, strict=True)):
        each = option or Option(position=position, text=words.text)
        each.position, each.text, each.type = position, words.text, words.type
        written.append(each)
    poll.options = written


def _of_step(work: Work, session: Session, item_id: int) -> Sequence[Poll]:
    return [poll for poll in polls.list_of(work, session.id) if poll.item_id == item_id]


def _announce(work: Work, poll: Poll) -> None:
    work.announce(AgendaMoved())
    work.announce(PollChanged(poll_id=poll.id))
