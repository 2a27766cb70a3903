"""What several scenarios begin with."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.contest import Figures, room
from benchmarks.crowd import Crowd, gathered
from benchmarks.servers import Plan, Room, Server

NEWCOMERS_PER_S = 250
SETTLE_S = 1.0
WARM_UP_S = 1.5
CALM = 200  # a smaller room needs less time to settle
EQUAL_WINDOW = {"window_ms": "250"}  # the others tell everybody four times a second


@contextmanager
def full_room(entrant: str, plan: Plan) -> Iterator[tuple[Room, Server, Crowd, Figures]]:
    """A served room with everybody in it, after a first warm-up question that one in five answers.

    The figures say how many came, and the memory that each of them costs.
    """
    with room(entrant, plan) as made, made.serving() as server, gathered() as crowd:
        empty_kb = server.memory_kb()
        came = enter(crowd, made, server, (0, plan.participants))
        warm_up(crowd, made, plan.participants)
        used_kb = server.memory_kb() - empty_kb
        yield made, server, crowd, {"came": came["came"], "kb_each": used_kb / plan.participants}


def kept(said: Figures, stored: int | None, participants: int) -> Figures:
    """What became of everybody's answer. Lost is what was sent and never answered, or acknowledged and not stored."""
    refused = sum(said["refused"].values())
    never = said["sent"] - said["acked"] - refused
    return {
        "absent": participants - said["sent"],
        "acked": said["acked"],
        "stored": stored,
        "refused": refused,
        "lost": never + (0 if stored is None else max(0, said["acked"] - stored)),
    }


def enter(crowd: Crowd, made: Room, server: Server, people: tuple[int, int]) -> Figures:
    """Let these people in, not too fast for anybody."""
    within_s = (people[1] - people[0]) / NEWCOMERS_PER_S
    return crowd.open(server.port, people, within_s=within_s, tickets=made.tickets)


def warm_up(crowd: Crowd, made: Room, participants: int) -> None:
    """Let every fifth answer another question, so that nobody is measured cold."""
    some = [made.answer(who, warm_up=True) for who in range(0, participants, 5)]
    share = min(1.0, participants / CALM)
    crowd.say(some, within_s=WARM_UP_S * share, settle_s=SETTLE_S * share)
    time.sleep(SETTLE_S * share)
