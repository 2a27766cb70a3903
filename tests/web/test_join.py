"""The door: what somebody with a code sees before joining, in every state of the session."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from icalendar import Calendar

from facilitator.domain.sessions import SessionState
from facilitator.storage import sessions
from tests.cast import MARIA
from tests.live import Live, living

TITLE = "Balance in training"
GROUPS = ["Trade union", "Employment service", "Training provider", "Large employer"]
WRONG_CODE = "K7P4QM"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A live session behind a server."""
    with living(tmp_path_factory.mktemp("door")) as made:
        yield made


def put_door(live: Live, state: SessionState, *, is_locked: bool = False) -> None:
    """Bring the session to a state, past its rules."""

    def change(work: Any) -> None:  # noqa: ANN401
        session = sessions.find(work, live.gathering.session_id)
        assert session is not None
        session.state, session.is_locked = state, is_locked

    live.gathering.write(change)


def get(live: Live, path: str) -> requests.Response:
    """Open a page as somebody without a cookie does."""
    return requests.get(f"{live.served.base}{path}", timeout=10)


def door_page(live: Live, state: SessionState, *, is_locked: bool = False) -> requests.Response:
    """The page of the session in a state."""
    put_door(live, state, is_locked=is_locked)
    return get(live, f"/j/{live.gathering.code}")


def labels(page: str) -> list[str]:
    """The words of the tiles, in order."""
    return re.findall(r'class="tile__text"[^>]*>([^<]+)<', page)


def boot_of(page: str) -> dict[str, Any]:
    """What the page gives its script."""
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    boot: dict[str, Any] = json.loads(found.group(1))
    return boot


@pytest.mark.parametrize("state", ["open", "live"])
def test_an_open_door_asks_for_the_group_and_nothing_else(live: Live, state: SessionState) -> None:
    response = door_page(live, state)
    assert response.status_code == requests.codes.ok
    assert labels(response.text) == [*GROUPS, "Prefer not to say"]
    assert len(re.findall(r"<input", response.text)) == len(GROUPS) + 1
    assert re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", response.text) == [TITLE]
    boot = boot_of(response.text)
    assert boot["code"] == live.gathering.code
    assert boot["door"]["state"] == {"open": "lobby", "live": "live"}[state]
    assert not response.cookies


def test_the_page_has_its_two_live_regions_from_the_first_html(live: Live) -> None:
    page = door_page(live, "live").text
    assert page.count('role="status"') == 1
    assert page.count('role="alert"') == 1


def test_before_the_doors_open_the_page_says_when_and_that_it_changes_by_itself(live: Live) -> None:
    page = door_page(live, "draft").text
    assert "Opens at" in page
    assert "This page will change by itself." in page
    assert boot_of(page)["door"]["state"] == "early"
    assert labels(page) == []


def test_a_locked_door_says_whom_to_ask(live: Live) -> None:
    page = door_page(live, "live", is_locked=True).text
    assert "The host has closed the door. Ask them to let you in." in page
    assert boot_of(page)["door"]["state"] == "locked"
    assert labels(page) == []


def test_an_ended_session_thanks(live: Live) -> None:
    page = door_page(live, "ended").text
    assert "The session has ended." in page
    assert labels(page) == []


def test_the_doors_page_says_nothing_of_what_is_inside(live: Live) -> None:
    page = door_page(live, "live").text
    inside = json.dumps(live.gathering.state(MARIA)["topics"])
    for secret in ("Which barriers matter", "Say hello to late comers too.", live.gathering.public_id):
        assert secret in inside
        assert secret not in page


def test_a_code_may_be_typed_in_any_way(live: Live) -> None:
    put_door(live, "live")
    code = live.gathering.code
    for typed in (code.lower(), f"{code[:3]}-{code[3:]}", f" {code[:3]} {code[3:]} ", f"{code[:2]}\u2013{code[2:]}"):
        response = requests.get(f"{live.served.base}/", params={"code": typed}, timeout=10)
        assert response.url == f"{live.served.base}/j/{code}"
        assert TITLE in response.text


def test_the_first_page_asks_for_a_code(live: Live) -> None:
    page = get(live, "/").text
    assert re.findall(r'<label for="code">(.*?)</label>', page) == ["Enter the session code"]
    assert "aria-invalid" not in page


@pytest.mark.parametrize("typed", ["", "K7P", "K7P4QMX", "O0I1LU", "../../x"])
def test_what_cannot_be_a_code_is_said_at_once(live: Live, typed: str) -> None:
    response = requests.get(f"{live.served.base}/", params={"code": typed}, timeout=10)
    assert "A code has 6 letters and digits. Check the code on the screen." in response.text
    assert 'aria-invalid="true"' in response.text


def test_what_was_typed_comes_back_as_text(live: Live) -> None:
    page = requests.get(f"{live.served.base}/", params={"code": '"><b>K7P'}, timeout=10).text
    assert "<b>" not in page
    assert 'value="&#34;&gt;&lt;b&gt;K7P"' in page


def test_a_wrong_code_is_named_and_stays_in_the_field(live: Live) -> None:
    response = get(live, f"/j/{WRONG_CODE}")
    words = re.sub(r"<[^>]+>", "", response.text)
    assert response.status_code == requests.codes.not_found
    assert "We cannot find session K7P-4QM. Check the code on the screen." in words
    assert f'value="{WRONG_CODE}"' in response.text


def test_the_calendar_file_leads_back_to_the_door(live: Live) -> None:
    code = live.gathering.code
    response = get(live, f"/j/{code.lower()}/session.ics")
    (event,) = Calendar.from_ical(response.text).walk("VEVENT")
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert (event["summary"], event["url"]) == (TITLE, f"{live.served.base}/j/{code}")
    assert event.decoded("dtstart") == live.gathering.session().planned_start_at.replace(microsecond=0)


def test_the_page_of_a_personal_link_knows_no_token_and_sets_no_cookie(live: Live) -> None:
    response = get(live, "/enter")
    assert response.status_code == requests.codes.ok
    assert not response.cookies
    assert live.gathering.tokens[MARIA] not in response.text


def test_guessing_codes_is_stopped_while_those_with_a_code_come_in(tmp_path: Path) -> None:
    with living(tmp_path, rates="1") as live:
        for _ in range(60):
            assert get(live, f"/j/{live.gathering.code}").status_code == requests.codes.ok
        body = {"code": WRONG_CODE, "group_id": None, "name": None, "language": "en"}
        for number in range(15):
            assert get(live, f"/j/{WRONG_CODE}").status_code == requests.codes.not_found, number
            joined = requests.post(f"{live.served.base}/api/join", json=body, timeout=10)
            assert joined.status_code == requests.codes.not_found, number
        stopped = get(live, f"/j/{WRONG_CODE}")
        assert stopped.status_code == requests.codes.too_many_requests
        assert "Too many tries from this network. Wait" in stopped.text
        assert 1 <= int(stopped.headers["Retry-After"]) <= 60
        for path in ("/api/door/", "/j/", "/qr/"):
            refused = get(live, f"{path}{WRONG_CODE}{'.svg' if path == '/qr/' else ''}")
            assert refused.status_code == requests.codes.too_many_requests, path
        assert requests.post(f"{live.served.base}/api/join", json=body, timeout=10).json()["code"] == "too_fast"
