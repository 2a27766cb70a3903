"""Editing the session itself: its texts, its plan, its groups, its sets of labels."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from facilitator.domain.definition import SessionDefinition
from facilitator.domain.edits import need_before_start, need_earlier, need_same_steps
from facilitator.domain.errors import DefinitionWrong, StillInUse
from facilitator.domain.events import AgendaMoved, PollChanged, SessionChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.sessions import Group, Session
from facilitator.services import chatham
from facilitator.services.access import access_session
from facilitator.services.editing import shapes
from facilitator.services.editing.merging import given, hold, kept, merged
from facilitator.services.editing.polls import is_settled
from facilitator.services.outcome import Outcome
from facilitator.services.sessions import definition_of
from facilitator.storage import people, polls
from facilitator.storage.database import Work


def edit_session(work: Work, actor: Actor, command: shapes.EditSession) -> Outcome:
    """Change what the session says about itself."""
    session = access_session(work, actor)
    wanted = merged(definition_of(work, session), given(command, "delete_on"))
    session.title, session.organiser_name = wanted.title, wanted.organiser
    session.description, session.language, session.timezone = wanted.description, wanted.language, wanted.timezone
    session.takes_questions, session.reviews_questions = wanted.takes_questions, wanted.reviews_questions
    session.set_least_group(wanted.least_group)
    if wanted.is_chatham != session.is_chatham:
        _need_draft(session)
        chatham.turn(work, session, on=wanted.is_chatham)
    if wanted.start is not None and wanted.start != session.planned_start_at:
        _plan(work, session, wanted.start)
    if command.groups is not None:
        _write_groups(work, session, wanted, kept(session.groups, [group.id for group in command.groups]))
    if command.label_sets is not None:
        _write_labels(work, session, wanted.label_sets)
    _keep_until(work, session, command)
    hold(work, session)
    work.announce(SessionChanged())
    return Outcome(what=session.title)


def _need_draft(session: Session) -> None:
    if session.state != "draft":
        raise StillInUse("The doors are open. Nothing was changed. Hosts turn this on in the control room.")


def _plan(work: Work, session: Session, start: datetime) -> None:
    need_before_start(session)
    session.planned_start_at = start
    work.announce(AgendaMoved())


def _write_groups(work: Work, session: Session, wanted: SessionDefinition, groups: Sequence[Group | None]) -> None:
    chosen = people.count_by_group(work, session.id)
    stay = {group.id for group in groups if group}
    if any(group.id in chosen for group in session.groups if group.id not in stay):
        raise StillInUse("People have chosen this group. Nothing was changed. Its title can be corrected.")
    written = []
    for position, (group, words) in enumerate(zip(groups, wanted.groups, strict=True)):
        each = group or Group(position=position, key=words.key, title=words.title)
        each.position, each.key, each.title = position, words.key, words.title
        written.append(each)
    session.groups = written


def _write_labels(work: Work, session: Session, label_sets: Mapping[str, Sequence[str]]) -> None:
    """Scales that people could answer keep their number of steps; all get the new words."""
    session.label_sets = {name: list(labels) for name, labels in label_sets.items()}
    for poll in polls.list_of(work, session.id):
        labels = session.label_sets.get(poll.label_set or "", poll.labels)
        if labels == poll.labels:
            continue
        if is_settled(work, session, poll):
            need_same_steps(poll, labels)
        poll.labels = list(labels)
        work.announce(PollChanged(poll_id=poll.id))


def _keep_until(work: Work, session: Session, command: shapes.EditSession) -> None:
    """Move the day of deletion, which never lies before the session."""
    delete_on = command.delete_on or session.delete_on
    if delete_on < session.planned_start_at.date():
        raise DefinitionWrong(["The session would be deleted before its day. Choose a later date of deletion."])
    if delete_on != session.delete_on:
        need_earlier(session, delete_on, people.count_participants(work, session.id))
        session.delete_on = delete_on
