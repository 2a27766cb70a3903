"""Looking at a door by its code, with a brake on guessing.

Only codes that do not exist count as tries: a whole venue behind one address may look at a door that
exists as often as it likes, while nobody can try many codes.
"""

from facilitator.domain.errors import CodeUnknown
from facilitator.presenters.payloads import Door
from facilitator.web.house import address, house


def look_at_door(code: str) -> Door:
    """What somebody with a code may know before joining. Raises CodeUnknown, or TooFast after many tries."""
    rates = house().rates
    tries = (("code", address()), ("codes_of_all", "all"))
    for name, who in tries:
        rates.look(name, who)
    try:
        return house().desk.door(code)
    except CodeUnknown:
        for name, who in tries:
            rates.need(name, who)
        raise
