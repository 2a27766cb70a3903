"""Numbers about times, memory and files."""

import resource
import time
from collections.abc import Sequence
from pathlib import Path


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all values lies; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def now() -> float:
    """Seconds since some moment, for comparing moments."""
    return time.monotonic()


def rounded_ms(seconds: float) -> float:
    """Milliseconds, fit to be read."""
    return round(seconds * 1000, 1)


def memory_mb(process_id: int) -> float:
    """Memory of a process that is really there (resident)."""
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process_id)


def allow_files() -> None:
    """Let this process and its children hold as many connections as the system lets them."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Watch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began
