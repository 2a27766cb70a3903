"""The one place that knows how connections are served: eventlet, gevent or threads.

Nothing is monkey-patched. The serving loop only moves messages; everything that may block (the
database, password hashing) runs in OS threads and hands its result back through `Loop.call_soon`.
So a locked database can never stall the loop, and every library runs as it was written.
"""

import importlib

from facilitator.concurrency.doors import MANY_REQUESTS, listen
from facilitator.concurrency.loop import Loop, Reply
from facilitator.concurrency.on_threads import ThreadLoop

__all__ = ["MANY_REQUESTS", "Loop", "Reply", "ThreadLoop", "choose", "listen"]


def choose(mode: str) -> Loop:
    """The loop of this name: eventlet, gevent or threading. Only the chosen library is loaded."""
    if mode == "threading":
        return ThreadLoop()
    module = importlib.import_module(f"facilitator.concurrency.on_{mode}")
    loop: Loop = module.make_loop()
    return loop
