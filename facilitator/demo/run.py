"""`facilitator demo`: play, compare, report in one line."""

import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from facilitator.demo import bygroup, joining, meeting, pairing, promising, sorting, speaking, weighing
from facilitator.demo.check import mismatches
from facilitator.demo.script import prepare
from facilitator.demo.server import serving
from facilitator.demo.story import Story
from facilitator.demo.taken import Taken

SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Report:
    """What the demonstration found. Stored figures are read from the exported files, or from the host's screen."""

    participants: int
    groups: int
    kinds_of_questions: int
    answers_acked: int
    answers_stored: int
    posts_acked: int
    posts_stored: int
    supports_acked: int
    supports_stored: int
    comments_acked: int
    comments_stored: int
    points_acked: int
    points_stored: int
    merged_acked: int
    merged_stored: int
    commitments_acked: int
    commitments_stored: int
    commitment_answers_acked: int
    commitment_answers_stored: int
    questions_acked: int
    questions_stored: int
    upvotes_acked: int
    upvotes_stored: int
    pairs_acked: int
    pairs_stored: int
    joins_acked: int
    joins_stored: int
    joins_taken_away: int
    matches_taken_away: int
    voices_taken_away: int
    turns_acked: int
    turns_stored: int
    clusters_acked: int
    clusters_stored: int
    tables_by_group: int
    cells_by_group: int
    export_mismatches: int
    group_mismatches: int
    breaches: int
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether everything acknowledged was stored, every figure is right, and nobody was exposed."""
        found = asdict(self)
        same = all(count == found[f"{name[:-6]}_stored"] for name, count in found.items() if name.endswith("_acked"))
        return same and not (self.export_mismatches or self.group_mismatches or self.breaches)


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
    prepare(folder)
    with serving(folder, small_room="0", window_ms="300", rates="100") as served:
        story = Story(served=served, people=people, seed=seed)
        story.play()
        taken = Taken(story.host)
        wrong = mismatches(story, taken)
        story.breaches += [*promising.breaches(story, taken), *meeting.breaches(story, taken)]
        report = _report(story, taken, wrong, began)
        story.leave()
    for line in [*wrong, *story.by_group, *story.breaches][:SHOWN]:
        click.echo(line, err=True)
    return report


def _report(story: Story, taken: Taken, wrong: list[str], began: float) -> Report:
    ledger, stored = story.ledger, taken.document
    return Report(
        participants=ledger.joined,
        groups=len({group for group in ledger.groups.values() if group is not None}),
        kinds_of_questions=len({poll["kind"] for _, poll in story.polls()}),
        answers_acked=len(ledger.answers),
        answers_stored=len(stored["answers"]),
        posts_acked=len(ledger.ideas),
        posts_stored=len(stored["ideas"]),
        supports_acked=sum(len(ledger.supporters_of(weighing.standing_for(story, key))) for key in ledger.ideas),
        supports_stored=sum(row["support"] for row in stored["ideas"]),
        comments_acked=len(ledger.comments),
        comments_stored=len(stored["comments"]),
        points_acked=weighing.points_of(story).total(),
        points_stored=sum(row["points"] for row in stored["ideas"] if row["merged_into"] is None),
        merged_acked=len(ledger.merged),
        merged_stored=sum(row["merged_into"] is not None for row in stored["ideas"]),
        commitments_acked=len(ledger.promises),
        commitments_stored=len(stored["commitments"]),
        commitment_answers_acked=len(ledger.became),
        commitment_answers_stored=sum(row["status"] is not None for row in stored["commitments"]),
        questions_acked=len(ledger.questions),
        questions_stored=len(stored["questions"]),
        upvotes_acked=ledger.votes_of().total(),
        upvotes_stored=sum(row["votes"] for row in stored["questions"]),
        pairs_acked=pairing.people_of(story).total(),
        pairs_stored=sum(row["people"] for row in stored["pairs"]),
        joins_acked=len(ledger.joins),
        joins_stored=joining.stored(story),
        joins_taken_away=sum(row["offers"] + row["wants"] for row in stored["joins"]),
        matches_taken_away=len(stored["matches"]),
        voices_taken_away=len(stored["voices"]),
        turns_acked=ledger.turns.total(),
        turns_stored=speaking.stored(taken),
        clusters_acked=len(ledger.clusters),
        clusters_stored=len(sorting.titles_of(story)),
        tables_by_group=len(list(bygroup.tables_of(story))),
        cells_by_group=len(stored["groups"]),
        export_mismatches=len(wrong),
        group_mismatches=len(story.by_group),
        breaches=len(story.breaches),
        seconds=round(time.monotonic() - began, 1),
    )


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(asdict(report)) + "\n")
        return
    for name, value in asdict(report).items():
        click.echo(f"{name.replace('_', ' '):>20}  {value}")
