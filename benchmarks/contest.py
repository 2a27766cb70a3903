"""Rounds in turn, medians of them, and what they are beside each other."""

import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.ours import Ours
from benchmarks.servers import Plan, Room, bare_peer, node_peer, stock_peer

Figures = dict[str, Any]
MAKERS: Mapping[str, Callable[[Path, Plan], Room]] = {
    "ours": Ours,
    "node": node_peer,
    "stock": stock_peer,
    "bare": bare_peer,
}


@dataclass(frozen=True, kw_only=True)
class Options:
    """What can be asked for on the command line; each scenario has its own defaults."""

    participants: int = 1000
    seconds: float = 5
    rounds: int = 3
    answers: tuple[int, ...] = (1000, 10_000, 100_000)
    posts: int = 500
    entrants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A figure of ours that must not be larger than `at_most`; `of` makes it a ratio to somebody else's."""

    figure: str
    at_most: float
    of: str = ""
    applies: Callable[[Options], bool] = lambda _: True


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Something that is measured. `measure` is called once a round for each entrant."""

    name: str
    measure: Callable[[str, Options], Figures]
    defaults: Options
    entrants: Sequence[str] = ("ours", "node", "stock")
    compared: Sequence[str] = ()
    goals: Sequence[Goal] = ()


@contextmanager
def room(entrant: str, plan: Plan) -> Iterator[Room]:
    """A fresh installation in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        yield MAKERS[entrant](Path(folder), plan)


def run(scenario: Scenario, options: Options, note: Callable[[str], None]) -> Figures:
    """All rounds of a scenario: everybody's medians, ratios of ours to the others', and the goals."""
    entrants = options.entrants or tuple(scenario.entrants)
    rounds: dict[str, list[Figures]] = {entrant: [] for entrant in entrants}
    for number in range(options.rounds):
        for entrant in _in_turn(entrants, number):
            machine.go_on_unless_told()
            rounds[entrant].append(scenario.measure(entrant, options))
            note(f"{scenario.name}, round {number + 1} of {options.rounds}, {entrant}: {rounds[entrant][-1]}")
    medians = {entrant: _median(each) for entrant, each in rounds.items()}
    return {
        "scenario": scenario.name,
        "participants": options.participants,
        "seconds": options.seconds,
        "rounds": options.rounds,
        **medians,
        "ratios": _ratios(scenario, medians),
        "goals": [_judge(goal, medians) for goal in scenario.goals if goal.applies(options)],
        "each": rounds,
    }


def _in_turn(entrants: Sequence[str], number: int) -> Sequence[str]:
    """Nobody is always first."""
    first = number % len(entrants)
    return [*entrants[first:], *entrants[:first]]


def _median(rounds: Sequence[Figures]) -> Figures:
    """Figure by figure; what is no number stays as the first round had it."""
    return {name: _median_of([figures[name] for figures in rounds if name in figures]) for name in rounds[0]}


def _median_of(values: Sequence[Any]) -> Any:  # noqa: ANN401  numbers, or words
    numbers = [value for value in values if isinstance(value, int | float)]
    if len(numbers) < len(values) or not numbers:
        return numbers[0] if numbers else values[0]
    return round(statistics.median(numbers), 3)


def _ratios(scenario: Scenario, medians: Mapping[str, Figures]) -> Figures:
    return {
        f"{figure} to {other}": _ratio(medians, figure, other)
        for other in medians
        if other != "ours"
        for figure in scenario.compared
    }


def _ratio(medians: Mapping[str, Figures], figure: str, other: str) -> float | None:
    mine, theirs = (medians.get(one, {}).get(figure) for one in ("ours", other))
    return None if mine is None or not theirs else round(mine / theirs, 3)


def _judge(goal: Goal, medians: Mapping[str, Figures]) -> Figures:
    value = _ratio(medians, goal.figure, goal.of) if goal.of else medians.get("ours", {}).get(goal.figure)
    name = f"{goal.figure} to {goal.of}" if goal.of else goal.figure
    return {"goal": name, "at_most": goal.at_most, "is": value, "met": value is not None and value <= goal.at_most}
