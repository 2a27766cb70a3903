"""People join with the code, at random moments: the ticket, the connection and the whole state.

Then all of them lose their network at once, the server is restarted, and everybody comes back at once
with the ticket that they have.
"""

import time

from benchmarks.contest import Figures, Goal, Options, Scenario, room
from benchmarks.crowd import gathered
from benchmarks.servers import Plan, Server

LOOK_S = 0.5
CALM_S = 0.05
PATIENCE_S = 60


def measure(entrant: str, options: Options) -> Figures:
    """A rush at the door, and another one after a restart."""
    number = options.participants
    with room(entrant, Plan(participants=number)) as made, gathered() as crowd:
        with made.serving() as server:
            cpu_s = server.cpu_s()
            came = crowd.open(server.port, (0, number), within_s=options.seconds, code=made.code)
            cpu_s = server.cpu_s() - cpu_s
            gone_s = server.cpu_s()
            crowd.drop(is_sudden=True)
            gone_s = _calm(server) - gone_s
        with made.serving() as server:
            back = crowd.open(server.port, (0, number), tickets=made.tickets)
            crowd.drop(is_sudden=True)
    return {
        **{name: came[name] for name in ("p50_ms", "p95_ms", "max_ms", "failed", "why", "snapshot_bytes")},
        "cpu_ms_per_join": cpu_s * 1000 / max(1, came["came"]),
        "cpu_ms_per_leave": gone_s * 1000 / max(1, came["came"]),
        "back_p50_ms": back["p50_ms"],
        "back_p95_ms": back["p95_ms"],
        "back_max_ms": back["max_ms"],
        "back_failed": back["failed"],
        "back_why": back["why"],
    }


def _calm(server: Server) -> float:
    """Wait until the server has little to do; its CPU seconds then."""
    end = time.monotonic() + PATIENCE_S
    before_s, now_s = 0.0, server.cpu_s()
    while now_s - before_s > CALM_S and time.monotonic() < end:
        time.sleep(LOOK_S)
        before_s, now_s = now_s, server.cpu_s()
    return now_s


SCENARIO = Scenario(
    name="join",
    measure=measure,
    defaults=Options(participants=1000, seconds=10),
    compared=("p95_ms", "back_p95_ms", "cpu_ms_per_join", "cpu_ms_per_leave"),
    goals=(
        Goal(figure="failed", at_most=0),
        Goal(figure="back_failed", at_most=0),
        Goal(figure="p95_ms", at_most=500),
    ),
)
