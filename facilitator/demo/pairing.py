"""What answered what: people tick the barriers that a factor answered for them, the host puts some together."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitator.demo.people import Person
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

ROW: Final = ("barrier", "barrier_people", "factor", "people", "is_from_host", "is_proposed", "is_gap")


def has_factors(poll: Json) -> bool:
    """Whether a question lists what helped, so that it can be put beside what it answered."""
    return any(option["type"] in {"factor", "practice"} for option in poll["options"])


def note_proposals(room: Room) -> None:
    """What the template proposes, before anybody says anything."""
    topic = room.host.wire.state["topics"].get("pairs")
    if topic is not None:
        room.ledger.proposed = {(pair["factor"], pair["barrier"]) for pair in topic["pairs"] if pair["is_proposed"]}


def pair(room: Room, poll: Json) -> None:
    """While a question with factors is open: people pair what they chose, then the host does a little."""
    barriers = [barrier["ref"] for barrier in room.host.topic("pairs")["barriers"]]
    room.together(lambda person: _say(person, poll, barriers))
    factors = [f"o{option['id']}" for option in poll["options"]]
    for factor in factors[:3]:
        _put(room, factor, room.chance.choice(barriers), paired=True)
    for factor, barrier in sorted(room.ledger.proposed)[:2]:
        _put(room, factor, barrier, paired=False)
    for view in ("matrix", "gaps", "auto"):
        room.host.run("set_stage", view=view)


def _say(person: Person, poll: Json, barriers: list[str]) -> None:
    """For up to two of the chosen factors; one in four changes the list, one in six takes it back."""
    chosen = person.ledger.answers.get((person.name, poll["id"]), {}).get("option_ids", ())
    for option_id in chosen[:2]:
        for _ in range(1 + (person.chance.random() < 1 / 4)):
            ticked = person.chance.sample(barriers, min(len(barriers), person.chance.randint(1, 3)))
            _pair(person, f"o{option_id}", ticked)
        if person.chance.random() < 1 / 6:
            _pair(person, f"o{option_id}", [])


def _pair(person: Person, factor: str, barriers: list[str]) -> None:
    if person.wire.act("pair_factor", factor=factor, barriers=barriers)["ok"]:
        person.ledger.note(person.ledger.pairs, (person.name, factor), frozenset(barriers))


def _put(room: Room, factor: str, barrier: str, *, paired: bool) -> None:
    room.host.act("set_pair", factor=factor, barrier=barrier, paired=paired)
    if paired:
        room.ledger.paired_by_host.add((factor, barrier))
    else:
        room.ledger.paired_by_host.discard((factor, barrier))
        room.ledger.proposed.discard((factor, barrier))


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported pairs."""
    yield from differences("pairs", taken.rows("pairs", ROW), _rows(room))


def people_of(room: Room) -> Counter[tuple[str, str]]:
    """How many people paired a factor with a barrier."""
    said = room.ledger.pairs.items()
    return Counter((factor, barrier) for (_, factor), barriers in said for barrier in barriers)


def _rows(room: Room) -> Iterator[Row]:
    ledger, people = room.ledger, people_of(room)
    everything = set(people) | ledger.proposed | ledger.paired_by_host
    factors = {f"o{option['id']}": option["text"] for option in _options(room, {"factor", "practice"})}
    for option in _options(room, {"challenge"}):
        ref, chosen = f"o{option['id']}", option["people"]
        here = [pair for pair in everything if pair[1] == ref and pair[0] in factors]
        answered = any(people[pair] or pair in ledger.paired_by_host for pair in here)
        for pair in here:
            marks = (pair in ledger.paired_by_host, pair in ledger.proposed)
            yield (option["text"], chosen, factors[pair[0]], people[pair], *marks, bool(chosen) and not answered)
        if not here:
            yield (option["text"], chosen, None, 0, False, False, bool(chosen))


def _options(room: Room, types: set[str]) -> Iterator[Json]:
    """Options of some types, with how many people chose each."""
    for _, poll in room.polls():
        answers = room.ledger.answers_to(poll["id"])
        for option in poll["options"]:
            if option["type"] in types:
                yield {**option, "people": sum(option["id"] in answer["option_ids"] for answer in answers)}
