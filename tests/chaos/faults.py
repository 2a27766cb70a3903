"""One function for each fault that another product was seen to have; it returns how often we have it too."""

import asyncio
from collections.abc import Sequence
from random import Random

from facilitator.domain.permissions import MAY
from facilitator.services.registry import COMMANDS
from tests.cast import BIG_SCREEN, MARIA, PARTICIPANTS
from tests.chaos import http
from tests.chaos.deeds import new_op_id
from tests.chaos.history import Json
from tests.chaos.phone import Phone, Refused
from tests.chaos.venue import Venue

NO_ID = 99_999_999


async def second_answer_dropped(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """A second answer is acknowledged, and the first one is kept."""
    poll, wrong = venue.poll("barriers"), 0
    for phone, guest in zip(phones, venue.guests, strict=True):
        deeds = [venue.does.answer(guest, poll, chance) for _ in range(2)]
        await asyncio.gather(*(phone.carry_out(deed) for deed in deeds))
        wrong += (await _own_answer(phone, poll.id))["receipt"] != deeds[-1].reply["receipt"]
    return wrong


async def invalid_option_stored(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """An option that is none is stored, and stands in the chart."""
    poll, other = venue.poll("way"), venue.poll("barriers")
    fine = [option.id for option in poll.options]
    tries: list[tuple[Sequence[object], object]] = [
        ([NO_ID], None),
        ([-fine[0]], None),
        ([str(fine[0])], None),
        ([float(fine[0])], None),
        ([True], None),
        ([other.options[0].id], None),
        (fine, None),
        ([fine[0], fine[0]], None),
        ([fine[0]], "and an own one"),
        ([], " "),
        ([], 7),
    ]
    before = await _results(venue, poll.id)
    accepted = 0
    for option_ids, text in tries:
        answer = {"kind": "choice", "option_ids": option_ids, "other_text": text}
        accepted += await _tries_in_vain(phones[0], "respond", chance, poll_id=poll.id, answer=answer)
    return accepted + int(await _results(venue, poll.id) != before)


async def counted_again_after_reconnecting(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """Whoever loads the page anew may answer once more, and counts twice."""
    poll = venue.poll("way")
    for phone, guest in zip(phones, venue.guests, strict=True):
        for _ in range(3):
            deed = await phone.carry_out(venue.does.answer(guest, poll, chance))
            await phone.drop()
            await phone.connect()
            await phone.ask("act", deed.envelope)
            await phone.carry_out_over_http(deed)
    return int((await _results(venue, poll.id))["answered"] != len(phones))


async def late_answer_carried_on(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """An answer that comes after the close is counted for the next question."""
    closed, following = venue.poll("barriers"), venue.poll("words")
    host, before = await _host(venue), await _results(venue, following.id)
    await _steer(host, "close_poll", closed.id, chance)
    frozen = await _results(venue, closed.id)
    accepted = 0
    for phone, guest in zip(phones, venue.guests, strict=True):
        late = await phone.carry_out(venue.does.answer(guest, closed, chance))
        accepted += late.outcome == "ok"
        accepted += await _tries_in_vain(phone, "respond", chance, poll_id=following.id, answer=late.args["answer"])
    await _steer(host, "reopen_poll", closed.id, chance)
    await host.leave()
    changed = await _results(venue, following.id) != before, await _results(venue, closed.id) != frozen
    return accepted + sum(changed)


async def participant_as_moderator(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """Anybody who knows how may steer the session."""
    phone, accepted = phones[0], 0
    host_state = await _fresh(venue, venue.tickets[MARIA])
    for name in COMMANDS:
        if "participant" not in MAY[name]:
            accepted += await _tries_in_vain(phone, name, chance, **_plausible(host_state, name))
    signed = venue.tickets[MARIA]
    tickets = [f"l.{phone.ticket[2:]}", f"o.{phone.ticket[2:]}", f"o.{signed[2:]}", f"p.{signed[2:]}", signed[:-1]]
    for ticket in tickets:
        try:
            await Phone(phone.port, ticket, phone.source).connect()
            accepted += 1
        except Refused:
            pass
        accepted += (await http.ask(phone.port, "/api/state", ticket=ticket))[0] == http.OK
        accepted += (await http.ask(phone.port, "/api/enter", {"token": ticket}))[0] == http.OK
    accepted += (await http.get(phone.port, f"/control/{venue.gathering.public_id}"))[0] == http.OK
    return accepted + int((await _fresh(venue, venue.tickets[MARIA]))["rev"] != host_state["rev"])


async def names_with_answers(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """Everybody is sent who answered what. Returns in how many messages somebody is recognised."""
    watchers = [phones[0], Phone(phones[0].port, venue.tickets[BIG_SCREEN]), await _host(venue)]
    heard: list[str] = []
    for watcher in watchers:
        watcher.overhear = heard.append
        await watcher.drop()
        await watcher.connect()
    gathering, poll = venue.gathering, venue.poll("words")
    named = {person: Phone(venue.house.port, gathering.tokens[person]) for person in PARTICIPANTS}
    for person, phone in named.items():
        await phone.connect()
        said = {"kind": "text", "text": f"Words number {len(heard)}", "language": person.language}
        await phone.ask("act", _envelope("respond", chance, poll_id=poll.id, answer=said))
    rev = (await _fresh(venue, venue.tickets[MARIA]))["rev"]
    for watcher in watchers:
        await watcher.until(lambda state: state["rev"] >= rev)
        heard.append(str(await _fresh(venue, watcher.ticket)))
    for phone in (*named.values(), *watchers[1:]):
        await phone.leave()
    assert any("Words number" in message for message in heard)
    marks = [person.name for person in PARTICIPANTS] + [gathering.tokens[person] for person in PARTICIPANTS]
    marks += [str(guest.id) for guest in venue.guests]
    return sum(any(mark in message for mark in marks) for message in heard)


async def all_lost_when_killed(venue: Venue, phones: Sequence[Phone], chance: Random) -> int:
    """What is kept in memory alone is gone with the process."""
    poll = venue.poll("way")
    deeds = [
        await phone.carry_out(venue.does.answer(guest, poll, chance))
        for phone, guest in zip(phones, venue.guests, strict=True)
    ]
    before = await _fresh(venue, venue.tickets[MARIA])
    venue.house.kill()
    await venue.house.start()
    after = await _fresh(venue, venue.tickets[MARIA])
    lost: int = sum(before[part] != after[part] for part in ("rev", "topics", "posts"))
    for phone, deed in zip(phones, deeds, strict=True):
        await phone.drop()
        await phone.connect()
        kept = phone.state["me"]["responses"].get(str(poll.id), {})
        lost += int(kept.get("receipt") != deed.reply["receipt"])
    return lost


FAULTS = {
    "second answer dropped": second_answer_dropped,
    "invalid option stored": invalid_option_stored,
    "counted again after reconnecting": counted_again_after_reconnecting,
    "late answer carried on": late_answer_carried_on,
    "participant as moderator": participant_as_moderator,
    "names with answers": names_with_answers,
    "all lost when killed": all_lost_when_killed,
}


async def _tries_in_vain(phone: Phone, name: str, chance: Random, **args: object) -> int:
    """Try over both ways; returns how many of them let it through."""
    sent = _envelope(name, chance, **args)
    replies = [await phone.ask("act", sent), (await http.ask(phone.port, "/api/act", sent, phone.ticket))[1]]
    return sum(bool(reply["ok"]) for reply in replies)


async def _own_answer(phone: Phone, poll_id: int) -> Json:
    _, fresh = await http.ask(phone.port, "/api/state", ticket=phone.ticket)
    answer: Json = fresh["me"]["responses"][str(poll_id)]
    return answer


async def _fresh(venue: Venue, ticket: str) -> Json:
    status, fresh = await http.ask(venue.house.port, "/api/state", ticket=ticket)
    assert status == http.OK
    return fresh


async def _results(venue: Venue, poll_id: int) -> Json:
    topics = (await _fresh(venue, venue.tickets[MARIA]))["topics"]
    results: Json = topics[f"poll:{poll_id}"]["results"]
    return results


async def _host(venue: Venue) -> Phone:
    host = venue.host()
    await host.connect()
    return host


async def _steer(host: Phone, act: str, poll_id: int, chance: Random) -> None:
    topic = f"poll:{poll_id}"
    sent = _envelope(act, chance, poll_id=poll_id, version=host.state["topics"][topic]["version"])
    reply = await host.ask("act", sent)
    assert reply["ok"], reply
    await host.until(lambda state: state["rev"] >= reply["rev"])


def _envelope(name: str, chance: Random, **args: object) -> Json:
    return {"op_id": new_op_id(chance), "name": name, "args": args}


def _plausible(state: Json, name: str) -> dict[str, object]:
    """Arguments that a moderator's page would send now, as far as they are simple."""
    shape, _ = COMMANDS[name]
    topics = state["topics"]
    kinds = {kind: topic for kind in ("poll", "board") for topic in topics if topic.startswith(f"{kind}:")}
    whose = next(
        (topics[topic] for kind, topic in kinds.items() if f"{kind}_id" in shape.model_fields), topics["session"]
    )
    known = {f"{kind}_id": topics[topic]["id"] for kind, topic in kinds.items()}
    known |= {"version": whose["version"], "item_id": topics["agenda"]["items"][0]["id"]}
    known |= {"post_id": next(iter(map(int, state["posts"])), NO_ID), "quote_id": NO_ID, "column_id": NO_ID}
    words = {"view": "blank", "text": "x", "title": "x", "to": "stage", "state": "approved", "confirm": "END"}
    flags = dict.fromkeys(("locked", "shown", "hidden", "revealed", "pinned"), True)
    everything: dict[str, object] = {**known, **words, **flags, "minutes": 1}
    return {field: everything[field] for field in shape.model_fields if field in everything}
