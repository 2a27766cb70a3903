"""Commitments: made, said better, taken back, hidden by the host, and answered by link afterwards."""

import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import requests

from facilitator.demo.ledger import Promised
from facilitator.demo.people import Person
from facilitator.demo.room import Room
from facilitator.demo.taken import Row, Taken, differences
from facilitator.demo.wire import Json

ROW: Final = (
    *("when_text", "then_text", "language", "organisation", "due_on", "is_public", "is_hidden", "status", "note"),
)
WORDS: Final = (
    ("en", "our next call opens", "we ask for childcare in it"),
    ("de", "der Kurs startet", "laden wir die Betriebe ein"),
    ("el", "βρούμε συνεργάτη", "=ξεκινάμε μαζί"),
)
BECAME: Final = ("begun", "done", "not_yet", "dropped")


def promise(room: Room) -> None:
    """The step in which everybody writes in silence; the host keeps one from the screens."""
    room.together(_promise)
    public = sorted(key for key, made in room.ledger.promises.items() if made.is_public)
    room.host.run("set_stage", view="commitments")
    if public:
        room.host.run("hide_commitment", commitment_id=public[0], hidden=True)
        room.ledger.not_shown.add(public[0])
    room.host.run("set_stage", view="auto")


def answer_by_link(room: Room) -> None:
    """After the end, some say what became of theirs; some of them say it twice."""
    for number, (key, made) in enumerate(sorted(room.ledger.promises.items())[::3]):
        for turn in range(1 + number % 2):
            said = {"token": made.token, "status": BECAME[(number + turn) % len(BECAME)], "note": f"Note {number}"}
            answer = requests.post(f"{room.served.base}/api/commitment/answer", json=said, timeout=20)
            answer.raise_for_status()
            room.ledger.became[key] = (said["status"], said["note"])


def _promise(person: Person) -> None:
    """Two in three promise something; some say it better, some take it back."""
    if person.number % 3 == 0:
        return
    token = secrets.token_urlsafe(16)
    said = _said(person)
    reply = person.wire.act("make_commitment", token=token, **said, email=_email(person))
    if not reply["ok"]:
        return
    key = int(next(iter(reply["me"]["commitments"])))
    if person.number % 5 == 0:
        better = {**said, "then_text": f"{said['then_text']}, together"}
        if person.wire.act("edit_commitment", commitment_id=key, **better)["ok"]:
            said = better
    regrets = person.number % 7 == 0
    if not (regrets and person.wire.act("withdraw_commitment", commitment_id=key)["ok"]):
        person.ledger.note(person.ledger.promises, key, Promised(token=token, email=_email(person), **said))


def _said(person: Person) -> Json:
    language, when, then = WORDS[person.number % len(WORDS)]
    is_own = person.number % 4 == 0
    return {
        "when_text": when,
        "then_text": f"{then} ({person.number})",
        "language": language,
        "owner": "own" if is_own else "organisation",
        "organisation": "" if is_own else f"Organisation {person.number}",
        "due_on": (date.today() + timedelta(days=30 + person.number)).isoformat(),  # noqa: DTZ011  far enough away
        "is_public": person.number % 2 == 0,
    }


def _email(person: Person) -> str:
    return f"reminder-{person.number}@example.org" if person.number % 4 == 1 else ""


def mismatches(room: Room, taken: Taken) -> Iterator[str]:
    """What differs between the books and the exported commitments."""
    yield from differences("commitments", taken.rows("commitments", ROW), _rows(room))


def breaches(room: Room, taken: Taken) -> Iterator[str]:
    """Addresses that come out anywhere, and words on a screen that their author kept from it."""
    screens = {"host": str(room.host.fresh()), "big screen": str(room.stage.fresh()), "files": str(taken.document)}
    for name, text in screens.items():
        yield from exposed(name, text, room)


def exposed(name: str, text: str, room: Room) -> Iterator[str]:
    """What one screen or file shows of commitments and should not."""
    for key, made in room.ledger.promises.items():
        if made.email and made.email in text:
            yield f"commitments: the {name} shows an address"
        is_kept_back = not made.is_public or (key in room.ledger.not_shown and name == "big screen")
        if name != "files" and is_kept_back and made.then_text in text:
            yield f"commitments: the {name} shows words that are not for everybody"


def _rows(room: Room) -> Iterator[Row]:
    for key, made in room.ledger.promises.items():
        became, note = room.ledger.became.get(key, (None, None))
        about = (made.when_text, made.then_text, made.language, made.organisation or None, made.due_on)
        yield (*about, made.is_public, key in room.ledger.not_shown, became, note)
