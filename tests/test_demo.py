"""The demonstration plays a whole session, and notices when a file does not say what people were told."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.demo import bygroup, joining, promising, speaking
from facilitator.demo.check import mismatches
from facilitator.demo.ledger import Ledger
from facilitator.demo.script import GROUPS, definition, prepare
from facilitator.demo.server import serving
from facilitator.demo.story import Story
from facilitator.demo.taken import Taken
from facilitator.domain.polls import KINDS

PEOPLE = 9


def told(low: int, high: int | None = None) -> dict[str, object]:
    """What a table tells of a cell."""
    most = low if high is None else high
    return {
        "how": "exact" if high is None else "between",
        "count": low if high is None else None,
        "low": low,
        "high": most,
    }


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A session that was played to its end."""
    folder = tmp_path_factory.mktemp("played")
    prepare(folder)
    with serving(folder, small_room="0", window_ms="50", rates="100") as served:
        played = Story(served=served, people=PEOPLE, seed=3)
        played.play()
        yield played
        played.leave()


@pytest.fixture(scope="module")
def taken(story: Story) -> Taken:
    """What the host took away from it."""
    return Taken(story.host)


def test_a_small_session_is_played_stored_and_exported_without_a_mismatch(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "facilitator.cli", "demo", "--people", "10", "--seed", "7", "--json"]
    played = subprocess.run(command, capture_output=True, text=True, timeout=170, check=False, cwd=tmp_path)
    assert played.returncode == 0, played.stderr
    report = json.loads(played.stdout)
    assert report["participants"] == 10
    counted = {name.removesuffix("_acked"): count for name, count in report.items() if name.endswith("_acked")}
    assert counted == {name: report[f"{name}_stored"] for name in counted}
    assert all(count > 0 for count in counted.values()), counted
    assert (report["export_mismatches"], report["group_mismatches"], report["breaches"]) == (0, 0, 0)


def test_nine_groups_are_asked_in_every_way_that_there_is() -> None:
    script = definition()
    assert len(script.groups) == GROUPS
    assert {poll.kind for item in script.agenda for poll in item.polls} == set(KINDS)


def test_what_was_played_is_what_was_taken_away(story: Story, taken: Taken) -> None:
    assert mismatches(story, taken) == []
    assert story.by_group == []
    assert story.breaches == []


@pytest.mark.parametrize(
    ("book", "table"),
    [
        ("answers", "polls"),
        ("ideas", "ideas"),
        ("comments", "comments"),
        ("commented", "comments"),
        ("points", "ideas"),
        ("merged", "ideas"),
        ("promises", "commitments"),
        ("not_shown", "commitments"),
        ("became", "commitments"),
        ("questions", "questions"),
        ("upvotes", "questions"),
        ("answered", "questions"),
        ("pairs", "pairs"),
        ("paired_by_host", "pairs"),
        ("proposed", "pairs"),
        ("joins", "joins"),
        ("turns", "turns"),
        ("clusters", "clusters"),
        ("clustered", "ideas in clusters"),
        ("hands", "polls"),
        ("groups", "session"),
    ],
)
def test_a_wrong_book_is_noticed(
    story: Story, taken: Taken, monkeypatch: pytest.MonkeyPatch, book: str, table: str
) -> None:
    monkeypatch.setattr(story.ledger, book, without_one(getattr(story.ledger, book)))
    noticed = mismatches(story, taken)
    assert noticed != []
    assert {line.partition(":")[0] for line in noticed} >= {table}


def test_a_support_that_the_books_lack_is_noticed(story: Story, taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    supports, alone = story.ledger.supports, set(story.ledger.ideas) - set(story.ledger.merged.values())
    # Who supports two ideas that became one counts once there, so that one of the two may be lacking.
    entry = next(key for key, is_so in supports.items() if is_so and key[1] in alone)
    monkeypatch.setattr(story.ledger, "supports", {**supports, entry: False})
    noticed = mismatches(story, taken)
    assert {line.partition(":")[0] for line in noticed} >= {"ideas"}


def test_a_second_round_that_belongs_to_another_question_is_noticed(
    story: Story, taken: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [poll["id"] for _, poll in story.polls() if poll["kind"] == "scale"]
    ((again, first),) = story.ledger.rounds.items()
    wrong = next(each for each in others if each not in {again, first})
    monkeypatch.setattr(story.ledger, "rounds", {again: wrong})
    assert {line.partition(":")[0] for line in mismatches(story, taken)} == {"polls"}


def test_a_contact_that_only_one_side_agreed_to_is_no_contact_that_both_did(story: Story) -> None:
    ledger = Ledger(joins=story.ledger.joins, agreed={(1, 2): True})
    ends = next((ends for ends, is_so in story.ledger.agreed.items() if is_so and story.ledger.agreed.get(ends[::-1])))
    names = {join.join_id: join.contact for join in ledger.joins.values()}
    partner = {"join_id": ends[1], "contact": names[ends[1]]}
    own = {"7": {"id": ends[0], "partners": [partner]}}
    assert list(joining.seen_wrongly("Elena", own, story.ledger)) == []
    assert len(list(joining.seen_wrongly("Elena", own, ledger))) == 1


def test_an_address_on_any_screen_or_in_any_file_is_a_breach(story: Story) -> None:
    address = next(made.email for made in story.ledger.promises.values() if made.email)
    assert list(promising.exposed("host", "nothing", story)) == []
    for name in ("host", "big screen", "files"):
        assert len(list(promising.exposed(name, f"and {address} too", story))) == 1


def test_a_commitment_that_is_not_for_everybody_is_a_breach_on_a_screen(story: Story) -> None:
    kept = next(made.then_text for made in story.ledger.promises.values() if not made.is_public)
    (hidden,) = (story.ledger.promises[key].then_text for key in story.ledger.not_shown)
    assert len(list(promising.exposed("host", kept, story))) == 1
    assert list(promising.exposed("files", kept, story)) == []
    assert len(list(promising.exposed("big screen", hidden, story))) == 1
    assert list(promising.exposed("host", hidden, story)) == []


def test_a_group_that_is_told_of_wrongly_is_noticed() -> None:
    sizes: dict[int | None, int] = {1: 10, 2: 10, None: 20}
    said: dict[int | None, int] = {1: 9, 2: 1}
    right = [{"group_id": 1, "title": "One", "heard": "more"}, {"group_id": 2, "title": "Two", "heard": "less"}]
    wrong = [right[0], {**right[1], "heard": "fair"}]
    assert list(speaking.compare(right, sizes, said)) == []
    assert len(list(speaking.compare(wrong, sizes, said))) == 1
    assert len(list(speaking.compare(right[:1], sizes, said))) >= 1


def test_a_group_that_is_too_small_to_be_told_of_is_a_breach() -> None:
    told = [{"group_id": 1, "title": "One", "heard": "fair"}]
    assert list(speaking.breaches(told, {1: 5, None: 5})) == []
    assert list(speaking.breaches(told, {1: 4, None: 5})) == ["voices: a group of 4 is told of"]
    assert list(speaking.breaches(told, {1: 5, None: 4})) == ["voices: 4 people are left over"]


TABLE: dict[str, Any] = {
    "answered": 30,
    "others": 10,
    "differ": ["Two, “No”: 5 of 10, 50 %. Everybody: 47 %."],
    "lines": [{"label": "Yes", "total": 16}, {"label": "No", "total": 14}],
    "groups": [
        {"group_id": 1, "title": "One", "answered": 10, "cells": [told(0, 10), told(0, 10)]},
        {"group_id": 2, "title": "Two", "answered": 10, "cells": [told(5), told(5)]},
    ],
}
SAID: bygroup.Truth = {1: [{0}] * 7 + [{1}] * 3, 2: [{0}] * 5 + [{1}] * 5, None: [{0}] * 4 + [{1}] * 6}


def test_a_table_by_group_that_is_not_what_the_books_say_is_noticed() -> None:
    assert list(bygroup.compare(TABLE, SAID)) == []
    assert len(list(bygroup.compare(TABLE, {**SAID, 1: [{0}] * 6 + [{1}] * 4}))) == 1
    swapped = {**SAID, 2: [{0}] * 4 + [{1}] * 6, None: [{0}] * 5 + [{1}] * 5}
    assert len(list(bygroup.compare(TABLE, swapped))) == 2
    assert len(list(bygroup.compare({**TABLE, "others": 9}, SAID))) == 1
    assert len(list(bygroup.compare({**TABLE, "differ": ["Two, “No”: 5 of 10, 50 %. Everybody: 46 %."]}, SAID))) == 1


def test_what_can_be_had_by_subtraction_is_a_breach() -> None:
    assert list(bygroup.worked_out(TABLE, is_exclusive=True)) == []
    row = {"group_id": 1, "title": "One", "answered": 10}
    told_once = {**TABLE, "groups": [{**row, "cells": [told(7), told(0, 10)]}, TABLE["groups"][1]]}
    found = list(bygroup.worked_out(told_once, is_exclusive=True))
    assert found == ["7 of the 10 of One are known in line 1", "3 of the 10 of One are known in line 2"]
    assert list(bygroup.worked_out(told_once, is_exclusive=False)) == found[:1]


def test_groups_that_are_too_small_are_a_breach() -> None:
    small = {**TABLE, "others": 4, "groups": [{**TABLE["groups"][0], "answered": 4}]}
    assert list(bygroup.worked_out(small, is_exclusive=False))[:2] == [
        "a group of 4 is told of",
        "4 people are left over",
    ]


def without_one(book: object) -> object:
    """A copy of a book that lacks one entry which says something."""
    if isinstance(book, set):
        return set(sorted(book)[1:])
    assert isinstance(book, dict)
    entry = next(key for key, value in book.items() if value)
    return type(book)({key: value for key, value in book.items() if key != entry})
