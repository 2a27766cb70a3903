"""What something costs, counted and not timed: the same on every machine, however busy it is."""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(deed: Callable[[], object]) -> int:
    """How many steps the interpreter takes meanwhile, in all functions written in Python."""
    steps = 0

    def count(frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401  a trace function gives itself
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return count

    before = sys.gettrace()
    gc.collect()
    gc.disable()  # what somebody else left behind would say goodbye in the middle of it
    sys.settrace(count)
    try:
        deed()
    finally:
        sys.settrace(before)
        gc.enable()
    return steps
