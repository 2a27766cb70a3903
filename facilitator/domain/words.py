"""Texts that people wrote: cleaned once, refused with a reason."""

import unicodedata

from facilitator.domain.errors import BadText, TextMissing, TextTooLong

POST_LIMIT = 280
QUESTION_LIMIT = 280
OTHER_LIMIT = 140
NAME_LIMIT = 60
MESSAGE_LIMIT = 280
ORGANISATION_LIMIT = 120
CONTACT_LIMIT = 200


def clean(text: str, *, limit: int, may_be_empty: bool = False) -> str:
    """The text in normal form (NFC) without surrounding space.

    `limit` counts code points. Raises BadText for control characters, NUL and lone surrogates,
    TextTooLong past the limit, TextMissing when nothing is left.
    """
    if any(unicodedata.category(symbol) in {"Cc", "Cs"} and symbol not in "\n\t\r" for symbol in text):
        raise BadText
    tidy = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(tidy) > limit:
        raise TextTooLong(limit=limit, length=len(tidy))
    if not tidy and not may_be_empty:
        raise TextMissing
    return tidy
