"""A board with many ideas that people support: what each of them is sent, and how large the whole state is.

Traffic must grow with what changes, not with what is there: the same clicks on a quarter of the ideas
have to cost about as much, and half of the clicks about half.
"""

from random import Random

from benchmarks.contest import Figures, Goal, Options, Scenario
from benchmarks.crowd import Act, Crowd
from benchmarks.scenarios._common import full_room
from benchmarks.servers import Plan, Room

CLICKS_PER_S = 50
SMALLER = 4


def measure(entrant: str, options: Options) -> Figures:
    """Support on the whole board, at full and at half speed, and on a small board."""
    large, few = _clicks(entrant, options, options.posts)
    small, _ = _clicks(entrant, options, max(1, options.posts // SMALLER))
    return {
        **large,
        "bytes_each_s_half_the_clicks": few["bytes_each_s"],
        "bytes_each_s_quarter_of_ideas": small["bytes_each_s"],
        "growth_with_ideas": large["bytes_each_s"] / small["bytes_each_s"],
    }


def _clicks(entrant: str, options: Options, posts: int) -> tuple[Figures, Figures]:
    with full_room(entrant, Plan(participants=options.participants, posts=posts)) as (made, server, crowd, _):
        snapshot = crowd.open(server.port, (0, 1), tickets=made.tickets)
        full = _support(crowd, made, options, CLICKS_PER_S)
        few = _support(crowd, made, options, CLICKS_PER_S // 2)
    return {**full, "snapshot_bytes": snapshot["snapshot_bytes"], "snapshot_ms": snapshot["p50_ms"]}, few


def _support(crowd: Crowd, made: Room, options: Options, per_s: int) -> Figures:
    chance = Random(per_s)
    acts: list[Act] = [
        (
            chance.randrange(options.participants),
            "support_post",
            {"post_id": chance.choice(made.post_ids), "supported": True},
        )
        for _ in range(round(per_s * options.seconds))
    ]
    said = crowd.say(acts, within_s=options.seconds)
    return {
        "bytes_each_s": said["updates"] * said["update_bytes"] / said["took_s"],
        "updates_each": said["updates"],
        "p50_ms": said["p50_ms"],
        "p99_ms": said["p99_ms"],
        "unanswered": said["unanswered"],
        "refused": said["refused"],
    }


SCENARIO = Scenario(
    name="board",
    measure=measure,
    defaults=Options(participants=1000, seconds=10, rounds=1),
    entrants=("ours",),
    goals=(Goal(figure="growth_with_ideas", at_most=1.25), Goal(figure="unanswered", at_most=0)),
)
