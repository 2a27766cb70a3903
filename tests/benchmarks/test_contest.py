"""What is made of the rounds: medians, ratios, goals."""

from benchmarks.contest import Figures, Goal, Options, Scenario, run

TIMES = {"ours": [3.0, 900.0, 5.0], "node": [10.0, 20.0, 30.0]}


def contest(*, at_most: float, rounds: int = 3) -> tuple[Figures, list[str]]:
    order: list[str] = []

    def measure(entrant: str, options: Options) -> Figures:
        order.append(entrant)
        return {"p99_ms": TIMES[entrant][order.count(entrant) - 1], "why": {}, "asked": options.participants}

    scenario = Scenario(
        name="race",
        measure=measure,
        defaults=Options(),
        entrants=("ours", "node"),
        compared=("p99_ms",),
        goals=(
            Goal(figure="p99_ms", of="node", at_most=at_most),
            Goal(figure="p99_ms", at_most=1, applies=lambda asked: asked.participants > 1000),
        ),
    )
    return run(scenario, Options(rounds=rounds), lambda _: None), order


def test_a_median_does_not_mind_one_bad_round() -> None:
    figures, _ = contest(at_most=1)

    assert figures["ours"] == {"p99_ms": 5.0, "why": {}, "asked": 1000}
    assert figures["ratios"] == {"p99_ms to node": 0.25}


def test_entrants_take_turns_in_being_first() -> None:
    _, order = contest(at_most=1)

    assert order == ["ours", "node", "node", "ours", "ours", "node"]


def test_a_goal_is_judged_only_where_it_applies() -> None:
    met, _ = contest(at_most=0.25)
    missed, _ = contest(at_most=0.2)

    assert met["goals"] == [{"goal": "p99_ms to node", "at_most": 0.25, "is": 0.25, "met": True}]
    assert missed["goals"] == [{"goal": "p99_ms to node", "at_most": 0.2, "is": 0.25, "met": False}]
