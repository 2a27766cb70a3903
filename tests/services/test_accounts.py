"""Signing in: an address without an account is not told from one with."""

from argon2 import extract_parameters

from facilitator.services import accounts


def test_who_has_no_account_waits_as_long_as_who_has_one() -> None:
    stored = accounts.hash_password("Nadia keeps this to herself")
    assert extract_parameters(accounts._NOBODY) == extract_parameters(stored)  # noqa: SLF001  nobody else knows it
    assert not accounts.check_password("", "Nadia keeps this to herself")


def test_a_password_opens_its_own_account_only() -> None:
    stored = accounts.hash_password("Nadia keeps this to herself")
    assert accounts.check_password(stored, "Nadia keeps this to herself")
    assert not accounts.check_password(stored, "Nadia keeps it to herself")
