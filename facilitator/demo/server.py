"""A server of its own: a free port, an empty data folder, the links that it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from facilitator.demo.leash import leashed
from facilitator.domain.codes import read_code
from facilitator.domain.errors import CannotStart

LINK = re.compile(r"(http://\S+)")


@dataclass(frozen=True, kw_only=True)
class Served:
    """Where a running server is, and how to come in."""

    base: str
    code: str
    moderator_token: str
    stage_token: str
    process_id: int


@contextmanager
def serving(data: Path, log: int | IO[str] | None = None, **settings: str) -> Iterator[Served]:
    """Run `facilitator up` on a free port until the block ends. Raises CannotStart when it does not come up.

    `log` takes what the server writes to its standard error; `settings` are FACILITATOR_ settings.
    """
    environment = dict(os.environ) | {"FACILITATOR_DATA": str(data), "FACILITATOR_PORT": "0", "PYTHONUNBUFFERED": "1"}
    environment |= {f"FACILITATOR_{name.upper()}": value for name, value in settings.items()}
    command = leashed(sys.executable, "-m", "facilitator.cli", "up")
    process = subprocess.Popen(  # noqa: S603  our own program
        command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
    )
    try:
        yield _read_links(process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _read_links(process: "subprocess.Popen[str]") -> Served:
    links: dict[str, str] = {}
    code = ""
    for line in process.stdout or ():
        found = LINK.search(line)
        if found is None:
            continue
        word = line.split()[0]
        links[word] = found.group(1)
        if word == "Join":
            code = read_code(line.split("code", 1)[1].split(":", 1)[0])
        if word == "Facilitator":
            return Served(
                base=found.group(1),
                code=code,
                moderator_token=links["Moderator:"].partition("#")[2],
                stage_token=links["Big"].partition("#")[2],
                process_id=process.pid,
            )
    raise CannotStart("The server for the demonstration did not start. Its own message stands above.")
