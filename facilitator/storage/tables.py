"""All nouns, mapped: importing this knows every table."""

from facilitator.domain import agenda, boards, people, polls, records, sessions
from facilitator.domain.base import Base

NOUNS = (agenda, boards, people, polls, records, sessions)
metadata = Base.metadata
