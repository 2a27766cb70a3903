"""Organisations join ideas, and exchange contacts when both want it, each from their own device."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from facilitator.demo.ledger import Joined, Ledger
from facilitator.demo.people import Person
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, differences
from facilitator.demo.wire import Json

COUNTRIES: Final = ("AT", "BE", "BG", "DE", "EL", "FI", "FR", "IE", None)


def join_and_agree(room: Room, post_ids: Sequence[int]) -> None:
    """People join some of the ideas that everybody sees; then those on the two sides may agree."""
    popular = list(post_ids)[:8]
    room.together(lambda person: _join(person, popular))
    _all_see_joins(room)
    room.together(_agree)
    room.host.run("set_stage", view="matches")
    room.stage.wire.wait_until(_has_matches)
    room.host.run("set_stage", view="auto")


def _join(person: Person, post_ids: Sequence[int]) -> None:
    """Two in three join an idea; one in four says it anew, one in ten leaves again."""
    if not post_ids or (person.number > 1 and person.chance.random() > 2 / 3):
        return
    post_id = post_ids[0] if person.number < 2 else person.chance.choice(post_ids)  # noqa: PLR2004  two who meet
    for _ in range(1 + (person.chance.random() < 1 / 4)):
        said: Json = {
            "side": ("offer", "want")[person.number % 2],
            "organisation": f"Organisation {person.number}",
            "country": COUNTRIES[person.number % len(COUNTRIES)],
            "contact": None if person.number % 5 == 4 else f"{person.name}@example.org",  # noqa: PLR2004
        }
        reply = person.wire.act("join_post", post_id=post_id, **said)
        if reply["ok"]:
            join_id = reply["me"]["joins"][str(post_id)]["id"]
            person.ledger.note(person.ledger.joins, (person.name, post_id), Joined(join_id=join_id, **said))
    leaves = person.number > 1 and person.chance.random() < 1 / 10
    if leaves and person.wire.act("leave_post", post_id=post_id)["ok"]:
        person.ledger.forget(person.ledger.joins, (person.name, post_id))


def _all_see_joins(room: Room) -> None:
    """Until the host's screen shows everybody who joined."""
    wanted = {join.join_id for join in room.ledger.joins.values()}
    room.host.wire.wait_until(lambda state: wanted <= {join["id"] for _, join in _shown(state)})


def _agree(person: Person) -> None:
    """Half of the people agree with those on the other side; some think better of it."""
    mine = [(post_id, join) for (who, post_id), join in person.ledger.joins.items() if who == person.name]
    for post_id, join in mine:
        if join.contact is None:
            continue
        for partner in person.wire.fresh()["me"]["joins"][str(post_id)]["partners"]:
            turns = [True] * (person.number < 2 or person.chance.random() < 1 / 2)  # noqa: PLR2004  two who meet
            turns += [False] * (person.number > 1 and person.chance.random() < 1 / 8)
            for agreed in turns:
                args = {"post_id": post_id, "with_join_id": partner["join_id"], "agreed": agreed}
                if person.wire.act("agree_contact", **args)["ok"]:
                    key = (join.join_id, partner["join_id"])
                    person.ledger.note(person.ledger.agreed, key, agreed)


def mismatches(room: Room) -> Iterator[str]:
    """What differs between the books and the organisations that the host is sent."""
    ledger = room.ledger
    wanted = (
        (post_id, join.join_id, join.side, join.organisation, join.country)
        for (_, post_id), join in ledger.joins.items()
    )
    yield from differences("joins", _rows(room.host.fresh()), wanted)


def breaches(room: Room) -> list[str]:
    """Contacts that somebody sees before both sides agreed, or that somebody is refused afterwards."""
    found: list[str] = []
    contacts = {join.contact for join in room.ledger.joins.values() if join.contact}
    for name, host in (("host", room.host), ("big screen", room.stage)):
        text = str(host.fresh())
        found += [f"joins: the {name} sees {contact}" for contact in sorted(contacts) if contact in text]
    joined = {who for who, _ in room.ledger.joins}
    anybody = next((person for person in room.here if person.name not in joined), room.here[0])
    looking = [anybody, *(person for person in room.here if person.name in joined)]
    room.together(lambda person: found.extend(_seen_by(person)), looking)
    return found


def _seen_by(person: Person) -> list[str]:
    return list(seen_wrongly(person.name, person.wire.fresh()["me"]["joins"], person.ledger))


def seen_wrongly(name: str, own_joins: Json, ledger: Ledger) -> Iterator[str]:
    """Contacts that somebody should not see, or does not see and should."""
    by_id = {join.join_id: join for join in ledger.joins.values()}
    for post_id, own in own_joins.items():
        for partner in own["partners"]:
            ends = (own["id"], partner["join_id"])
            both = ledger.agreed.get(ends, False) and ledger.agreed.get(ends[::-1], False)
            wanted = by_id[partner["join_id"]].contact if both else None
            if partner["contact"] != wanted:
                yield f"joins: {name} sees {partner['contact']} at {post_id}, not {wanted}"


def stored(room: Room) -> int:
    """How many joins the host is sent."""
    return len(list(_shown(room.host.fresh())))


def _rows(state: Json) -> Iterator[Row]:
    for post_id, join in _shown(state):
        yield (post_id, join["id"], join["side"], join["organisation"], join["country"])


def _shown(state: Json) -> Iterator[tuple[int, Json]]:
    return ((int(post_id), join) for post_id, there in state["joins"].items() for join in there)


_has_matches: Callable[[Json], bool] = lambda state: "matches" in state["topics"]  # noqa: E731  a predicate
