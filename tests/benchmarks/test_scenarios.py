"""The harness itself: everybody is served and measured in the same way, and nothing is lost unseen."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PEOPLE = 20


def bench(*words: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks", *words, "--participants", str(PEOPLE), "--rounds", "1", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=100)
    (line,) = done.stdout.splitlines()
    figures: dict[str, Any] = json.loads(line)
    return figures


def test_a_burst_loses_nothing_and_ours_has_stored_all_of_it() -> None:
    figures = bench("burst", "--seconds", "1")

    everybody = {name: figures[name] for name in ("ours", "node", "stock")}
    assert {name: each["acked"] for name, each in everybody.items()} == dict.fromkeys(everybody, PEOPLE)
    assert {name: each["lost"] for name, each in everybody.items()} == dict.fromkeys(everybody, 0)
    assert {name: each["stored"] for name, each in everybody.items()} == {"ours": PEOPLE, "node": None, "stock": None}
    assert all(each["updates_each"] >= 1 for each in everybody.values())
    assert all(0 < each["p50_ms"] <= each["p99_ms"] <= each["max_ms"] for each in everybody.values())
    assert figures["ratios"]["p99_ms to node"] == round(figures["ours"]["p99_ms"] / figures["node"]["p99_ms"], 3)


def test_a_message_reaches_everybody_of_everyone() -> None:
    figures = bench("fanout", "--entrants", "ours,node,bare")

    assert {name: figures[name]["missed"] for name in ("ours", "node", "bare")} == {"ours": 0, "node": 0, "bare": 0}
    assert figures["goals"][0] == {"goal": "missed", "at_most": 0, "is": 0, "met": True}
