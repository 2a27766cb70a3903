"""Who is being heard, by group and never by person; for the hosts alone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from facilitator.domain.base import ms
from facilitator.domain.errors import NotFound
from facilitator.domain.permissions import Actor
from facilitator.domain.privacy import choose
from facilitator.domain.sessions import Session
from facilitator.domain.turns import Turn
from facilitator.domain.voice import Heard, HeardInAll, in_all, voices
from facilitator.presenters.payloads import VoicePayload
from facilitator.services.access import access_session
from facilitator.services.commands import voice as commands
from facilitator.services.family import Family
from facilitator.services.outcome import Outcome
from facilitator.storage import people, sessions, voice
from facilitator.storage.database import Work


def count_turn(work: Work, actor: Actor, command: commands.CountTurn) -> Outcome:
    """Count a speaking turn, or take the last one of this group back. The log does not say which group."""
    session = access_session(work, actor)
    session.need_live()
    group_id = None if session.is_chatham else command.group_id
    if command.group_id is not None and command.group_id not in {group.id for group in session.groups}:
        raise NotFound
    if command.taken_back:
        if not voice.take_turn_back(work, session.id, group_id):
            raise NotFound("Nobody of this group was counted yet. Nothing was changed.")
        return Outcome(act="take_turn_back")
    turn = Turn(session_id=session.id, item_id=session.current_item_id, group_id=group_id, at=work.now)
    voice.put_turn(work, turn)
    return Outcome()


def read_voices(work: Work, session_id: int) -> list[VoicePayload]:
    """How every group that may be told of is heard. In Chatham House mode none is."""
    session = sessions.find(work, session_id)
    if session is None:
        raise NotFound
    return _payloads(work, session, _heard(work, session, voice.contributions(work, session_id)))


def heard_in_all(work: Work, session: Session) -> dict[int, HeardInAll]:
    """How the groups that may be told of were heard in a session that ends now."""
    said = voice.contributions(work, session.id, with_answers=False)
    everything = sum(number for number, _ in said.values())
    return in_all(_heard(work, session, said), everything=everything, least=session.least_group)


def _heard(work: Work, session: Session, said: Mapping[int | None, tuple[int, datetime | None]]) -> list[Heard]:
    """The groups that may be told of, with what they contributed. In Chatham House mode there is none."""
    sizes = people.count_by_group(work, session.id)
    shown = [] if session.is_chatham else choose(sizes, least=session.least_group)
    return [
        Heard(
            group_id=group_id,
            people=sizes[group_id],
            contributions=said.get(group_id, (0, None))[0],
            heard_at=said.get(group_id, (0, None))[1],
        )
        for group_id in shown
    ]


def _payloads(work: Work, session: Session, heard: list[Heard]) -> list[VoicePayload]:
    titles = {group.id: group.title for group in session.groups}
    told = voices(
        heard,
        since=session.started_at or work.now,
        now=work.now,
        silent_after=timedelta(minutes=session.silent_after_minutes),
    )
    return [
        {
            "group_id": each.group_id,
            "title": titles[each.group_id],
            "heard": each.heard,
            "heard_at_ms": ms(each.heard_at),
            "is_silent": each.is_silent,
        }
        for each in told
        if each.group_id in titles
    ]


COMMANDS: Final[Family] = {"count_turn": (commands.CountTurn, count_turn)}
