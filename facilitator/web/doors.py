"""Looking at a door and going through it by a code, with a brake on guessing codes.

Only codes that do not exist count as tries: a whole venue behind one address may come to a door that
exists, while nobody can try many codes.
"""

from collections.abc import Callable
from typing import TypeVar

from facilitator.domain.errors import CodeUnknown
from facilitator.presenters.payloads import Door, Joined
from facilitator.web.house import address, house

T = TypeVar("T")


def look_at_door(code: str) -> Door:
    """What somebody with a code may know before joining. Raises CodeUnknown, or TooFast after many tries."""
    return _guess(lambda: house().desk.door(code))


def let_in(raw: object) -> Joined:
    """Let somebody in as they asked, and give them their ticket. Raises what the desk's `join` raises, or TooFast."""
    house().rates.need("join", address())
    return _guess(lambda: house().desk.join(raw))


def _guess(ask: Callable[[], T]) -> T:
    rates = house().rates
    tries = (("code", address()), ("codes_of_all", "all"))
    for name, who in tries:
        rates.look(name, who)
    try:
        return ask()
    except CodeUnknown:
        for name, who in tries:
            rates.need(name, who)
        raise
