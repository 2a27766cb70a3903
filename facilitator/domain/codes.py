"""Join codes, tokens and receipts: what people type, keep and compare."""

import hashlib
import re
import secrets

ALPHABET = "23456789ABCDFGHJKMNPQRSTWXYZ"
"""28 symbols that nobody mistakes for one another: no 0 O, 1 I L, U V, E."""
CODE_LENGTH = 6


def new_code() -> str:
    """A join code: six of 28 symbols, 4.8e8 possibilities."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def read_code(typed: str) -> str:
    """What somebody typed or pasted, as a code: upper case, without spaces and dashes."""
    return re.sub(r"[\s\-\u2010-\u2015]", "", typed[:64]).upper()


def spoken_code(code: str) -> str:
    """A code as it is shown and read aloud: in two halves."""
    return f"{code[:3]}-{code[3:]}"


def new_token() -> str:
    """A random 128-bit token in URL-safe letters."""
    return secrets.token_urlsafe(16)


def hashed(token: str) -> str:
    """How a token is stored. It is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def receipt_of(op_id: str, actor: str) -> str:
    """A short code that a person can read aloud to show which act was saved."""
    number = int.from_bytes(hashlib.sha256(f"{actor}/{op_id}".encode()).digest()[:5], "big")
    letters = ""
    for _ in range(8):
        number, digit = divmod(number, len(ALPHABET))
        letters += ALPHABET[digit]
    return f"{letters[:4]}-{letters[4:]}"
