"""`python -m tests.chaos NAME`: play one scenario, print what came out; exit code 1 when a promise was broken."""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.chaos.measure import Watch, allow_files
from tests.chaos.scenario import Figures
from tests.chaos.scenarios import SCENARIOS


def main(words: Sequence[str] | None = None) -> int:
    """Play what the command line asks for."""
    asked = _parser().parse_args(words)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(ending) != signal.SIG_IGN:  # nohup
            signal.signal(ending, lambda number, _: sys.exit(128 + number))  # as an exception: all that runs is ended
    allow_files()
    held = [_play(name, asked) for name in (sorted(SCENARIOS) if asked.name == "all" else [asked.name])]
    return int(not all(held))


def _play(name: str, asked: argparse.Namespace) -> bool:
    scenario = SCENARIOS[name]
    given = {
        word: value for word in ("rounds", "people", "seed", "seconds") if (value := getattr(asked, word)) is not None
    }
    options, load, watch = replace(scenario.full, **given), os.getloadavg()[0], Watch()
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        played = asyncio.run(scenario.run(options, Path(folder)))
    figures: Figures = {"scenario": name, "seed": options.seed, **played}
    figures |= {"load_before": round(load, 1), "took_s": round(watch.seconds, 1)}
    if asked.json:
        print(json.dumps(figures))
    else:
        _print(scenario.promise, figures)
    return bool(figures["held"])


def _print(promise: str, figures: Figures) -> None:
    print(f"\n{promise}")
    for name, value in figures.items():
        print(f"  {name:<24}{value}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev chaos", description=__doc__)
    parser.add_argument("name", choices=[*sorted(SCENARIOS), "all"])
    parser.add_argument("--rounds", type=int, help="how often")
    parser.add_argument("--people", type=int, help="how many take part")
    parser.add_argument("--seconds", type=float, help="how long a fault lasts")
    parser.add_argument("--seed", type=int, help="the same number leads to the same chances")
    parser.add_argument("--json", action="store_true", help="one line of JSON a scenario, and nothing else")
    return parser


if __name__ == "__main__":
    sys.exit(main())
