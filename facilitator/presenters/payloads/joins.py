"""Organisations at an idea, and what belongs to one of them."""

from typing import Literal

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

JoinSide = Literal["offer", "want"]


class JoinPayload(TypedDict):
    """An organisation that joined an idea. In Chatham House mode `organisation` and `country` are null."""

    id: int
    side: JoinSide
    organisation: str | None
    country: str | None


class PartnerPayload(TypedDict):
    """Somebody on the other side. `contact` is there once both sides agreed, each from their own device."""

    join_id: int
    organisation: str
    country: str | None
    have_i_agreed: bool
    have_they_agreed: bool
    contact: str | None


class OwnJoin(TypedDict):
    """An own join with everybody on the other side of the idea."""

    id: int
    side: JoinSide
    organisation: str
    country: str | None
    contact: str | None
    partners: list[PartnerPayload]
