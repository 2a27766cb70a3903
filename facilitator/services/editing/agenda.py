"""Editing the steps of the agenda."""

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.edits import need_room_to_edit, need_untouched
from facilitator.domain.errors import NotLive, StillInUse
from facilitator.domain.events import AgendaMoved, BoardChanged, PollChanged
from facilitator.domain.permissions import Actor
from facilitator.services import sessions as building
from facilitator.services.access import access_item, access_session
from facilitator.services.editing import shapes
from facilitator.services.editing.merging import given, hold, merged, place
from facilitator.services.editing.traces import with_traces
from facilitator.services.outcome import Outcome
from facilitator.storage import boards, polls, sessions
from facilitator.storage.database import Work


def add_item(work: Work, actor: Actor, command: shapes.AddItem) -> Outcome:
    """Put a new step at a place of the agenda."""
    session = access_session(work, actor)
    need_room_to_edit(session)
    items = sessions.agenda(work, session.id)
    item = building.add_item(work, session, command.item, len(items))
    place(items, item, command.position)
    hold(work, session)
    _announce(work, item)
    return Outcome(what=item.title, made={"item_id": str(item.id)})


def edit_item(work: Work, actor: Actor, command: shapes.EditItem) -> Outcome:
    """Change a step; what was added to it live stays added."""
    session, item = access_session(work, actor), access_item(work, actor, command.item_id)
    wanted = merged(building.definition_of_item(item, (), ()), given(command, "item_id"))
    if wanted.minutes + item.added_minutes < 1:
        raise NotLive(f"Minutes were taken off this step: plan at least {1 - item.added_minutes}. Nothing was changed.")
    item.kind, item.title, item.minutes = wanted.kind, wanted.title, wanted.minutes
    item.instruction, item.notes = wanted.instruction, wanted.notes
    item.opens_own, item.closes_own, item.is_form = wanted.opens_own, wanted.closes_own, wanted.is_form
    hold(work, session)
    work.announce(AgendaMoved())
    return Outcome(what=item.title)


def move_item(work: Work, actor: Actor, command: shapes.MoveItem) -> Outcome:
    """Move a step to another place."""
    session, item = access_session(work, actor), access_item(work, actor, command.item_id)
    need_room_to_edit(session)
    place(sessions.agenda(work, session.id), item, command.position)
    work.announce(AgendaMoved())
    return Outcome(what=item.title)


def remove_item(work: Work, actor: Actor, command: shapes.RemoveItem) -> Outcome:
    """Remove a step with its questions and boards, unless people have been through it."""
    session, item = access_session(work, actor), access_item(work, actor, command.item_id)
    need_room_to_edit(session)
    need_untouched(item)
    if len(sessions.agenda(work, session.id)) == 1:
        raise NotLive("An agenda has at least one step. Nothing was removed. Add another step first.")
    _need_unused(work, item)
    _announce(work, item)
    sessions.remove_item(work, item)
    return Outcome(what=item.title)


def _need_unused(work: Work, item: AgendaItem) -> None:
    owned = [poll for poll in polls.list_of(work, item.session_id) if poll.item_id == item.id]
    if with_traces(work, [poll.id for poll in owned]) or any(poll.state == "open" for poll in owned):
        raise StillInUse
    for board in boards.list_of(work, item.session_id):
        if board.item_id == item.id and boards.posts_by_column(work, board.id):
            raise StillInUse("Ideas were sent to a board of this step. Nothing was removed.")


def _announce(work: Work, item: AgendaItem) -> None:
    """Tell of a step that came or goes, and of everything that it owns."""
    work.announce(AgendaMoved())
    for poll in polls.list_of(work, item.session_id):
        if poll.item_id == item.id:
            work.announce(PollChanged(poll_id=poll.id))
    for board in boards.list_of(work, item.session_id):
        if board.item_id == item.id:
            work.announce(BoardChanged(board_id=board.id))
