"""The demonstration plays a whole session, and notices when a file does not say what people were told."""

import json
import subprocess
import sys
from pathlib import Path

from facilitator.demo.check import mismatches
from facilitator.demo.server import serving
from facilitator.demo.story import Story


def test_a_small_session_is_played_stored_and_exported_without_a_mismatch() -> None:
    command = [sys.executable, "-m", "facilitator.cli", "demo", "--people", "10", "--seed", "7", "--json"]
    played = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert played.returncode == 0, played.stderr
    report = json.loads(played.stdout)
    assert report["participants"] == 10
    assert report["answers_acked"] == report["answers_stored"] > 100
    assert report["posts_acked"] == report["posts_stored"] > 9
    assert report["export_mismatches"] == 0


def test_a_wrong_book_is_noticed(tmp_path: Path) -> None:
    with serving(tmp_path, small_room="0", window_ms="100") as served:
        story = Story(served=served, people=8, seed=3)
        story.play()
        assert mismatches(story) == []
        (who, poll_id), answer = next(iter(story.ledger.answers.items()))
        del story.ledger.answers[who, poll_id]
        noticed = mismatches(story)
        story.ledger.answers[who, poll_id] = answer
        story.leave()
    assert any("nobody was acknowledged" in line for line in noticed)
    assert any(line.startswith("polls:") for line in noticed)
