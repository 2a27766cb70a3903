"""What every test stands on: nothing leaves this machine, and a gathering for whoever asks for one."""

import ipaddress
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import Gathering, gather

_SENDING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


def _is_here(host: str) -> bool:
    """Tell whether a host is this machine; a name other than localhost would be asked of the network."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"", "localhost"}


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse an internet address that is not this machine's, whichever library wants to reach it."""
    if event in _SENDING:
        address = arguments[1]
        if isinstance(address, tuple) and not _is_here(str(address[0])):
            message = f"A test wants to reach {address[0]}. Tests stay on this machine."
            raise RuntimeError(message)


sys.addaudithook(_stay_here)


@pytest.fixture
def gathering(tmp_path: Path) -> Iterator[Gathering]:
    """A draft session of Nadia's with two moderators, in a database of its own."""
    made = gather(tmp_path)
    yield made
    made.database.dispose()
