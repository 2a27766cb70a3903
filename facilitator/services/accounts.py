"""Organisers' accounts: the first sign-in link, passwords, sign-in."""

from datetime import timedelta
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from facilitator.domain.codes import hashed, new_token
from facilitator.domain.errors import SignInFailed, TextTooLong, WrongAnswer
from facilitator.domain.people import Organiser, SignInLink
from facilitator.domain.words import NAME_LIMIT, clean
from facilitator.storage import people
from facilitator.storage.database import Work

LINK_LASTS: Final = timedelta(days=7)
SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 200
USED_LINK: Final = "This sign-in link was used or is too old. Sign in with your password, or make a new link."
_hasher = PasswordHasher()
_NOBODY: Final = "$argon2id$v=19$m=65536,t=3,p=4$HIDcGazTMPfyKrkB3biYQw$HZQrXozFeR+BmuJb1jXJ2erO5ffKFdCyhsurkfssfNI"
"""The hash of random bytes that were thrown away: who has no account waits as long as who has one. To make one anew
at each start takes a tenth of a second."""


def first_account(work: Work, email: str, name: str) -> Organiser:
    """The installation's first organiser, made when there is none."""
    organiser = people.first_organiser(work)
    if organiser is None:
        organiser = Organiser(email=email.strip().lower(), name=clean(name, limit=NAME_LIMIT), created_at=work.now)
        people.put_organiser(work, organiser)
    return organiser


def make_sign_in_link(work: Work, organiser: Organiser) -> str:
    """A link that signs in once. Returns its token."""
    token = new_token()
    people.put_sign_in_link(
        work,
        SignInLink(token_hash=hashed(token), organiser_id=organiser.id, expires_at=work.now + LINK_LASTS),
    )
    return token


def look_at_sign_in_link(work: Work, token: str) -> Organiser:
    """Whose sign-in link it is, without using it up. Raises SignInFailed."""
    organiser_id = people.find_sign_in_link(work, hashed(token), work.now)
    organiser = None if organiser_id is None else people.find_organiser(work, organiser_id)
    if organiser is None:
        raise SignInFailed(USED_LINK)
    return organiser


def use_sign_in_link(work: Work, token: str) -> Organiser:
    """Sign in with a link and use it up. Raises SignInFailed."""
    organiser_id = people.use_sign_in_link(work, hashed(token), work.now)
    organiser = None if organiser_id is None else people.find_organiser(work, organiser_id)
    if organiser is None:
        raise SignInFailed(USED_LINK)
    return organiser


def find_account(work: Work, email: str) -> Organiser | None:
    """The account with this e-mail address, whatever the case."""
    return people.find_organiser_by_email(work, email)


def check_password(stored_hash: str, password: str) -> bool:
    """Whether a password fits; takes as long for nobody as for somebody. Slow: run it off the loop."""
    try:
        _hasher.verify(stored_hash or _NOBODY, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False
    return bool(stored_hash)


def hash_password(password: str) -> str:
    """A password as it is stored. Raises a refusal when it is too short or too long. Slow: run it off the loop."""
    if len(password) < SHORTEST_PASSWORD:
        raise WrongAnswer(f"The password needs at least {SHORTEST_PASSWORD} characters. It was not changed.")
    if len(password) > LONGEST_PASSWORD:
        raise TextTooLong(limit=LONGEST_PASSWORD)
    return _hasher.hash(password)


def set_password(work: Work, organiser_id: int, password_hash: str) -> Organiser:
    """Change a password; every other sign-in of this organiser ends."""
    organiser = people.find_organiser(work, organiser_id)
    if organiser is None:
        raise SignInFailed
    organiser.password_hash = password_hash
    organiser.sign_in_epoch += 1
    return organiser


def begin(work: Work, token: str, *, name: str, email: str, password_hash: str) -> Organiser:
    """Use a sign-in link up and keep who its owner says to be. Raises SignInFailed; then the link stays good."""
    organiser = use_sign_in_link(work, token)
    other = people.find_organiser_by_email(work, email)
    if other is not None and other.id != organiser.id:
        raise SignInFailed("Another account has this e-mail address. Nothing was saved. Use another address.")
    organiser.name, organiser.email = clean(name, limit=NAME_LIMIT), email.strip().lower()
    return set_password(work, organiser.id, password_hash)
