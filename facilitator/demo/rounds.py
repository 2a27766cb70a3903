"""Questions without preparation, a second round, hands in the room, a reset that is thought better of."""

from typing import Any, Final

from facilitator.demo import bygroup
from facilitator.demo.people import Person
from facilitator.demo.recount import Counted, lines_of
from facilitator.demo.room import Room
from facilitator.demo.wire import Json

COLUMNS: Final = ("is_pulse", "again_of", "hands", "before_count", "before_share")
PULSES: Final = ("yes_no", "agree", "pace", "lost")


def pulse(room: Room, preset: str) -> None:
    """A question in one key; it is closed like any other."""
    reply = room.host.run("start_pulse", preset=preset)
    poll_id = int(reply["made"]["poll_id"])
    poll = room.host.topic(f"poll:{poll_id}")
    room.together(lambda person: person.respond(poll))
    room.host.poll("close_poll", poll_id)


def ask_again(room: Room, first_id: int) -> None:
    """The second round of a question, which fewer people answer."""
    poll_id = int(room.host.poll("repeat_poll", first_id)["made"]["poll_id"])
    room.ledger.rounds[poll_id] = first_id
    room.host.poll("open_poll", poll_id)
    poll = room.host.topic(f"poll:{poll_id}")
    room.together(lambda person: person.respond(poll), room.here[::2])
    room.host.poll("close_poll", poll_id)
    room.host.poll("show_results", poll_id, to="stage", shown=True)
    bygroup.publish(room, poll_id)


def count_hands(room: Room, poll_id: int) -> None:
    """Some hands are raised for two lines; the first count was wrong."""
    poll = room.host.topic(f"poll:{poll_id}")
    labels = _labels(poll)
    for line_id, count in zip([*labels][:1] + [*labels][:2], (3, 4, 9), strict=False):
        room.host.poll("count_hands", poll_id, line_id=line_id, count=count)
        room.ledger.hands[poll_id, labels[line_id]] = count


def start_over(room: Room, poll_id: int) -> None:
    """While a question is open: all answers are put aside, a few people answer anew, and the others' come back."""
    room.host.poll("reset_poll", poll_id, confirm="RESET")
    poll = room.host.topic(f"poll:{poll_id}")
    room.together(_sees_none(poll_id), room.here)
    room.together(lambda person: person.respond(poll), room.here[::5])
    room.host.poll("restore_poll", poll_id)


def _sees_none(poll_id: int) -> Any:  # noqa: ANN401  somebody's part
    def wait(person: Person) -> None:
        person.wire.wait_until(lambda state: str(poll_id) not in state["me"]["responses"])

    return wait


def columns_of(room: Room, poll: Json, line: Counted, numbers: dict[int, int]) -> tuple[Any, ...]:
    """What the exported line of a question says of rounds and hands."""
    first_id, is_pulse = room.ledger.rounds.get(poll["id"]), poll.get("is_pulse", False)
    hands = None if line.line is None else room.ledger.hands.get((poll["id"], line.line), 0)
    if first_id is None:
        return (is_pulse, None, hands, None, None)
    before = _first_round(room, first_id, line)
    return (is_pulse, numbers[first_id], hands, before.count if before else None, before.share if before else None)


def _first_round(room: Room, poll_id: int, line: Counted) -> Counted | None:
    poll, answers = room.host.topic(f"poll:{poll_id}"), room.ledger.answers_to(poll_id)
    base = sum(not answer.get("not_applicable", False) for answer in answers)
    return next((each for each in lines_of(poll, answers, base) if each.line == line.line), None)


def _labels(poll: Json) -> dict[int, str]:
    steps = poll["scale"]["labels"] if poll["scale"] else ()
    return {option["id"]: option["text"] for option in poll["options"]} | dict(enumerate(steps, start=1))
