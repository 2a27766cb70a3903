"""What hosts make of single words."""

from typing import Annotated

from pydantic import StringConstraints

from facilitator.services.commands.base import Command, Id, Language, Version

Folded = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class MergeTerm(Command):
    """Count a word with another one of its language; `into` null takes it apart again. Both are named folded."""

    poll_id: Id
    version: Version
    language: Language
    folded: Folded
    into: Folded | None


class HideTerm(Command):
    """Keep a word from the stage and the phones, with those merged into it, or let it be seen again."""

    poll_id: Id
    version: Version
    language: Language
    folded: Folded
    hidden: bool
