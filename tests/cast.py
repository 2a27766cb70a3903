"""The people of the tests: named, with known roles, and one who must have no access.

Their names are found nowhere else, so whatever holds one of them has leaked it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a name, a language, and the key of a group or None for "prefer not to say"."""

    name: str
    language: str = "en"
    group: str | None = None


MARIA = Person(name="Maria Kowalczyk-Host")
ANDERS = Person(name="Anders Lindqvist-Host")
"""The moderators."""

NADIA = Person(name="Nadia Benhaddou-Owner")
"""The organiser; the session is hers."""

BIG_SCREEN = Person(name="Big screen in room 4-Stage")
"""Not a person, but it has a link like one."""

ELENA = Person(name="Elena Papadimitriou", language="el", group="trade-union")
GIORGOS = Person(name="Giorgos Stathopoulos", language="el", group="employment-service")
SIOBHAN = Person(name="Siobhán Ní Mhaoláin", language="en", group="training-provider")
JURGEN = Person(name="Jürgen Österreicher", language="de", group="large-employer")
ZOFIA = Person(name="Zofia Wiśniewska", language="pl")
"""The participants; Zofia prefers not to say which group is hers."""

OSKAR = Person(name="Oskar Nyberg-Outsider", language="sv", group="trade-union")
"""He was never let in; in some tests he takes part in another session."""

HOSTS = (MARIA, ANDERS)
PARTICIPANTS = (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)
EVERYBODY = (*HOSTS, NADIA, *PARTICIPANTS, OSKAR)
