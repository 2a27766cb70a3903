"""What is remembered of acts: which commands were done, which topics changed, who did what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base


class Op(Base):
    """A command that was carried out, so that a repeat gets the same reply and does nothing."""

    __tablename__ = "op"

    actor: Mapped[str] = mapped_column(String(40), primary_key=True)
    op_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    reply: Mapped[dict[str, Any]] = mapped_column(JSON())
    done_at: Mapped[datetime]


@dataclass(frozen=True, kw_only=True)
class DoneOp:
    """A command that was just carried out and is about to be remembered."""

    actor: str
    op_id: str
    session_id: int
    fingerprint: str
    reply: dict[str, Any]
    done_at: datetime


class TopicRev(Base):
    """The revision at which a topic of a session changed last."""

    __tablename__ = "topic"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), primary_key=True)
    topic: Mapped[str] = mapped_column(String(40), primary_key=True)
    rev: Mapped[int]


class Act(Base):
    """One line of the log of acts of moderators and organisers. No answers, no addresses."""

    __tablename__ = "act"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(80))
    act: Mapped[str] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(String(200), default="")
    rev: Mapped[int]
