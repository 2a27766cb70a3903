"""One message to everybody, again and again: what one more listener costs.

To the last client: the time between the first and the last client that has it. On the server's side:
the CPU that a message costs in a full room beyond what it costs in a small one, for each client more.
`bare` is a loop of `send` and nothing else: the physical limit. Everybody sends about as many bytes.
"""

import statistics
import time

from benchmarks.contest import Figures, Goal, Options, Scenario, room
from benchmarks.crowd import Crowd, gathered
from benchmarks.scenarios._common import enter
from benchmarks.servers import Plan, Room, Server

MESSAGES = 40
PEOPLE_A_MESSAGE = 10  # a small room is told less often
WARM_UP_MESSAGES = 5
PAUSE_S = 0.1
SMALL_SHARE = 10
UPDATE_BYTES = 590  # with what stands around it, as long as a message of ours


def measure(entrant: str, options: Options) -> Figures:
    """Messages in a small room, then in the full one."""
    few, many = max(2, options.participants // SMALL_SHARE), options.participants
    times = min(MESSAGES, max(1, many // PEOPLE_A_MESSAGE))
    with (
        room(entrant, Plan(participants=many, update_bytes=UPDATE_BYTES)) as made,
        made.serving() as server,
        gathered() as crowd,
    ):
        enter(crowd, made, server, (0, few))
        _shout(crowd, made, server, min(times, WARM_UP_MESSAGES))
        small = _shout(crowd, made, server, times)
        enter(crowd, made, server, (few, many))
        _shout(crowd, made, server, min(times, WARM_UP_MESSAGES))
        full = _shout(crowd, made, server, times)
    return {
        "us_to_last_each": full["spread_us"],
        "us_server_each": (full["cpu_s"] - small["cpu_s"]) * 1e6 / (many - few),
        "cpu_ms_per_message": full["cpu_s"] * 1000,
        "cpu_ms_per_message_small": small["cpu_s"] * 1000,
        "ms_to_last": full["to_last_ms"],
        "missed": many - full["reached"],
        "bytes": full["bytes"],
    }


def _shout(crowd: Crowd, made: Room, server: Server, times: int) -> Figures:
    arrived = []
    cpu_s = 0.0
    for _ in range(times):
        before_s = server.cpu_s()
        with crowd.watching() as one:
            made.shout(server)
        cpu_s += server.cpu_s() - before_s
        arrived.append(one)
        time.sleep(PAUSE_S)
    return {
        "cpu_s": cpu_s / times,
        "reached": min(one["reached"] for one in arrived),
        **{name: statistics.median(one[name] for one in arrived) for name in ("spread_us", "to_last_ms", "bytes")},
    }


SCENARIO = Scenario(
    name="fanout",
    measure=measure,
    defaults=Options(participants=1000),
    entrants=("ours", "node", "stock", "bare"),
    compared=("us_to_last_each", "us_server_each"),
    goals=(
        Goal(figure="missed", at_most=0),
        Goal(figure="us_to_last_each", of="node", at_most=1.0),
        Goal(figure="us_server_each", of="bare", at_most=2.0),
    ),
)
