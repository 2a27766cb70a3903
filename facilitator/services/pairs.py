"""Pairing: which success factor answered which barrier, in people's own experience."""

from collections.abc import Collection
from typing import Final

from facilitator.domain.errors import BoardClosed, NotFound
from facilitator.domain.events import PairsChanged
from facilitator.domain.pairs import BARRIERS, FACTORS
from facilitator.domain.permissions import Actor
from facilitator.domain.polls.poll import OptionType
from facilitator.services.access import access_post, access_session
from facilitator.services.commands import pairs as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import boards, pairs
from facilitator.storage.database import Work


def pair_factor(work: Work, actor: Actor, command: commands.PairFactor) -> Outcome:
    """Keep what a factor answered for this person, while its question or board is open."""
    access_session(work, actor).need_running()
    _access_thing(work, actor, command.factor, FACTORS, needs_open=True)
    barriers = sorted(set(command.barriers))
    for barrier in barriers:
        _access_thing(work, actor, barrier, BARRIERS)
    pairs.put_own(work, actor.session_id, actor.participant_id or 0, command.factor, barriers)
    work.announce(PairsChanged())
    return Outcome(me={"pairs": {command.factor: barriers or None}})


def set_pair(work: Work, actor: Actor, command: commands.SetPair) -> Outcome:
    """A host puts a factor and a barrier together, or takes that back; a proposal goes with it."""
    factor = _access_thing(work, actor, command.factor, FACTORS)
    barrier = _access_thing(work, actor, command.barrier, BARRIERS)
    pairs.remove_shared(work, actor.session_id, command.factor, command.barrier, "moderator")
    if command.paired:
        pairs.put_shared(work, actor.session_id, [(command.factor, command.barrier)], "moderator")
    else:
        pairs.remove_shared(work, actor.session_id, command.factor, command.barrier, "template")
    work.announce(PairsChanged())
    return Outcome(act="set_pair" if command.paired else "take_pair", what=f"{factor} - {barrier}")


def _access_thing(
    work: Work, actor: Actor, ref: str, types: Collection[OptionType], *, needs_open: bool = False
) -> str:
    """The words of a thing that this actor can see. Raises NotFound for all others, and a refusal when it is closed."""
    is_person = actor.role == "participant"
    if ref.startswith("o"):
        poll = pairs.find_poll_of_option(work, actor.session_id, int(ref[1:]))
        option = next((each for each in poll.options if f"o{each.id}" == ref), None) if poll else None
        if poll is None or option is None or option.type not in types or (is_person and poll.state == "ready"):
            raise NotFound
        if needs_open:
            poll.need_open()
        return option.text
    post = access_post(work, actor, int(ref[1:]))
    board = boards.find(work, actor.session_id, post.board_id)
    kinds = {column.id: column.type for column in board.columns} if board else {}
    if board is None or kinds[post.column_id] not in types or (is_person and not post.is_shown(board)):
        raise NotFound
    if needs_open and board.state != "open":
        raise BoardClosed
    return post.text


COMMANDS: Final[Family] = {
    "pair_factor": (commands.PairFactor, pair_factor),
    "set_pair": (commands.SetPair, set_pair),
}
