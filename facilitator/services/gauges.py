"""What the installation knows of itself in numbers, for /metrics. One set for each process."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from facilitator.services.presence import Presence
from facilitator.storage.writer import Writer

REMEMBERED = 2_000
"""So many acknowledgements make up the quantiles."""
LAG_EVERY_S = 0.25


class Gauges:
    """Counts as it goes; `text` says it in the way that Prometheus reads."""

    def __init__(self, writer: Writer, presence: Presence) -> None:
        self._writer, self._presence = writer, presence
        self._watched: dict[str, tuple[str, Callable[[], float]]] = {}
        self._acks_s: deque[float] = deque(maxlen=REMEMBERED)
        self._registry = CollectorRegistry()
        self._refused = Counter("facilitator_refused", "Commands refused, by code.", ["code"], registry=self._registry)
        self._lag = Gauge(
            "facilitator_loop_lag_seconds", "How late the serving loop was last.", registry=self._registry
        )
        self._registry.register(self)

    def acked(self, seconds: float) -> None:
        """A command was acknowledged after so long."""
        self._acks_s.append(seconds)

    def refused(self, code: str) -> None:
        """A command was refused."""
        self._refused.labels(code).inc()

    def late(self, seconds: float) -> None:
        """The loop came back so much later than it was asked to."""
        self._lag.set(seconds)

    def watch(self, name: str, help_text: str, read: Callable[[], float]) -> None:
        """Also say a number that somebody above this floor knows."""
        self._watched[name] = help_text, read

    def text(self) -> bytes:
        """Everything, for Prometheus."""
        return generate_latest(self._registry)

    def collect(self) -> Iterable[Metric]:
        """What is read at the moment when somebody asks; called by the registry."""
        counters = self._writer.counters
        sockets = sum(not seat.over_http for seat in self._presence.seats.values())
        now = {
            "facilitator_sockets": ("Connections over WebSocket.", sockets),
            "facilitator_over_http": ("People without a socket.", len(self._presence.seats) - sockets),
            "facilitator_queue_depth": ("Commands that wait to be saved.", self._writer.waiting),
            "facilitator_commits": ("Commits since the start.", counters.commits),
            "facilitator_commands": ("Commands since the start.", counters.jobs),
            "facilitator_commands_per_commit": (
                "Commands that shared a commit.",
                counters.jobs / max(1, counters.commits),
            ),
            "facilitator_not_saved": ("Commands refused because nothing could be saved.", counters.refused_busy),
            "facilitator_ack_seconds_p50": ("Time to acknowledgement, median of the last ones.", self._quantile(0.5)),
            "facilitator_ack_seconds_p95": ("Time to acknowledgement, 95th percentile.", self._quantile(0.95)),
        }
        for name, (help_text, value) in now.items():
            yield GaugeMetricFamily(name, help_text, value=value)
        for name, (help_text, read) in self._watched.items():
            yield GaugeMetricFamily(name, help_text, value=read())

    def _quantile(self, share: float) -> float:
        ordered = sorted(self._acks_s)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


class Stopwatch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return time.perf_counter() - self._began
