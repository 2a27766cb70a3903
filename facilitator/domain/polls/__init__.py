"""Questions and the ways to ask them. Adding a way is adding a file: all are found here."""

from importlib import import_module
from pkgutil import iter_modules

from facilitator.domain.polls.kind import KINDS, PollKind
from facilitator.domain.polls.poll import Choice, Option, Poll, Response

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["KINDS", "Choice", "Option", "Poll", "PollKind", "Response"]
