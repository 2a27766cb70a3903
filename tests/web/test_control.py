"""The pages behind personal links: who gets the control room, who the big screen, and who neither."""

import json
import re
from collections.abc import Iterator

import pytest
import requests

from facilitator.services import links
from facilitator.services.tickets import LinkTicket, OrganiserTicket
from tests.cast import ANDERS, BIG_SCREEN, ELENA, MARIA, NADIA, OSKAR, Person
from tests.factories import gather
from tests.live import Live, living

TITLE = "Balance in training"
NOTES = "Say hello to late comers too."


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A live session behind a server; the big screen has its link."""
    with living(tmp_path_factory.mktemp("control")) as made:
        made.gathering.trust(BIG_SCREEN, role="stage")
        yield made


def browser_of(live: Live, person: Person) -> requests.Session:
    """A browser that came in with the person's link."""
    browser = requests.Session()
    entered = browser.post(f"{live.served.base}/api/enter", json={"token": live.gathering.tokens[person]}, timeout=10)
    assert entered.status_code == requests.codes.ok
    return browser


def revoke(live: Live, person: Person) -> None:
    """The organiser takes a person's link back."""
    owner, link = live.gathering.tickets[NADIA], live.gathering.tickets[person]
    assert isinstance(owner, OrganiserTicket)
    assert isinstance(link, LinkTicket)
    live.gathering.write(lambda work: links.revoke(work, owner.organiser_id, live.gathering.public_id, link.link_id))


def open_page(live: Live, browser: requests.Session, page: str) -> requests.Response:
    """Open the control room or the big screen of the live session."""
    return browser.get(f"{live.served.base}/{page}/{live.gathering.public_id}", timeout=10)


def boot_of(response: requests.Response) -> dict[str, str]:
    """What the page gives its script to start with."""
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', response.text, re.DOTALL)
    assert found is not None
    boot: dict[str, str] = json.loads(found.group(1))
    return boot


def test_a_moderator_gets_the_control_room_and_a_ticket_that_shows_what_moderators_see(live: Live) -> None:
    page = open_page(live, browser_of(live, MARIA), "control")
    boot = boot_of(page)
    assert (page.status_code, boot["role"], boot["public_id"]) == (200, "moderator", live.gathering.public_id)
    assert page.text.count("<h1") == 1
    assert TITLE in page.text
    bearer = {"Authorization": f"Bearer {boot['ticket']}"}
    state = requests.get(f"{live.served.base}/api/state", headers=bearer, timeout=10)
    assert NOTES in state.text


def test_the_big_screen_gets_a_ticket_that_shows_no_notes(live: Live) -> None:
    page = open_page(live, browser_of(live, BIG_SCREEN), "stage")
    boot = boot_of(page)
    assert (page.status_code, boot["role"]) == (200, "stage")
    assert boot["join_url"] == f"{live.served.base}/j/{live.gathering.code}"
    bearer = {"Authorization": f"Bearer {boot['ticket']}"}
    state = requests.get(f"{live.served.base}/api/state", headers=bearer, timeout=10)
    assert TITLE in state.text
    assert NOTES not in state.text


@pytest.mark.parametrize(("person", "page"), [(MARIA, "stage"), (BIG_SCREEN, "control")])
def test_a_link_opens_only_the_page_of_its_role(live: Live, person: Person, page: str) -> None:
    refused = open_page(live, browser_of(live, person), page)
    assert (refused.status_code, TITLE in refused.text) == (403, False)


@pytest.mark.parametrize("page", ["control", "stage"])
def test_without_a_link_there_is_no_page_and_no_title(live: Live, page: str) -> None:
    refused = open_page(live, requests.Session(), page)
    assert (refused.status_code, TITLE in refused.text) == (403, False)
    assert "personal link" in refused.text


def test_a_participants_ticket_is_no_personal_link(live: Live) -> None:
    token = live.gathering.tokens[ELENA]
    refused = requests.post(f"{live.served.base}/api/enter", json={"token": token}, timeout=10)
    assert refused.status_code == requests.codes.forbidden
    assert not refused.cookies


def test_a_link_of_another_session_opens_nothing_here(live: Live) -> None:
    other = gather(live.data, database=live.gathering.database)
    other.trust(OSKAR)
    browser = requests.Session()
    browser.post(f"{live.served.base}/api/enter", json={"token": other.tokens[OSKAR]}, timeout=10)
    assert browser.get(f"{live.served.base}/control/{other.public_id}", timeout=10).status_code == requests.codes.ok
    assert open_page(live, browser, "control").status_code == requests.codes.forbidden


def test_a_revoked_link_is_told_so_and_sees_nothing(live: Live) -> None:
    browser = browser_of(live, ANDERS)
    assert open_page(live, browser, "control").status_code == requests.codes.ok
    revoke(live, ANDERS)
    refused = open_page(live, browser, "control")
    assert (refused.status_code, TITLE in refused.text) == (403, False)
    assert "This link was revoked" in refused.text
