"""Signing in: the link of the first time, the password, and where one goes from there."""

import pytest

from facilitator.domain.codes import hashed
from facilitator.domain.people import Organiser
from facilitator.storage import people
from facilitator.storage.database import Work
from tests.web.conftest import PASSWORD, Home


def has_been_used(home: Home, link: str) -> bool:
    token_hash = hashed(link.rsplit("/", 1)[1])
    return home.building.desk.read(lambda work: people.find_sign_in_link(work, token_hash, work.now)) is None


def test_a_preview_of_the_first_link_does_not_use_it_up(home: Home) -> None:
    link = home.first_link()
    for _ in range(3):
        home.browser().open(link)
    assert not has_been_used(home, link)


def test_the_first_link_makes_an_account_once(home: Home) -> None:
    link, browser = home.first_link(), home.browser()
    browser.open(link)
    page = browser.press("Save and sign in", name="Nadia", email="N@Example.org", password=PASSWORD)
    assert (browser.at, browser.status) == ("/organise/", 200)
    assert "Welcome, Nadia." in page.text
    assert has_been_used(home, link)
    late = home.browser()
    assert "This sign-in link was used or is too old." in late.open(link).text
    assert late.at == "/organise/sign-in"


def test_a_form_with_mistakes_says_each_beside_its_field_and_uses_nothing_up(home: Home) -> None:
    link, browser = home.first_link(), home.browser()
    browser.open(link)
    page = browser.press("Save and sign in", name="", email="nadia", password="short")
    assert browser.status == 400
    assert [link for link in page.links.values() if link.startswith("#")] == ["#main", "#name", "#email", "#password"]
    assert {"name", "email", "password"} <= page.ids
    assert page.focused == "banner banner--danger problems"
    assert "Error: First sign-in" in page.text
    assert 'value="short"' not in page.html
    assert not has_been_used(home, link)


def test_somebody_elses_address_is_refused_and_the_link_stays_good(home: Home) -> None:
    def another(work: Work) -> None:
        people.put_organiser(work, Organiser(email="maria@example.org", name="Maria", created_at=work.now))

    home.building.desk.write(another)
    link, browser = home.first_link(), home.browser()
    browser.open(link)
    page = browser.press("Save and sign in", name="Nadia", email="maria@example.org", password=PASSWORD)
    assert page.problems == ["Another account has this e-mail address. Nothing was saved. Use another address."]
    assert not has_been_used(home, link)


def test_the_password_opens_and_a_wrong_one_does_not(home: Home) -> None:
    home.nadia()
    browser = home.browser()
    browser.open("/organise/sign-in")
    for email, password in (("nadia@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("", "")):
        page = browser.press("Sign in", email=email, password=password)
        assert browser.status == 400
        assert "The e-mail address and the password do not match." in page.text
    browser.press("Sign in", email=" Nadia@example.org ", password=PASSWORD)
    assert browser.at == "/organise/"


def test_signing_in_goes_on_to_the_page_that_was_wanted(home: Home) -> None:
    home.nadia()
    browser, wanted = home.browser(), f"/organise/{home.gathering.public_id}/links"
    browser.open(wanted)
    assert browser.at == "/organise/sign-in"
    browser.press("Sign in", email="nadia@example.org", password=PASSWORD)
    assert (browser.at, browser.status) == (wanted, 200)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""]
)
def test_signing_in_never_leads_out_of_the_house(home: Home, elsewhere: str) -> None:
    home.nadia()
    browser = home.browser()
    browser.open("/organise/sign-in")
    browser.press("Sign in", email="nadia@example.org", password=PASSWORD, next=elsewhere)
    assert browser.at == "/organise/"


def test_too_many_tries_have_to_wait(home: Home) -> None:
    browser = home.browser()
    browser.open("/organise/sign-in")
    said = [browser.press("Sign in", email="nadia@example.org", password=f"guess {n}").problems for n in range(11)]
    assert said[9] == ["The e-mail address and the password do not match. Check both and try again."]
    assert said[10][0].startswith("Too many tries from this network. Wait ")


def test_signing_out_closes_the_pages(home: Home) -> None:
    browser = home.nadia()
    assert "You are signed out." in browser.press("Sign out").text
    browser.open("/organise/")
    assert browser.at == "/organise/sign-in"


def test_a_new_password_ends_every_other_sign_in(home: Home) -> None:
    first = home.nadia()
    home.nadia()
    first.open("/organise/")
    assert first.at == "/organise/sign-in"


def test_a_form_without_its_token_changes_nothing(home: Home) -> None:
    browser = home.nadia()
    address = f"/organise/{home.gathering.public_id}/delete"
    page = browser.send(address, [("confirm", "DELETE")])
    assert browser.status == 400
    assert "This form cannot be checked. Nothing was saved." in page.text
    assert home.gathering.session().title == "Balance in training"


def test_behind_https_a_form_needs_no_referrer_which_pages_ask_not_to_be_sent(home: Home) -> None:
    home.building.app.config["PREFERRED_URL_SCHEME"] = "https"
    browser = home.nadia()
    assert browser.client.get("/organise/").headers["Referrer-Policy"] == "no-referrer"
    assert "You are signed out." in browser.press("Sign out").text
