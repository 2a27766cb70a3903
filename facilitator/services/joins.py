"""Joining ideas as an organisation, and exchanging contacts when both sides want it."""

from collections.abc import Sequence
from typing import Final

from facilitator.domain.base import random_id
from facilitator.domain.boards import Post
from facilitator.domain.errors import NotFound, TextMissing
from facilitator.domain.events import PostChanged
from facilitator.domain.joins import Join, JoinSide, partners
from facilitator.domain.permissions import Actor
from facilitator.domain.words import CONTACT_LIMIT, ORGANISATION_LIMIT, clean
from facilitator.presenters.joins import own_join
from facilitator.presenters.payloads import OwnJoin
from facilitator.services.access import access_board, access_post, access_session
from facilitator.services.commands import joins as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import joins
from facilitator.storage.database import Work


def join_post(work: Work, actor: Actor, command: commands.JoinPost) -> Outcome:
    """Join an idea that everybody sees, on a board that takes joins; once a person, in their latest words."""
    session = access_session(work, actor)
    session.need_running()
    post = _access_joinable(work, actor, command.post_id)
    said = _nobody(command) if session.is_chatham else _somebody(command)
    join = joins.find_own(work, post.id, actor.participant_id or 0)
    if join is None:
        join = _new(work, actor, post, said)
    elif join.say(*said):
        joins.let_go(work, join)
    join.receipt, join.sent_at = work.receipt, work.now
    return _changed(work, post, join)


Said = tuple[JoinSide, str, str | None, str | None]


def _somebody(command: commands.JoinPost) -> Said:
    organisation = clean(command.organisation, limit=ORGANISATION_LIMIT)
    contact = clean(command.contact or "", limit=CONTACT_LIMIT, may_be_empty=True) or None
    return command.side, organisation, command.country, contact


def _nobody(command: commands.JoinPost) -> Said:
    """In Chatham House mode it is kept that somebody joins, and not who."""
    return command.side, "", None, None


def leave_post(work: Work, actor: Actor, command: commands.LeavePost) -> Outcome:
    """Take an own join back, with what was agreed."""
    access_session(work, actor).need_running()
    post, join = _access_own(work, actor, command.post_id)
    _tell_others(work, post, join)
    joins.remove(work, join)
    return Outcome(me={"joins": {str(post.id): None}})


def agree_contact(work: Work, actor: Actor, command: commands.AgreeContact) -> Outcome:
    """Agree to be reached by somebody on the other side. Without a contact of one's own there is nothing to give."""
    access_session(work, actor).need_running()
    post, join = _access_own(work, actor, command.post_id)
    other = joins.find(work, actor.session_id, command.with_join_id)
    if other is None or other.post_id != post.id or other.side == join.side:
        raise NotFound
    if command.agreed and join.contact is None:
        raise TextMissing("There is no way to reach you yet. Nothing was exchanged. Add your contact first.")
    joins.get_shake(work, join, other).agree(join.side, work.now if command.agreed else None)
    return _changed(work, post, join)


def own_joins(work: Work, participant_id: int) -> dict[str, OwnJoin]:
    """A person's joins, each with those who stand on the other side."""
    return {str(join.post_id): _own(work, join) for join in joins.own(work, participant_id)}


def _new(work: Work, actor: Actor, post: Post, said: Said) -> Join:
    side, organisation, country, contact = said
    join = Join(
        id=random_id(),
        session_id=actor.session_id,
        post_id=post.id,
        participant_id=actor.participant_id,
        side=side,
        organisation=organisation,
        country=country,
        contact=contact,
        sent_at=work.now,
        receipt=work.receipt,
    )
    joins.put(work, join)
    return join


def _changed(work: Work, post: Post, join: Join) -> Outcome:
    work.orm.flush()
    _tell_others(work, post, join)
    return Outcome(me={"joins": {str(post.id): _own(work, join)}})


def _tell_others(work: Work, post: Post, join: Join) -> None:
    """Everybody sees the organisation at the idea; those on either side see what changed for them."""
    post.rev = work.rev
    work.announce(PostChanged(board_id=post.board_id))
    for other in (*joins.sides(work, post.id, "offer"), *joins.sides(work, post.id, "want")):
        if other.id != join.id and other.participant_id is not None:
            work.announce(PostChanged(board_id=post.board_id, author_id=other.participant_id))


def _own(work: Work, join: Join) -> OwnJoin:
    others: Sequence[Join] = joins.sides(work, join.post_id, "want" if join.side == "offer" else "offer")
    return own_join(join, partners(join, others, joins.shakes_of(work, [join.id])))


def _access_joinable(work: Work, actor: Actor, post_id: int) -> Post:
    post = access_post(work, actor, post_id)
    board = access_board(work, actor, post.board_id)
    if not post.is_shown(board) or not board.takes_joins:
        raise NotFound
    return post


def _access_own(work: Work, actor: Actor, post_id: int) -> tuple[Post, Join]:
    post = access_post(work, actor, post_id)
    join = joins.find_own(work, post.id, actor.participant_id or 0)
    if join is None:
        raise NotFound
    return post, join


COMMANDS: Final[Family] = {
    "join_post": (commands.JoinPost, join_post),
    "leave_post": (commands.LeavePost, leave_post),
    "agree_contact": (commands.AgreeContact, agree_contact),
}
