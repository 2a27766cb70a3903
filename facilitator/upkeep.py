"""What an installation does by itself: erase what is due, watch its own loop, and keep its memory in order."""

import gc
from typing import Final

import structlog

from facilitator.domain.errors import Refusal
from facilitator.services.desk import Desk
from facilitator.services.gauges import LAG_EVERY_S, Stopwatch
from facilitator.services.retention import sweep
from facilitator.storage.database import Database

SWEEP_EVERY_S = 3600
SETTLE_EVERY_S = 1.0
COLLECT_AT: Final = (20_000, 50, 1_000)
"""Python looks for circles of dead objects when so many more were made than unmade, and among older ones less often."""
log = structlog.get_logger()


def keep_up(desk: Desk, database: Database) -> None:
    """Begin; it goes on until the process ends."""
    desk.loop.spawn(lambda: _sweep_forever(desk, database))
    desk.loop.spawn(lambda: _settle_forever(desk, database))
    desk.loop.spawn(lambda: _watch_forever(desk))


def spare_the_collector() -> None:
    """Leave what was made until now out of every search for dead circles, and search less often.

    What stands around each connection lives long. To look through thousands of those again and again
    cost a quarter of the time of a rush at the door, in pauses that everybody felt.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AT)


def _sweep_forever(desk: Desk, database: Database) -> None:
    while True:
        try:
            erased = desk.write(sweep)
            desk.loop.in_thread(database.compact)
        except Refusal as refusal:
            log.warning("not_swept", code=refusal.code)
        else:
            log.info("swept", sessions_erased=erased)
        desk.loop.sleep(SWEEP_EVERY_S)


def _settle_forever(desk: Desk, database: Database) -> None:
    settled = 0
    while True:
        desk.loop.sleep(SETTLE_EVERY_S)
        commits = desk.writer.counters.commits
        if commits > settled:
            try:
                desk.loop.in_thread(database.settle)
            except Refusal as refusal:
                log.warning("not_settled", code=refusal.code)
            else:
                settled = commits


def _watch_forever(desk: Desk) -> None:
    while True:
        watch = Stopwatch()
        desk.loop.sleep(LAG_EVERY_S)
        desk.gauges.late(max(0.0, watch.seconds - LAG_EVERY_S))
