"""`./dev privacy`: what somebody who saw everything that is published by group could know of many populations."""

import argparse
import json
import time
from collections.abc import Sequence
from multiprocessing import Pool

from tests.privacy.audit import Report, audit, knowing_the_rule

AT_ONCE = 100


def main(words: Sequence[str] | None = None) -> int:
    """Audit as many populations as were asked for. The exit code is 1 when there is a breach."""
    asked = _parser().parse_args(words)
    began = time.monotonic()
    batches = [
        range(start, min(start + AT_ONCE, asked.seed + asked.examples))
        for start in range(asked.seed, asked.seed + asked.examples, AT_ONCE)
    ]
    whole = Report()
    with Pool(asked.cores) as pool:
        for report in pool.imap(audit, batches):
            _add(whole, report)
            if not asked.json:
                print(f"\r{whole.populations} populations, {len(whole.found)} breaches", end="", flush=True)
    tried, told = knowing_the_rule(range(asked.seed, asked.seed + min(asked.examples, 200)))
    figures = {
        "populations": whole.populations,
        "publications": whole.publications,
        "tables": whole.tables,
        "cells": whole.cells,
        "breaches": len(whole.found),
        "untrue": whole.untrue,
        "cells_hidden_share": whole.hidden_share,
        "worlds_knowing_the_rule": tried,
        "breaches_knowing_the_rule": len(told),
        "seed": asked.seed,
        "took_s": round(time.monotonic() - began, 1),
    }
    if asked.json:
        print(json.dumps(figures))
    else:
        print("\r" + "\n".join(f"{name:26} {value}" for name, value in figures.items()))
    for sentence in (*whole.found, *told)[:20] if not asked.json else ():
        print(sentence)
    return int(bool(whole.found or whole.untrue or told))


def _add(whole: Report, report: Report) -> None:
    for name in ("populations", "publications", "tables", "cells", "kept", "untrue"):
        setattr(whole, name, getattr(whole, name) + getattr(report, name))
    whole.found += report.found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev privacy", description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, help="how many populations (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed; each population has its own")
    parser.add_argument("--cores", type=int, default=1, help="how many processes (default 1)")
    parser.add_argument("--json", action="store_true", help="one line for a program")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
