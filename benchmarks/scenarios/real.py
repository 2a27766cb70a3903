"""Clients that behave as browsers do: the real library, compression offered, one in ten without WebSockets.

One in five reloads the page in the middle of it. What could not be sent is sent again, as the page does.
"""

from benchmarks.contest import Figures, Goal, Options, Scenario, room
from benchmarks.crowd import gathered
from benchmarks.scenarios._common import EQUAL_WINDOW, NEWCOMERS_PER_S, kept, warm_up
from benchmarks.servers import Plan

HTTP_IN = 10
RELOADS_IN = 5


def measure(entrant: str, options: Options) -> Figures:
    """A burst of browsers."""
    number = options.participants
    plan = Plan(participants=number, settings=EQUAL_WINDOW)
    look = {"kind": "browser", "http_in": HTTP_IN, "http_way": "api" if entrant == "ours" else "polling"}
    with room(entrant, plan) as made, made.serving() as server, gathered() as crowd:
        within_s = number / NEWCOMERS_PER_S
        came = crowd.open(server.port, (0, number), within_s=within_s, tickets=made.tickets, **look)
        warm_up(crowd, made, number)
        cpu_s = server.cpu_s()
        acts = [made.answer(who) for who in range(number)]
        said = crowd.say(acts, within_s=options.seconds, reloads=number // RELOADS_IN)
        cpu_s = server.cpu_s() - cpu_s
        stored = made.saved()
    return {
        **{name: said[name] for name in ("p50_ms", "p95_ms", "p99_ms")},
        **kept(said, stored, number),
        "failed": came["failed"],
        "why": came["why"],
        "reload_p95_ms": (said["reloads"] or {}).get("p95_ms"),
        "updates_each": said["updates"],
        "cpu_ms_per_answer": cpu_s * 1000 / max(1, said["acked"]),
        "load_busy": said["load_busy"],
    }


SCENARIO = Scenario(
    name="real",
    measure=measure,
    defaults=Options(participants=300, seconds=5),
    compared=("p50_ms", "p99_ms", "cpu_ms_per_answer"),
    goals=(Goal(figure="lost", at_most=0), Goal(figure="absent", at_most=0)),
)
