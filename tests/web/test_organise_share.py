"""Settings and links: when the session is, who may come in and how, what can be taken away."""

import re
from collections.abc import Sequence

import pytest

from facilitator.domain.people import Link
from facilitator.storage import people
from tests.cast import ELENA, MARIA
from tests.pages import Browser
from tests.web.conftest import Home


@pytest.fixture
def nadia(home: Home) -> Browser:
    browser = home.nadia()
    browser.open(f"/organise/{home.gathering.public_id}")
    return browser


def test_a_personal_link_is_shown_once_and_lets_its_holder_in(home: Home, nadia: Browser) -> None:
    nadia.follow("Links")
    page = nadia.press("Make the link", name="Ines", role="moderator")
    assert "The link of Ines" in page.text
    token = re.findall(r'value="http://[^"]*/enter#([^"]+)"', page.html)[0]
    assert token not in nadia.open(nadia.at).html
    ines = home.browser()
    entered = ines.client.post("/api/enter", json={"token": token})
    assert entered.get_json() == {"url": f"/control/{home.gathering.public_id}"}
    row = next(row for row in re.findall(r"<tr.*?</tr>", nadia.open(nadia.at).html, re.DOTALL) if "Ines" in row)
    assert "Moderator" in row
    assert "Not yet" not in row


def test_a_speaker_s_link_is_for_a_step_and_leads_to_a_page_of_its_own(home: Home, nadia: Browser) -> None:
    barriers = home.gathering.items()[1]
    nadia.follow("Links")
    page = nadia.press("Make the link", name="Ines", role="speaker", step=str(barriers.id))
    assert "Whoever has it can read the questions to the speakers." in page.text
    assert "Speaker: Barriers" in page.text
    token = re.findall(r'value="http://[^"]*/enter#([^"]+)"', page.html)[0]
    (link,) = [each for each in links_of(home) if each.name == "Ines"]
    assert (link.role, link.item_id) == ("speaker", barriers.id)
    entered = home.browser().client.post("/api/enter", json={"token": token})
    assert entered.get_json() == {"url": f"/speaker/{home.gathering.public_id}"}


def test_only_a_speaker_s_link_has_a_step_and_only_one_of_the_agenda(home: Home, nadia: Browser) -> None:
    nadia.follow("Links")
    nadia.press("Make the link", name="Ines", role="moderator", step=str(home.gathering.items()[1].id))
    assert [each.item_id for each in links_of(home) if each.name == "Ines"] == [None]
    page = nadia.press("Make the link", name="Jonas", role="speaker", step="999")
    assert page.problems == ["This step is not in the agenda any more. Nothing was changed. Choose another one."]
    assert [each.name for each in links_of(home) if each.name == "Jonas"] == []


def links_of(home: Home) -> Sequence[Link]:
    return home.gathering.read(lambda work: people.list_links(work, home.gathering.session_id))


def test_a_revoked_link_lets_nobody_in_and_leaves_the_browser_it_was_used_in(home: Home, nadia: Browser) -> None:
    nadia.client.post("/api/enter", json={"token": home.gathering.tokens[MARIA]})
    nadia.open(f"/organise/{home.gathering.public_id}/links")
    page = nadia.press(f"Revoke the link of {MARIA.name}")
    assert f"The link of {MARIA.name} no longer works." in page.text
    assert home.browser().client.post("/api/enter", json={"token": home.gathering.tokens[MARIA]}).status_code == 403
    assert nadia.client.get(f"/control/{home.gathering.public_id}").status_code == 200


def test_a_link_needs_a_name(home: Home, nadia: Browser) -> None:
    nadia.follow("Links")
    assert nadia.press("Make the link", name=" ").problems == ["Enter a name, so that you can tell the links apart."]
    assert nadia.press("Make the link", name="x" * 61).problems == [
        "The name is longer than 60 characters. Shorten it."
    ]
    assert len(home.gathering.read(lambda work: people.list_links(work, home.gathering.session_id))) == 2


def test_the_way_in_is_shown_with_code_link_and_poster(home: Home, nadia: Browser) -> None:
    spoken = f"{home.gathering.code[:3]}-{home.gathering.code[3:]}"
    assert spoken in nadia.follow("Links").text
    page = nadia.follow("Poster to print")
    assert spoken in page.text
    assert f"localhost/j/{home.gathering.code}" in page.text
    assert nadia.client.get(f"/qr/{home.gathering.code}.svg").mimetype == "image/svg+xml"


def test_the_organiser_enters_the_control_room_with_the_cookie(home: Home, nadia: Browser) -> None:
    nadia.follow("Open the control room")
    assert (nadia.at, nadia.status) == (f"/control/{home.gathering.public_id}", 200)


def test_every_file_to_take_away_is_there(home: Home, nadia: Browser) -> None:
    page = nadia.follow("Results")
    files = [address for address in page.links.values() if address.startswith("/exports/")]
    assert {"results.xlsx", "all.csv.zip", "answers.csv", "session.json", "definition.yaml"} <= {
        address.rsplit("/", 1)[1] for address in files
    }
    for address in [*files, f"/results/{home.gathering.public_id}"]:
        assert nadia.client.get(address).status_code == 200, address


def test_settings_change_what_was_changed(home: Home, nadia: Browser) -> None:
    nadia.follow("Settings")
    page = nadia.press(
        "Save the settings",
        title="Balance everywhere",
        language="el",
        timezone="Europe/Athens",
        date="2030-10-24",
        time="14:30",
        delete_on="2031-01-01",
        more="Research\nTrade union",
    )
    assert page.problems == ["Group 6 stands further up already."]
    assert "#more" in page.links.values()
    nadia.press("Save the settings", more="Research\nΔήμος")
    session = home.gathering.session()
    assert (session.title, session.language, session.timezone) == ("Balance everywhere", "el", "Europe/Athens")
    assert session.planned_start_at.isoformat() == "2030-10-24T11:30:00+00:00"
    assert session.delete_on.isoformat() == "2031-01-01"
    assert [(group.key, group.title) for group in session.groups][-2:] == [("research", "Research"), ("group", "Δήμος")]


def test_whether_people_may_ask_the_speakers_is_a_setting(home: Home, nadia: Browser) -> None:
    session = home.gathering.session()
    assert (session.takes_questions, session.reviews_questions) == (False, True)
    nadia.follow("Settings")
    nadia.press("Save the settings", takes_questions="on", reviews_questions=None)
    session = home.gathering.session()
    assert (session.takes_questions, session.reviews_questions) == (True, False)


def test_settings_that_were_not_touched_stay(home: Home, nadia: Browser) -> None:
    before = home.gathering.session()
    nadia.follow("Settings")
    nadia.press("Save the settings")
    after = home.gathering.session()
    assert (after.rev, after.planned_start_at) == (before.rev, before.planned_start_at)


def test_groups_are_arranged_and_one_that_somebody_chose_stays(home: Home, nadia: Browser) -> None:
    home.gathering.go_live()
    assert ELENA.group == "trade-union"
    nadia.follow("Settings")
    nadia.press("Up: group 2")
    nadia.press("Save the settings")
    assert [group.key for group in home.gathering.session().groups][:2] == ["employment-service", "trade-union"]
    nadia.press("Remove: group 2")
    page = nadia.press("Save the settings")
    assert page.problems == ["People have chosen this group. Nothing was changed. Its title can be corrected."]
    assert len(home.gathering.session().groups) == 4


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"title": ""}, "The title must not be empty."),
        ({"date": "soon"}, "Enter a day such as 24/10/2026 and a time such as 14:30."),
        ({"delete_on": ""}, "Enter the day on which the session is deleted, such as 12/03/2027."),
        ({"delete_on": "2001-01-01"}, "The session would be deleted before its day. Choose a later date of deletion."),
        ({"timezone": "Nowhere"}, "The time zone must be the name of a time zone, such as Europe/Brussels."),
        ({"language": "Klingon!"}, "The language must be a language code such as en, el or pt-BR."),
    ],
)
def test_settings_that_cannot_be_are_explained(home: Home, nadia: Browser, typed: dict[str, str], says: str) -> None:
    nadia.follow("Settings")
    assert says in nadia.press("Save the settings", **typed).problems
    assert nadia.status == 400


def test_the_start_of_a_session_that_has_begun_is_no_field_any_more(home: Home, nadia: Browser) -> None:
    home.gathering.go_live()
    planned = home.gathering.session().planned_start_at
    page = nadia.follow("Settings")
    assert not {"date", "time"} & page.ids
    nadia.press("Save the settings", timezone="Europe/Athens")
    assert (home.gathering.session().timezone, home.gathering.session().planned_start_at) == ("Europe/Athens", planned)
