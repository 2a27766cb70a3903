"""What every noun stands on: the mapping base, time in UTC, compare-and-set."""

import secrets
from datetime import UTC, datetime
from typing import Any, ClassVar, dataclass_transform

from sqlalchemy import JSON, DateTime, Dialect, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from facilitator.domain.errors import Overtaken

CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
NEVER_AGAIN = {"sqlite_autoincrement": True}
"""For tables whose rows can be removed: an id is not given out twice. What a browser still holds, a cookie,
a ticket or an answer that was not sent yet, must not come to name a new thing."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time in UTC; databases without time zones keep it naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC; SQLite has no zones, so the zone is dropped after conversion."""
        if value is None:
            return None
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


@dataclass_transform(kw_only_default=True, field_specifiers=(mapped_column, relationship))
class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """The base of all nouns: plain dataclasses that happen to be stored."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=CONVENTION)
    type_annotation_map: ClassVar[dict[object, object]] = {
        datetime: UtcTime(),
        list[str]: JSON(),
        list[dict[str, str | None]]: JSON(),
        dict[str, list[str]]: JSON(),
        dict[str, list[int]]: JSON(),
        dict[str, object]: JSON(),
        list[dict[str, object]]: JSON(),
        list[dict[str, Any]]: JSON(),
    }


class Guarded(MappedAsDataclass, kw_only=True):
    """A thing that several moderators steer: only who saw its latest version may change it."""

    version: Mapped[int] = mapped_column(default=0)
    touched_by: Mapped[str] = mapped_column(String(80), default="")
    touched_act: Mapped[str] = mapped_column(String(40), default="")
    touched_at: Mapped[datetime | None] = mapped_column(default=None)

    def take(self, version: int, *, by: str, act: str, now: datetime) -> None:
        """Compare and set. Raises Overtaken, naming who was first, when `version` is not the latest."""
        if version != self.version:
            raise Overtaken(by=self.touched_by, act=self.touched_act, at_ms=ms(self.touched_at))
        self.version += 1
        self.touched_by, self.touched_act, self.touched_at = by, act, now


def ms(at: datetime | None) -> int | None:
    """A time as whole milliseconds since 1970, or None."""
    return None if at is None else int(at.timestamp() * 1000)


def known_ms(at: datetime | None) -> int:
    """A time that is there, as whole milliseconds since 1970; 0 where it is missing."""
    return ms(at) or 0


def random_id() -> int:
    """An id that says nothing: not how many there are, nor which came first (52 bits, never 0)."""
    return secrets.randbits(52) + 1
