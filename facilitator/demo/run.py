"""`facilitator demo`: play, compare, report in one line."""

import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from facilitator.demo.check import mismatches
from facilitator.demo.server import serving
from facilitator.demo.story import Story

SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Report:
    """What the demonstration found. Stored figures are read from the exported file."""

    participants: int
    answers_acked: int
    answers_stored: int
    posts_acked: int
    posts_stored: int
    export_mismatches: int
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether everything acknowledged was stored, and every exported figure is right."""
        same = self.answers_acked == self.answers_stored and self.posts_acked == self.posts_stored
        return same and self.export_mismatches == 0


def run(*, people: int, seed: int, keep: bool, as_json: bool) -> bool:
    """Play a session and print what was found. Returns whether all is well."""
    folder = Path(tempfile.mkdtemp(prefix="facilitator-demo-"))
    try:
        report = _play(folder, people, seed)
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    _print(report, as_json=as_json)
    if keep:
        click.echo(f"The data is kept: FACILITATOR_DATA={folder} ./dev up shows it.", err=True)
    return report.is_good


def _play(folder: Path, people: int, seed: int) -> Report:
    began = time.monotonic()
    with serving(folder, small_room="0", window_ms="100") as served:
        story = Story(served=served, people=people, seed=seed)
        story.play()
        wrong = mismatches(story)
        stored = json.loads(story.host.take_away("session.json"))
        story.leave()
    for line in wrong[:SHOWN]:
        click.echo(line, err=True)
    return Report(
        participants=story.ledger.joined,
        answers_acked=len(story.ledger.answers),
        answers_stored=len(stored["answers"]),
        posts_acked=len(story.ledger.ideas),
        posts_stored=len(stored["ideas"]),
        export_mismatches=len(wrong),
        seconds=round(time.monotonic() - began, 1),
    )


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(asdict(report)) + "\n")
        return
    for name, value in asdict(report).items():
        click.echo(f"{name.replace('_', ' '):>20}  {value}")
