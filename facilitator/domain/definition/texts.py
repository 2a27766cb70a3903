"""The texts, names and times that a definition is made of, each with its limit in characters."""

import re
from datetime import datetime, timezone
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from facilitator.domain.errors import BadText, TextMissing, TextTooLong
from facilitator.domain.polls import KINDS
from facilitator.domain.words import clean

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s\\\"<>]+")
_BREAKS = re.compile(r"[\t\n\r\u2028\u2029]+")
_YEARS = range(2000, 2101)


def _text(limit: int, *, on_one_line: bool = False, may_be_empty: bool = True) -> AfterValidator:
    """A check that tidies a text; `limit` counts characters as `clean` does."""

    def tidy(text: str) -> str:
        try:
            return clean(_BREAKS.sub(" ", text) if on_one_line else text, limit=limit, may_be_empty=may_be_empty)
        except BadText:
            raise ValueError("holds characters that cannot be shown") from None
        except TextTooLong:
            raise ValueError(f"is longer than {limit} characters") from None
        except TextMissing:
            raise ValueError("must not be empty") from None

    return AfterValidator(tidy)


def _name(text: str) -> str:
    """A name that other fields refer to."""
    if len(text) > 40 or not _NAME.fullmatch(text):  # noqa: PLR2004  the width of the column it is stored in
        raise ValueError("must be at most 40 small letters, digits, dashes and underscores, such as trade-union")
    return text


def _address(text: str) -> str:
    """A link that may stand on a page: http and https alone."""
    if len(text) > 2000 or not _ADDRESS.fullmatch(text):  # noqa: PLR2004  what all browsers take
        raise ValueError("must be an address that starts with https:// or http://")
    return text


def _language(text: str) -> str:
    if len(text) > 16 or not _LANGUAGE.fullmatch(text):  # noqa: PLR2004  the width of the column it is stored in
        raise ValueError("must be a language code such as en, el or pt-BR")
    return text


def _timezone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (KeyError, OSError, ValueError):
        raise ValueError("must be the name of a time zone, such as Europe/Brussels") from None


def _kind(text: str) -> str:
    if text not in KINDS:
        raise ValueError(f"must be a kind of question: {', '.join(sorted(KINDS))}")
    return text


def _start(given: object) -> datetime:
    """A time with its offset. The offset is fixed, so that the same instant is always equal."""
    try:
        at = datetime.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        at = None
    if not isinstance(at, datetime) or (offset := at.utcoffset()) is None:
        raise ValueError("must be a date and time with its offset from UTC, such as 2023-10-24T14:30:00+02:00")
    if at.year not in _YEARS:
        raise ValueError(f"must lie between {_YEARS[0]} and {_YEARS[-1]}")
    return at.replace(tzinfo=timezone(offset), fold=0)


Title = Annotated[str, _text(200, on_one_line=True, may_be_empty=False)]
Label = Annotated[str, _text(80, on_one_line=True, may_be_empty=False)]
Statement = Annotated[str, _text(500, on_one_line=True, may_be_empty=False)]
Organiser = Annotated[str, _text(200, on_one_line=True)]
Note = Annotated[str, _text(1000)]
Prose = Annotated[str, _text(4000)]
Name = Annotated[str, AfterValidator(_name)]
Address = Annotated[str, AfterValidator(_address)]
Language = Annotated[str, AfterValidator(_language)]
Timezone = Annotated[str, AfterValidator(_timezone)]
Kind = Annotated[str, AfterValidator(_kind)]
Start = Annotated[datetime, BeforeValidator(_start)]
Minutes = Annotated[int, Field(ge=1, le=600)]
