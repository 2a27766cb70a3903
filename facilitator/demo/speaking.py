"""Who is being heard: turns that the host counts, and what is told of groups, counted anew."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from facilitator.demo.ledger import Ledger
from facilitator.demo.room import Room
from facilitator.demo.taken import Taken, differences
from facilitator.demo.wire import Json

LEAST: Final = 5
"""Nothing is told of fewer people."""
LOOKED_AT_EVERY_S: Final = 15.0
FAIR: Final = 0.5
Sizes = Mapping[int | None, int]


def speak(room: Room, turns: int = 12) -> None:
    """Somebody of some groups speaks; one turn was a mistake and is taken back."""
    groups = [group["id"] for group in room.host.topic("session")["groups"]]
    for number in range(turns):
        group_id = None if number % 6 == 5 else groups[number * number % 5 % len(groups)]  # noqa: PLR2004
        room.host.quick("count_turn", group_id=group_id)
        room.ledger.turns[group_id] += 1
    room.host.quick("count_turn", group_id=None, taken_back=True)
    room.ledger.turns[None] -= 1


def turn_mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the log of what hosts did: it counts turns, never whose."""
    yield from differences("turns", [(stored(taken),)], [(room.ledger.turns.total(),)])


def stored(taken: Taken) -> int:
    """How many turns the log knows, without those that were taken back."""
    acts = Counter(row["act"] for row in taken.document["acts"])
    return acts["count_turn"] - acts["take_turn_back"]


def heard_wrongly(room: Room) -> list[str]:
    """What is told of groups in the control room and should not be so. Nobody may contribute meanwhile."""
    sizes = sizes_of(room.ledger)
    if told_of(sizes):
        since = time.monotonic()
        room.host.wire.wait_for_room(lambda said: time.monotonic() - since > LOOKED_AT_EVERY_S + 1 and bool(said))
    voices = room.host.wire.room.get("voices", [])
    return list(compare(voices, sizes, contributions_of(room.ledger)))


def sizes_of(ledger: Ledger) -> Counter[int | None]:
    """How many people each group has; None stands for those without one."""
    return Counter(ledger.groups.values())


def contributions_of(ledger: Ledger) -> Counter[int | None]:
    """Answers, ideas, questions, joins and turns of each group."""
    return Counter(ledger.group_of(who) for who, _ in ledger.answers) + beside_answers_of(ledger)


def beside_answers_of(ledger: Ledger) -> Counter[int | None]:
    """The same without answers."""
    return (
        Counter(ledger.group_of(who) for who in ledger.authors.values())
        + Counter(ledger.group_of(who) for who in ledger.askers.values())
        + Counter(ledger.group_of(who) for who, _ in ledger.joins)
        + ledger.turns
    )


def told_of(sizes: Sizes) -> set[int]:
    """Groups that something may be told of: large enough, with nobody left over, or enough people."""
    shown = {group for group, size in sizes.items() if group is not None and size >= LEAST}
    while shown and 0 < sum(size for group, size in sizes.items() if group not in shown) < LEAST:
        shown.remove(min(shown, key=lambda group: (sizes[group], group)))
    return shown


def compare(voices: list[Json], sizes: Sizes, said: Mapping[int | None, int]) -> Iterator[str]:
    """What is told of groups, beside what the books say."""
    shown = told_of(sizes)
    people, everything = sum(sizes[group] for group in shown), sum(said.get(group, 0) for group in shown)
    yield from differences("groups in the control room", ((voice["group_id"],) for voice in voices), zip(shown))
    for voice in voices:
        mine, of = said.get(voice["group_id"], 0), sizes.get(voice["group_id"], 0)
        beside = mine * people / (of * everything) if of and everything else 0.0
        word = "not_yet" if not mine else "less" if beside < 1 - FAIR else "more" if beside > 1 + FAIR else "fair"
        if voice["heard"] != word:
            yield f"voices: {voice['title']} is told to be heard “{voice['heard']}”, the books say “{word}”"


def kept_mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the words that were kept at the end."""
    titles = {group["id"]: group["title"] for group in room.host.topic("session")["groups"]}
    wanted = ((titles[group_id], word) for group_id, word in in_all(room.ledger).items())
    yield from differences("voices", taken.rows("voices", ("group", "heard")), wanted)


def in_all(ledger: Ledger) -> dict[int, str]:
    """How groups were heard in the whole session beside answers, where enough came in."""
    sizes, said = sizes_of(ledger), beside_answers_of(ledger)
    shown = told_of(sizes)
    if len(shown) == 1 or said.total() < LEAST * len(shown):
        return {}
    people, everything = sum(sizes[group] for group in shown), sum(said[group] for group in shown)
    beside = {group: said[group] * people / (sizes[group] * everything) for group in shown}
    return {group: "less" if by < 1 - FAIR else "fair" for group, by in beside.items()}


def breaches(voices: list[Json], sizes: Sizes) -> Iterator[str]:
    """Groups that are told of although they are too small, or leave too few people over."""
    told = {voice["group_id"] for voice in voices}
    left = sum(size for group, size in sizes.items() if group not in told)
    for group in told:
        if sizes.get(group, 0) < LEAST:
            yield f"voices: a group of {sizes.get(group, 0)} is told of"
    if told and 0 < left < LEAST:
        yield f"voices: {left} people are left over"
