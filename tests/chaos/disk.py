"""A small disk of its own for one server: it can be filled, emptied, and made read-only.

It is a tmpfs in a mount namespace that nobody else sees, held by a sleeping process, and gone with it.
"""

import contextlib
import errno
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from facilitator.demo.leash import leashed

MEGABYTE = 1024 * 1024
_HOLD = 'mount -t tmpfs -o size="$1" tmpfs "$2" && echo mounted && exec sleep infinity'


class Disk:
    """A mounted disk. `place` is where its server sees it; `outside` is where everybody else finds it."""

    def __init__(self, place: Path, holder: int) -> None:
        self.place = place
        self.outside = Path(f"/proc/{holder}/root{place}")
        self.around = ("nsenter", "--target", str(holder), "--user", "--preserve-credentials", "--mount", "--wd=.")
        self._filling = self.outside / "filling"

    def bring(self, folder: Path) -> None:
        """Put a copy of a folder on it."""
        shutil.copytree(folder, self.outside / folder.name)

    def fetch(self, folder: Path) -> None:
        """Bring a folder that lies outside to what it is on the disk. (SQLite itself cannot find its way there.)"""
        shutil.rmtree(folder)
        shutil.copytree(self.outside / folder.name, folder)

    def fill(self) -> None:
        """Take all the room that is left."""
        with self._filling.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"\0" * 4096)

    def free(self) -> None:
        """Give the room back."""
        self._filling.unlink(missing_ok=True)

    def let_write(self, *, allowed: bool) -> None:
        """Mount it anew, read-only or not. Raises CalledProcessError while somebody writes on it."""
        mode = "rw" if allowed else "ro"
        subprocess.run([*self.around, "mount", "-o", f"remount,{mode}", str(self.place)], check=True, timeout=10)


HOLDS_THE_LOCK = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(database: Path, around: Sequence[str] = ()) -> Iterator[None]:
    """Another process holds the database's write lock; `around` brings it to where the database is seen."""
    command = leashed(sys.executable, "-c", HOLDS_THE_LOCK, str(database), around=around)
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
    finally:
        other.kill()
        other.communicate()


@contextmanager
def small_disk(place: Path, size_mb: int) -> Iterator[Disk]:
    """Mount a disk at a folder, in a namespace of its own. Raises OSError where the system does not allow that."""
    unshare = ("unshare", "--user", "--map-root-user", "--mount")
    command = leashed("sh", "-c", _HOLD, "sh", f"{size_mb}m", str(place), around=unshare)
    place.mkdir(parents=True, exist_ok=True)
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        if holder.stdout.readline() != "mounted\n":
            raise OSError(errno.EPERM, "no disk of its own is allowed here")
        yield Disk(place, holder.pid)
    finally:
        holder.kill()
        holder.communicate()
