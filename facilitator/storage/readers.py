"""Readers: OS threads that read, so that the serving loop never waits for the database."""

import queue
import threading
from collections.abc import Callable

import structlog
from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import Busy, Refusal, Trouble
from facilitator.storage.database import Database
from facilitator.storage.writer import Job

log = structlog.get_logger()


class Readers:
    """A few threads that run read-only jobs, each on one consistent moment of the database."""

    def __init__(self, database: Database, deliver: Callable[[Callable[[], None]], None], threads: int = 2) -> None:
        self._database = database
        self._deliver = deliver
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"reader-{n}", daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> None:
        """Queue a read."""
        self._jobs.put(job)

    def stop(self) -> None:
        """Finish what waits, then end the threads."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._read(job)
            self._deliver(job.finish)

    def _read(self, job: Job) -> None:
        try:
            with self._database.reading() as work:
                job.outcome = job.run(work)
        except Refusal as refusal:
            job.error = refusal
        except DBAPIError as error:
            log.warning("not_read", reason=type(error.orig).__name__)
            job.error = Busy()
        except Exception:
            log.exception("read_failed")
            job.error = Trouble()
