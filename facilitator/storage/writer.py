"""The one writer: an OS thread that commits what has gathered, all at once.

A synced commit for each answer would be dear; shared by all answers that wait, it is cheap. Jobs run
in order, each in a savepoint, so a refused job never takes its neighbours with it; answers and
support, which come in crowds, share one and are written in bulk. Replies are given after the commit,
never before. When the database cannot store, every job of the batch is refused as `busy` and nothing
of it stays.
"""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Protocol

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError

from facilitator.domain.errors import Busy, Refusal, Trouble
from facilitator.storage.database import Database, Work

MOST_PER_COMMIT = 256
QUIET_S = 1.0
LONGEST_REST_S = 0.008
log = structlog.get_logger()


class Answerable(Protocol):
    """Where the outcome of a job goes; it may be called from any thread."""

    def give(self, value: Any) -> None:  # noqa: ANN401  whatever the job returned
        """It was done and stored."""

    def fail(self, error: BaseException) -> None:
        """It was refused, or it failed."""


@dataclass(kw_only=True)
class Job:
    """Something to do in the writer's transaction, and who waits for it.

    Jobs that follow one another with the same `prepare` run as a group: `prepare` gets what each is
    `about` and reads, once for all, what they will need. Such a job must check first and write last.
    """

    run: Callable[[Work], Any]
    reply: Answerable
    prepare: Callable[[Work, Sequence[Any]], None] | None = None
    about: Any = None
    outcome: Any = field(default=None, init=False)
    error: BaseException | None = field(default=None, init=False)

    def finish(self) -> None:
        """Tell who waits."""
        if self.error is not None:
            self.reply.fail(self.error)
        else:
            self.reply.give(self.outcome)


@dataclass(kw_only=True)
class Counters:
    """What the writer has done since it started."""

    commits: int = 0
    jobs: int = 0
    refused_busy: int = 0


class Writer:
    """Takes jobs from any thread, commits them in batches, gives replies through `deliver`.

    `deliver` gets a function to call where the replies belong: on the serving loop.
    """

    def __init__(self, database: Database, deliver: Callable[[Callable[[], None]], None], limit: int) -> None:
        self.counters = Counters()
        self.is_committing = False
        self._database = database
        self._deliver = deliver
        self._limit = limit
        self._may_say_at = 0.0
        self._unsaid = 0
        self._rests_until = 0.0
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queue a job. Raises Busy at once when too many wait."""
        if self._jobs.qsize() >= self._limit:
            self.counters.refused_busy += 1
            raise Busy
        self._jobs.put(job)

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return self._jobs.qsize()

    def stop(self) -> None:
        """Finish all jobs that wait, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (batch := self._gather()) is not None:
            begun = time.monotonic()
            self.is_committing = True
            self._commit(batch)
            self.is_committing = False
            ended = time.monotonic()
            self._deliver(_finisher(batch))
            self._rests_until = ended + rest_after(ended - begun)

    def _gather(self) -> list[Job] | None:
        job = self._jobs.get()
        if job is None:
            return None
        time.sleep(max(0.0, self._rests_until - time.monotonic()))
        batch = [job]
        while len(batch) < MOST_PER_COMMIT and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                self._jobs.put(None)
                break
            batch.append(job)
        return batch

    def _commit(self, batch: Sequence[Job]) -> None:
        try:
            with self._database.writing() as work:
                groups = [list(group) for _, group in groupby(batch, key=lambda job: job.prepare)]
                for group in groups:
                    _run_group(group, work, is_only=len(groups) == 1)
        except DBAPIError as error:
            _fail(batch, Busy())
            self.counters.refused_busy += len(batch)
            self._say_not_saved(len(batch), error)
        except Exception:
            _fail(batch, Trouble())
            log.exception("batch_failed", jobs=len(batch))
        self.counters.commits += 1
        self.counters.jobs += len(batch)

    def _say_not_saved(self, jobs: int, error: DBAPIError) -> None:
        """Log it, a line a second at most: the disk that is full may be the log's as well."""
        self._unsaid += jobs
        now = time.monotonic()
        if now >= self._may_say_at:
            reason = getattr(error.orig, "sqlite_errorname", type(error.orig).__name__)
            log.warning("not_saved", jobs=self._unsaid, reason=reason)
            self._may_say_at, self._unsaid = now + QUIET_S, 0


def rest_after(commit_s: float) -> float:
    """How long the writer rests after a commit: four times as long as it took, so the busier, the more share one.

    It works at most a fifth of the time, until the rest is at its longest. What comes meanwhile is taken
    together; who comes alone does not wait.
    """
    return min(LONGEST_REST_S, 4 * commit_s)


def _run_group(group: Sequence[Job], work: Work, *, is_only: bool) -> None:
    """Run jobs that prepare together without savepoints of their own: they check first and write last.

    Should one fail in a way that nobody foresaw, all are undone and run again, each alone. A group that
    is the only one of its batch needs no savepoint: nothing but itself would be undone.
    """
    prepare = group[0].prepare
    if prepare is None:
        for job in group:
            _run_alone(job, work)
        return
    work.forget()
    try:
        with nullcontext() if is_only else work.savepoint():
            prepare(work, [job.about for job in group])
            for job in group:
                _try(job, work)
            work.flush()
    except DBAPIError:
        raise
    except Exception:
        log.exception("group_failed", jobs=len(group))
        if is_only:
            work.start_over()
        for job in group:
            job.error = None
            _run_alone(job, work)


def _run_alone(job: Job, work: Work) -> None:
    """Run one job in a savepoint; what it raises stays with it, but a failing database ends the batch."""
    work.forget()
    try:
        with work.savepoint():
            job.outcome = job.run(work)
            work.flush()
    except Refusal as refusal:
        job.error = refusal
    except IntegrityError:
        log.exception("job_failed")
        job.error = Trouble()
    except DBAPIError:
        raise
    except Exception:
        log.exception("job_failed")
        job.error = Trouble()
    if job.error is not None:
        work.forget()


def _try(job: Job, work: Work) -> None:
    try:
        job.outcome = job.run(work)
    except Refusal as refusal:
        job.error = refusal


def _fail(batch: Sequence[Job], error: Refusal) -> None:
    for job in batch:
        job.error = error


def _finisher(batch: Sequence[Job]) -> Callable[[], None]:
    def finish() -> None:
        for job in batch:
            job.finish()

    return finish
