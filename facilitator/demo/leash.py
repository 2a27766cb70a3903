"""A leash for programs that must not outlive whoever started them, however those end.

`python leash.py PARENT COMMAND...` becomes the command after it has asked the system to kill it as soon as
its parent is gone: also when that was killed itself and can tidy up nothing, and also while it is stopped.
Where the system cannot do that (it is Linux that can), it just becomes the command.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

TIE_TO_PARENT = 1  # prctl's PR_SET_PDEATHSIG


def leashed(*command: str, around: Sequence[str] = ()) -> list[str]:
    """The command that runs another on a leash held by this thread; `around` becomes the leash without a fork."""
    return [*around, sys.executable, "-S", "-E", __file__, str(os.getpid()), *command]


def main(parent: str, *command: str) -> None:
    """Become the command, unless the parent is gone already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(TIE_TO_PARENT, signal.SIGKILL)
    if os.getppid() == int(parent):
        os.execvp(command[0], command)  # noqa: S606  a program is what it is to become


if __name__ == "__main__":
    main(*sys.argv[1:])
