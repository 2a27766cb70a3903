"""What a process manager starts: `application` is the whole installation."""

from facilitator.app import build
from facilitator.settings import load

application = build(load()).app
