"""How long it takes to count the answers to a question and to render the result for each audience."""

import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from benchmarks.contest import Figures, Goal, Options, Scenario
from facilitator.domain.base import random_id
from facilitator.domain.polls.poll import Choice, Poll, Response
from facilitator.presenters.payloads import Audience
from facilitator.presenters.polls import poll_topic
from facilitator.services.counting import results_of
from facilitator.storage import polls
from facilitator.storage.database import Work
from tests.cast import MARIA
from tests.factories import Gathering, gather

TIMES = 15
AUDIENCES: tuple[Audience, ...] = ("participant", "stage", "moderator")
LARGEST = 100_000


def measure(entrant: str, options: Options) -> Figures:
    """Each kind of question, with so many answers; milliseconds for one tally and three renderings."""
    del entrant
    figures: Figures = {}
    for number in options.answers:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            gathering = gather(Path(folder))
            gathering.go_live()
            for name in ("way", "progress"):
                poll = gathering.poll(name)
                gathering.steer(MARIA, "open_poll", poll_id=poll.id)
                gathering.steer(MARIA, "show_results", poll_id=poll.id, to="phones", shown=True)
                _fill(gathering, poll, number)
                figures[f"{poll.kind}_{number}_ms"] = _time(gathering, poll.id)
            gathering.database.dispose()
    return figures


def _fill(gathering: Gathering, poll: Poll, number: int) -> None:
    """Answers of people whose names were forgotten already: they count the same."""

    def put(work: Work) -> None:
        ids = [random_id() for _ in range(number)]
        common = {"poll_id": poll.id, "participant_id": None, "saved_at": work.now, "receipt": "BNCH-MARK"}
        steps = max(1, len(poll.labels))
        is_scale = poll.kind == "scale"
        rows = [
            {**common, "id": one, "is_not_applicable": False, "is_hidden": False, "value": place % steps + 1}
            if is_scale
            else {**common, "id": one, "is_not_applicable": False, "is_hidden": False, "value": None}
            for place, one in enumerate(ids)
        ]
        work.orm.execute(insert(Response), rows)
        if poll.options:
            picks = [option.id for option in poll.options]
            work.orm.execute(
                insert(Choice),
                [
                    {"response_id": one, "poll_id": poll.id, "option_id": picks[place % len(picks)]}
                    for place, one in enumerate(ids)
                ],
            )

    gathering.write(put)


def _time(gathering: Gathering, poll_id: int) -> float:
    times = []
    for _ in range(TIMES):
        with gathering.database.reading() as work:
            begun = time.perf_counter()
            poll = polls.find(work, gathering.session_id, poll_id)
            if poll is None:
                raise LookupError(poll_id)
            result = results_of(work, [poll])[poll_id]
            for audience in AUDIENCES:
                poll_topic(poll, result, audience)
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


SCENARIO = Scenario(
    name="tally",
    measure=measure,
    defaults=Options(rounds=3),
    entrants=("ours",),
    goals=tuple(
        Goal(figure=f"{kind}_{LARGEST}_ms", at_most=30, applies=lambda asked: LARGEST in asked.answers)
        for kind in ("single", "scale")
    ),
)
