"""All nouns, mapped: importing this knows every table."""

from facilitator.domain import (
    agenda,
    boards,
    closing,
    clusters,
    comments,
    commitments,
    joins,
    pairs,
    people,
    points,
    polls,
    questions,
    records,
    sessions,
    turns,
)
from facilitator.domain.base import Base

NOUNS = (
    agenda,
    boards,
    closing,
    clusters,
    comments,
    commitments,
    joins,
    pairs,
    people,
    points,
    polls,
    questions,
    records,
    sessions,
    turns,
)
metadata = Base.metadata
