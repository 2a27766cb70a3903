"""Commitments: made, changed and taken back by their authors, hidden by hosts."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from facilitator.domain.base import random_id
from facilitator.domain.codes import hashed
from facilitator.domain.commitments import Commitment, Promise, erase_address_on, need_reached, tidy_address
from facilitator.domain.errors import NotFound, OpReused
from facilitator.domain.events import CommitmentsChanged, SessionChanged
from facilitator.domain.permissions import Actor
from facilitator.domain.sessions import Session
from facilitator.presenters.commitments import own_commitment
from facilitator.services.access import access_session
from facilitator.services.commands import commitments as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import commitments, sessions
from facilitator.storage.database import Work


def make_commitment(work: Work, actor: Actor, command: commands.MakeCommitment) -> Outcome:
    """Promise something, once the session has come to the step that asks for it."""
    session = access_session(work, actor)
    session.need_live()
    need_reached(sessions.agenda(work, session.id))
    promise = _promise(command).tidied(_today(work, session), is_named=not session.is_chatham)
    email = "" if session.is_chatham else tidy_address(command.email)
    if commitments.find_by_token(work, hashed(command.token)) is not None:
        raise OpReused
    commitment = Commitment(
        id=random_id(),
        session_id=session.id,
        participant_id=actor.participant_id,
        when_text=promise.when_text,
        then_text=promise.then_text,
        language=promise.language,
        owner=promise.owner,
        organisation=promise.organisation,
        due_on=promise.due_on,
        is_public=promise.is_public,
        token_hash=hashed(command.token),
        sent_at=work.now,
        receipt=work.receipt,
    )
    commitments.put(work, commitment)
    _keep_address(work, session, commitment, email)
    work.announce(CommitmentsChanged())
    return _saved(commitment, has_email=bool(email))


def edit_commitment(work: Work, actor: Actor, command: commands.EditCommitment) -> Outcome:
    """Say an own commitment in other words. One that a host has hidden stays hidden."""
    session = access_session(work, actor)
    session.need_live()
    commitment = _own(work, actor, command.commitment_id)
    since = min(_today(work, session), commitment.due_on)
    promise = _promise(command).tidied(since, is_named=not session.is_chatham)
    email = None if command.email is None or session.is_chatham else tidy_address(command.email)
    commitment.say(promise)
    if email is None:
        commitments.keep_address_until(work, commitment.id, _erase_on(session, commitment))
        email = "kept" if commitments.has_address(work, commitment.id) else ""
    else:
        _keep_address(work, session, commitment, email)
    work.announce(CommitmentsChanged())
    return _saved(commitment, has_email=bool(email))


def withdraw_commitment(work: Work, actor: Actor, command: commands.WithdrawCommitment) -> Outcome:
    """Take back an own commitment: nothing of it stays."""
    access_session(work, actor).need_live()
    commitment = _own(work, actor, command.commitment_id)
    commitments.remove(work, commitment)
    work.announce(CommitmentsChanged())
    return Outcome(me={"commitments": {str(command.commitment_id): None}})


def hide_commitment(work: Work, actor: Actor, command: commands.HideCommitment) -> Outcome:
    """Keep a public commitment from the screens, or let it be seen again."""
    act = "hide_commitment" if command.hidden else "show_commitment"
    session = access_session(work, actor)
    commitment = commitments.find(work, actor.session_id, command.commitment_id)
    if commitment is None or not commitment.is_public:
        raise NotFound
    session.take(command.version, by=actor.name, act=act, now=work.now)
    commitment.is_hidden = command.hidden
    work.announce(CommitmentsChanged())
    work.announce(SessionChanged())
    return Outcome(act=act)


def _own(work: Work, actor: Actor, commitment_id: int) -> Commitment:
    """A commitment that the actor made; other people's are not found."""
    commitment = commitments.find(work, actor.session_id, commitment_id)
    if commitment is None or commitment.participant_id is None or commitment.participant_id != actor.participant_id:
        raise NotFound
    return commitment


def _promise(command: commands.MakeCommitment | commands.EditCommitment) -> Promise:
    return Promise(
        when_text=command.when_text,
        then_text=command.then_text,
        language=command.language,
        owner=command.owner,
        organisation=command.organisation,
        due_on=command.due_on,
        is_public=command.is_public,
    )


def _saved(commitment: Commitment, *, has_email: bool) -> Outcome:
    return Outcome(me={"commitments": {str(commitment.id): own_commitment(commitment, has_email=has_email)}})


def _keep_address(work: Work, session: Session, commitment: Commitment, email: str) -> None:
    commitments.put_address(work, commitment.id, email, _erase_on(session, commitment))


def _erase_on(session: Session, commitment: Commitment) -> date:
    held_on = session.planned_start_at.astimezone(ZoneInfo(session.timezone)).date()
    return erase_address_on(commitment.due_on, held_on, session.delete_on)


def _today(work: Work, session: Session) -> date:
    """The day at the session's own place."""
    return work.now.astimezone(ZoneInfo(session.timezone)).date()


COMMANDS: Final[Family] = {
    "make_commitment": (commands.MakeCommitment, make_commitment),
    "edit_commitment": (commands.EditCommitment, edit_commitment),
    "withdraw_commitment": (commands.WithdrawCommitment, withdraw_commitment),
    "hide_commitment": (commands.HideCommitment, hide_commitment),
}
