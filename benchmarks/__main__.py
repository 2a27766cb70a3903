"""`python -m benchmarks NAME`: measure one scenario, print what came out."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

from benchmarks import about, machine
from benchmarks.contest import MAKERS, Figures, Options, Scenario, run
from benchmarks.scenarios import SCENARIOS

_WIDTH = 34


def main(words: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; exit code 1 when a goal was missed and --strict was given."""
    asked = _parser().parse_args(words)
    scenario = SCENARIOS[asked.name]
    machine.allow_files()
    machine.end_on_signals()
    before = about.describe()
    figures = run(scenario, _options(asked, scenario), _silent if asked.json else _say)
    figures["machine"] = {**before, "spin_ms_after": round(about.spin_ms(), 1)}
    if asked.json:
        print(json.dumps(figures))
    else:
        _print_table(figures)
    return int(asked.strict and not all(goal["met"] for goal in figures["goals"]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("name", choices=sorted(SCENARIOS))
    parser.add_argument("--participants", type=int, help="how many people")
    parser.add_argument("--seconds", type=float, help="the time within which they act")
    parser.add_argument("--rounds", type=int, help="how often, in turn; medians are shown")
    parser.add_argument("--answers", type=_numbers, help="for tally: how many answers, as 1000,10000")
    parser.add_argument("--posts", type=int, help="for board: how many ideas")
    parser.add_argument("--entrants", type=_names, help=f"only some of {', '.join(MAKERS)}")
    parser.add_argument("--json", action="store_true", help="one line of JSON, and nothing else")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal is missed")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := set(names) - set(MAKERS):
        raise argparse.ArgumentTypeError(f"nobody is called {', '.join(sorted(unknown))}")
    return names


def _options(asked: argparse.Namespace, scenario: Scenario) -> Options:
    given = {
        name: value
        for name in ("participants", "seconds", "rounds", "answers", "posts", "entrants")
        if (value := getattr(asked, name)) is not None
    }
    return replace(scenario.defaults, **given)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _silent(line: str) -> None:
    del line


def _print_table(figures: Figures) -> None:
    entrants = [name for name in MAKERS if name in figures]
    print(f"\n{figures['scenario']:<{_WIDTH}}" + "".join(f"{name:>14}" for name in entrants))
    for figure in figures[entrants[0]]:
        cells = (str(figures[name].get(figure, "-")) for name in entrants)
        print(f"{figure:<{_WIDTH}}" + "".join(f"{cell:>14}" for cell in cells))
    for name, ratio in figures["ratios"].items():
        print(f"ours {name}: {ratio}")
    for goal in figures["goals"]:
        verdict = "met" if goal["met"] else "MISSED"
        print(f"{goal['goal']} at most {goal['at_most']}: {goal['is']}, {verdict}")


if __name__ == "__main__":
    sys.exit(main())
