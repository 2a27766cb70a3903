"""Joins and suggestions as they are taken away, made anew from the books after the session has ended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from babel import Locale
from babel.lists import format_list

from facilitator.demo import weighing
from facilitator.demo.ledger import Joined
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences

LEAST: Final = 5
MOST: Final = 12
TOP: Final = 3
JOIN: Final = ("column", "type", "idea", "language", "offers", "wants", "offered_by", "wanted_by", "is_alone")
MATCH: Final = ("offer", "offer_organisation", "want", "want_organisation", "reason")
COUNTRIES: Final = Locale("en").territories


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An idea that everybody sees on a board that takes joins, with the people who joined it."""

    column: str
    type: str | None
    text: str
    language: str
    support: int
    points: int
    joined: dict[str, Joined]

    def on(self, side: str) -> list[tuple[str, Joined]]:
        """The people of one side."""
        return [(who, join) for who, join in self.joined.items() if join.side == side]

    def names(self, side: str) -> tuple[str, ...]:
        """The organisations of one side, as everybody saw them."""
        return tuple(sorted((_named(join) for _, join in self.on(side)), key=str.casefold))

    @property
    def weight(self) -> tuple[int, int]:
        """How many points it got, then how many people stand behind it."""
        return (self.points, self.support + len(self.joined))

    @property
    def is_alone(self) -> bool:
        """Whether it asks, and nobody offers."""
        return self.type == "ask" and not self.on("offer")


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported joins, suggestions and contacts."""
    ideas = _ideas(room)
    rows = (
        (
            *(idea.column, idea.type, idea.text, idea.language, len(idea.on("offer")), len(idea.on("want"))),
            *(idea.names("offer"), idea.names("want"), idea.is_alone),
        )
        for idea in ideas
    )
    yield from differences("joins", taken.rows("joins", JOIN), rows)
    yield from _first_three(ideas, taken)
    yield from _suggestions(room, ideas, taken)
    told = taken.document["session"][0]["contacts_exchanged"]
    if told != (wanted := contacts(room)):
        yield f"contacts: “{told}” is told, not “{wanted}”"


def breaches(room: Room, taken: Taken) -> list[str]:
    """Contacts that a file gives away."""
    text = str(taken.document)
    known = {join.contact for join in room.ledger.joins.values() if join.contact}
    return [f"joins: a file tells {contact}" for contact in sorted(known) if contact in text]


def contacts(room: Room) -> str | None:
    """What may be told of how many pairs exchanged contacts."""
    ledger, at = room.ledger, {post_id for _, post_id in room.ledger.joins}
    sides = [[join.side for (_, there), join in ledger.joins.items() if there == post_id] for post_id in at]
    possible = sum(there.count("offer") * there.count("want") for there in sides)
    both = [(one, two) for (one, two), is_so in ledger.agreed.items() if is_so and ledger.agreed.get((two, one))]
    agreed = len(both) // 2
    if not possible:
        return None
    if possible < 2 * LEAST:
        return "not told"
    if agreed < LEAST:
        return f"fewer than {LEAST}"
    return "all or nearly all" if agreed > possible - LEAST else str(agreed)


def _ideas(room: Room) -> list[Shown]:
    ledger, given = room.ledger, weighing.points_of(room)
    columns = {column["id"]: column for board in room.boards() if board["takes_joins"] for column in board["columns"]}
    shown = []
    for post_id, idea in ledger.ideas.items():
        column = columns.get(ledger.moved.get(post_id, idea.column_id))
        if column and ledger.decided[post_id] == "approved" and post_id not in ledger.merged:
            there = {who: join for (who, at), join in ledger.joins.items() if at == post_id}
            one = Shown(
                column=column["title"],
                type=column["type"],
                text=idea.text,
                language=idea.language,
                support=len(ledger.supporters_of(weighing.standing_for(room, post_id))),
                points=sum(given[each] for each in weighing.standing_for(room, post_id)),
                joined=there,
            )
            shown.append(one)
    return shown


def _first_three(ideas: list[Shown], taken: Taken) -> Iterator[str]:
    """Which of two that weigh the same comes first is not looked at."""
    weights = {idea.text: idea.weight for idea in ideas}
    places = sorted((row["to_discuss"], row["idea"]) for row in taken.document["joins"] if row["to_discuss"])
    found = [(place, weights.get(text)) for place, text in places]
    heaviest = sorted((weight for weight in weights.values() if any(weight)), reverse=True)[:TOP]
    yield from differences("to discuss", found, enumerate(heaviest, start=1))


def _suggestions(room: Room, ideas: list[Shown], taken: Taken) -> Iterator[str]:
    """Each must be possible, none may be there twice, and none that is stronger may be missing."""
    possible = dict(_possible(room, ideas))
    found = list(taken.rows("matches", MATCH))
    yield from (f"matches: nobody could say {row}" for row in found if row not in possible)
    strengths = [(possible[row],) for row in found if row in possible]
    wanted = sorted(((strength,) for strength in possible.values()), reverse=True)[:MOST]
    if len(set(found)) != len(found) or strengths != wanted:
        yield f"matches: they are as strong as {strengths}, not {wanted}"


def _possible(room: Room, ideas: list[Shown]) -> Iterator[tuple[Row, int]]:
    """Every suggestion that could be made, with its strength."""
    for idea in ideas:
        for (who, offer), (other, want) in product(idea.on("offer"), idea.on("want")):
            groups = {room.ledger.group_of(who), room.ledger.group_of(other)}
            is_across = None not in groups and len(groups) == 2  # noqa: PLR2004  each has one of its own
            codes = [join.country for join in (offer, want) if join.country]
            countries = codes if len(set(codes)) == 2 else []  # noqa: PLR2004  the same
            said = ["one offers what the other wants"]
            said += [f"from {_list([COUNTRIES.get(code, code) for code in countries])}"] * bool(countries)
            said += ["different kinds of organisation"] * is_across
            both: Row = (idea.text, offer.organisation, idea.text, want.organisation, "; ".join(said))
            yield both, 3 + 2 * bool(countries) + is_across
    for offered, asked in product(ideas, ideas):
        shared = set(_words(offered)) & set(_words(asked))
        if (offered.type, asked.type) == ("offer", "ask") and offered.language == asked.language and len(shared) > 1:
            ideas_alone: Row = (offered.text, None, asked.text, None, f"both speak of {_list(sorted(shared)[:4])}")
            yield ideas_alone, min(4, len(shared))


def _words(idea: Shown) -> list[str]:
    return [word for word in re.findall(r"\w+", idea.text.casefold()) if len(word) >= 5]  # noqa: PLR2004  no little ones


def _list(words: list[str]) -> str:
    return format_list(words, locale="en")


def _named(join: Joined) -> str:
    return f"{join.organisation}, {COUNTRIES.get(join.country, join.country)}" if join.country else join.organisation
