"""People join with the code, at random moments: the ticket, the connection and the whole state.

Then the server is restarted, and everybody comes back at once with the ticket that they have.
"""

from benchmarks.contest import Figures, Goal, Options, Scenario, room
from benchmarks.crowd import gathered
from benchmarks.servers import Plan


def measure(entrant: str, options: Options) -> Figures:
    """A rush at the door, and another one after a restart."""
    number = options.participants
    with room(entrant, Plan(participants=number)) as made, gathered() as crowd:
        with made.serving() as server:
            cpu_s = server.cpu_s()
            came = crowd.open(server.port, (0, number), within_s=options.seconds, code=made.code)
            cpu_s = server.cpu_s() - cpu_s
            crowd.drop(is_sudden=True)
        with made.serving() as server:
            back = crowd.open(server.port, (0, number), tickets=made.tickets)
            crowd.drop(is_sudden=True)
    return {
        **{name: came[name] for name in ("p50_ms", "p95_ms", "max_ms", "failed", "why", "snapshot_bytes")},
        "cpu_ms_per_join": cpu_s * 1000 / max(1, came["came"]),
        "back_p50_ms": back["p50_ms"],
        "back_p95_ms": back["p95_ms"],
        "back_max_ms": back["max_ms"],
        "back_failed": back["failed"],
        "back_why": back["why"],
    }


SCENARIO = Scenario(
    name="join",
    measure=measure,
    defaults=Options(participants=1000, seconds=10),
    compared=("p95_ms", "back_p95_ms", "cpu_ms_per_join"),
    goals=(
        Goal(figure="failed", at_most=0),
        Goal(figure="back_failed", at_most=0),
        Goal(figure="p95_ms", at_most=500),
    ),
)
