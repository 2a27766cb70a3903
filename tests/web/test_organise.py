"""The organiser's sessions: the list, new ones, files brought in, deletion; as somebody without scripts has them."""

import io
import re

import pytest

from facilitator.services import templates
from tests.cast import MARIA
from tests.factories import DEFINITION
from tests.pages import Browser
from tests.web.conftest import Home


@pytest.fixture
def nadia(home: Home) -> Browser:
    return home.nadia()


def bring(browser: Browser, content: str) -> None:
    """Send a file as the import page does."""
    page = browser.open("/organise/import")
    form, _ = page.form("Import the session")
    fields = dict(form.fields)
    file = {"file": (io.BytesIO(content.encode()), "definition.yaml")}
    response = browser.client.post("/organise/import", data={**fields, **file}, follow_redirects=True)
    browser.at, browser.status = response.request.path, response.status_code
    browser.page = type(page)(response.get_data(as_text=True))


def every_page(home: Home) -> list[str]:
    g = home.gathering
    here = f"/organise/{g.public_id}"
    step, poll, board = g.items()[0].id, g.poll("barriers").id, g.board().id
    session = [here, *(f"{here}/{part}" for part in ("links", "settings", "scales", "take-away", "poster", "delete"))]
    session += [f"{here}/steps/new", f"{here}/steps/{step}", f"{here}/steps/{step}/remove"]
    session += [f"{here}/steps/{step}/questions/new", f"{here}/steps/{step}/boards/new"]
    session += [f"{here}/steps/{step}/questions/new?kind={kind}" for kind in ("single", "multiple", "scale", "text")]
    session += [f"{here}/questions/{poll}", f"{here}/questions/{poll}/remove"]
    session += [f"{here}/boards/{board}", f"{here}/boards/{board}/remove"]
    return ["/organise/", "/organise/new", "/organise/import", *session]


def test_every_page_needs_its_organiser(home: Home, nadia: Browser) -> None:
    stranger = home.browser()
    for address in every_page(home):
        nadia.open(address)
        assert nadia.status == 200, address
        stranger.open(address)
        assert stranger.at == "/organise/sign-in", address


def test_every_page_stands_without_scripts_and_styles_in_it(home: Home, nadia: Browser) -> None:
    for address in every_page(home):
        html = nadia.open(address).html
        assert len(re.findall("<h1[ >]", html)) == 1, address
        assert [html.count(role) for role in ('role="status"', 'role="alert"', 'id="main"')] == [1, 1, 1], address
        assert " style=" not in html, address
        assert not re.search(r"<script(?![^>]*src=)", html), address
        assert not re.search(r'(src|href|action)="(https?:)?//', html), address
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert sorted(set(ids)) == sorted(ids), address
        for owner in re.findall(r'aria-describedby="([^"]+)"', html):
            assert set(owner.split()) <= set(ids), (address, owner)
        assert set(re.findall(r'<label[^>]* for="([^"]+)"', html)) <= set(ids), address


def test_every_field_has_a_name_of_its_own(home: Home, nadia: Browser) -> None:
    for address in every_page(home):
        html = nadia.open(address).html
        labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
        for control in re.findall(r"<(?:input|select|textarea)\b[^>]*>", html):
            if 'type="hidden"' in control or "aria-label=" in control or 'type="radio"' in control:
                continue
            name = re.search(r'id="([^"]+)"', control)
            assert name, (address, control)
            is_inside = False
            assert is_inside or name.group(1) in labelled, (address, control)


def test_another_organisers_session_is_not_found(home: Home, nadia: Browser) -> None:
    nadia.open("/organise/nobody-has-this-one")
    assert nadia.status == 404
    nadia.open(f"/organise/{home.gathering.public_id}/steps/9999")
    assert nadia.status == 404


def test_a_list_without_sessions_offers_the_template(home: Home, nadia: Browser) -> None:
    nadia.open(f"/organise/{home.gathering.public_id}/delete")
    page = nadia.press("Delete the session", confirm="DELETE")
    assert "“Balance in training” was deleted, with everything in it." in page.text
    assert "No sessions yet" in page.text
    assert nadia.follow("Start from the two-hour template").form("Make the session")


def test_deleting_needs_the_word(home: Home, nadia: Browser) -> None:
    address = f"/organise/{home.gathering.public_id}/delete"
    nadia.open(address)
    page = nadia.press("Delete the session", confirm="delete")
    assert (nadia.status, page.problems) == (
        400,
        ["Type DELETE in capital letters to delete the session. Nothing was deleted."],
    )
    home.gathering.go_live()
    nadia.open(address)
    page = nadia.press("Delete the session", confirm="DELETE")
    assert "The session is live. Nothing was deleted." in page.text
    assert home.gathering.session().state == "live"


def test_sessions_stand_under_now_coming_and_past(home: Home, nadia: Browser) -> None:
    assert "Coming up Balance in training" in nadia.open("/organise/").text
    home.gathering.steer(MARIA, "open_doors")
    assert "Now Balance in training" in nadia.open("/organise/").text
    home.gathering.steer(MARIA, "start_session")
    assert "Live now" in nadia.open("/organise/").text
    home.gathering.end()
    assert "Past Balance in training" in nadia.open("/organise/").text


def test_a_session_is_made_from_the_template_for_a_day_in_a_time_zone(home: Home, nadia: Browser) -> None:
    nadia.open("/organise/")
    nadia.follow("New session")
    when = {"date": "2030-10-24", "time": "14:30", "timezone": "Europe/Athens"}
    page = nadia.press("Make the session", title="Our afternoon", **when)
    assert "“Our afternoon” is ready to be edited." in page.text
    assert "Thursday 24 October 2030, 14:30 (Europe/Athens)" in page.text
    assert "120 minutes This is two hours exactly." in page.text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"date": "", "time": "14:30"}, "Enter a day such as 24/10/2026 and a time such as 14:30."),
        ({"date": "2030-03-31", "time": "02:30"}, "The clocks change that night, and this time does not exist."),
        ({"date": "2030-10-24", "timezone": "Mars/Base"}, "The time zone must be the name of a time zone"),
        ({"date": "2030-10-24", "template": "../../etc/passwd"}, "Choose a template to start from."),
        ({"date": "2030-10-24", "title": "x" * 201}, "The title is longer than 200 characters."),
        ({"date": "9999-12-31"}, "Choose a day between 2000 and 2100."),
    ],
)
def test_a_wish_that_cannot_be_met_is_explained_and_kept(
    home: Home, nadia: Browser, typed: dict[str, str], says: str
) -> None:
    nadia.open("/organise/new")
    page = nadia.press("Make the session", **{"timezone": "Europe/Brussels", "time": "10:00", "title": "Kept"} | typed)
    assert nadia.status == 400
    assert says in page.problems[0]
    if "title" not in typed:
        assert 'value="Kept"' in page.html


def test_a_form_that_is_sent_twice_makes_one_session(home: Home, nadia: Browser) -> None:
    page = nadia.open("/organise/new")
    form, _ = page.form("Make the session")
    fields = [each for each in form.fields if each[0] not in {"date", "template"}] + [
        ("date", "2030-10-24"),
        ("template", "blank"),
    ]
    nadia.send("/organise/new", fields)
    nadia.send("/organise/new", fields)
    assert nadia.open("/organise/").text.count("New session Thursday 24 October 2030") == 1


def test_a_definition_is_brought_in_and_goes_out_equal(home: Home, nadia: Browser) -> None:
    bring(nadia, DEFINITION)
    assert nadia.status == 200
    assert "“Balance in training” was imported." in nadia.page.text
    definition = nadia.client.get(f"/exports/{nadia.at.rsplit('/', 1)[1]}/definition.yaml").get_data(as_text=True)
    again = templates.load(definition).model_copy(update={"start": None})
    assert again == templates.load(DEFINITION)


def test_each_mistake_of_a_file_is_named_with_its_line(home: Home, nadia: Browser) -> None:
    bring(nadia, DEFINITION.replace("minutes: 5", "minutes: soon", 1).replace("kind: break", "kind: pause"))
    assert nadia.status == 400
    assert [problem.split(":")[0] for problem in nadia.page.problems] == ["Line 21", "Line 39"]
    assert "Choose a file" in nadia.press("Import the session").problems[0]


def test_a_copy_is_made_and_asks_for_a_time_of_its_own(home: Home, nadia: Browser) -> None:
    nadia.open("/organise/")
    page = nadia.press("Duplicate")
    assert "This is the copy." in page.text
    assert "Balance in training (copy)" in page.text


def test_what_people_wrote_stays_text_on_every_page(home: Home, nadia: Browser) -> None:
    harmful = '"><img src=x onerror=alert(1)>'
    nadia.open(f"/organise/{home.gathering.public_id}/settings")
    nadia.press("Save the settings", title=harmful, organiser=harmful)
    nadia.open(f"/organise/{home.gathering.public_id}/steps/{home.gathering.items()[0].id}")
    nadia.press("Save the step", title=harmful, notes=harmful + "</textarea>")
    assert home.gathering.session().title == harmful
    for address in every_page(home):
        assert "<img src=x" not in nadia.open(address).html
