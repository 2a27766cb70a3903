"""Logs: one JSON line an event, in UTC, about acts and never about people."""

import contextlib
import logging
import sys
from typing import TextIO, cast

import structlog
from structlog.tracebacks import ExceptionDictTransformer


class Unfailing:
    """Writes to a stream for as long as it takes anything.

    A log on a full disk loses lines; whoever has something to say must not fall over that.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, or lose it."""
        with contextlib.suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Hand on what was written, or lose it."""
        with contextlib.suppress(OSError):
            self._stream.flush()


def set_up(level: str) -> None:
    """Write JSON lines to standard error from this level on; other libraries only from warnings on.

    A failure tells where it happened, never with which values: those are people's.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format='{"event": "library", "said": "%(message)s"}')
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False, max_frames=8)),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", Unfailing(sys.stderr))),
        cache_logger_on_first_use=True,
    )
