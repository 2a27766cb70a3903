"""The results page and its files: for hosts alone, equal to the control room, and naming nobody."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
import requests

from facilitator.presenters.payloads import PollTopic
from facilitator.services import links
from facilitator.services.exports import list_files
from facilitator.services.tickets import LinkTicket, OrganiserTicket
from tests.cast import ANDERS, BIG_SCREEN, ELENA, MARIA, NADIA, OSKAR, PARTICIPANTS, Person
from tests.factories import gather
from tests.live import Live, living
from tests.stories import ask_everything, ask_speakers, collect_ideas
from tests.takeaways import made

HARMFUL = '<img src=x onerror="alert(1)">'


class Tables(HTMLParser):
    """Reads the tables of a page as a screen reader would: by the name of their figure."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.figures: dict[str, list[list[str]]] = {}
        self._rows: list[list[str]] | None = None
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "figure":
            self._rows = self.figures.setdefault(dict(attrs).get("aria-label") or "", [])
        if self._rows is not None and tag == "tr":
            self._rows.append([])
        if self._rows is not None and tag in {"th", "td"}:
            self._in_cell = True
            self._rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self._rows = None
        if tag in {"th", "td"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._rows is not None and self._in_cell:
            self._rows[-1][-1] += data.strip()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A live session in which everything was asked and ideas were collected, behind a server."""
    with living(tmp_path_factory.mktemp("results")) as live:
        live.gathering.trust(BIG_SCREEN, role="stage")
        ask_everything(live.gathering)
        collect_ideas(live.gathering)
        ask_speakers(live.gathering)
        yield live


def browser_of(live: Live, person: Person, token: str = "") -> requests.Session:
    """A browser that came in with the person's link."""
    browser = requests.Session()
    body = {"token": token or live.gathering.tokens[person]}
    assert browser.post(f"{live.served.base}/api/enter", json=body, timeout=10).ok
    return browser


def results_of(live: Live, browser: requests.Session) -> requests.Response:
    return browser.get(f"{live.served.base}/results/{live.gathering.public_id}", timeout=10)


def file_of(live: Live, browser: requests.Session, name: str) -> requests.Response:
    return browser.get(f"{live.served.base}/exports/{live.gathering.public_id}/{name}", timeout=10)


def rows_of(topic: PollTopic) -> list[list[str]]:
    """A result of the control room, as the page should write it."""
    results = topic["results"]
    assert results is not None
    rows = [[row["label"], str(row["count"]), f"{row['share']} %"] for row in results["rows"]]
    if topic["has_other"]:
        count, base = results["other_count"], results["base"]
        rows.append(["Something else", str(count), f"{(200 * count + base) // (2 * base)} %"])
    return rows


def test_every_result_of_the_control_room_stands_in_a_table_of_the_page(live: Live) -> None:
    figures = Tables(results_of(live, browser_of(live, MARIA)).text).figures

    asked = [topic for name, topic in live.gathering.state(MARIA)["topics"].items() if name.startswith("poll:")]
    drawn = [topic for topic in asked if topic and (topic["options"] or topic["scale"])]  # type: ignore[typeddict-item]
    assert len(drawn) == 3
    for topic in drawn:
        head, *rows = figures[f"Results: {topic['title']}"]  # type: ignore[typeddict-item]
        assert head == ["Answer", "People", "Share"]
        assert sorted(rows) == sorted(rows_of(topic))  # type: ignore[arg-type]


def test_the_most_chosen_option_comes_first_and_a_scale_keeps_its_order(live: Live) -> None:
    figures = Tables(results_of(live, browser_of(live, MARIA)).text).figures

    assert [row[0] for row in figures["Results: Which barriers matter"]][1] == "Care"
    assert [row[0] for row in figures["Results: How far are you"]][1:] == ["Not yet", "Talked about", "Planned", "Done"]


def test_people_s_own_words_stand_in_their_language_and_ideas_in_their_columns(live: Live) -> None:
    page = results_of(live, browser_of(live, MARIA)).text

    assert '<li class="quote" lang="el">Οι βάρδιες αλλάζουν κάθε εβδομάδα</li>' in page
    assert '<p class="quote" lang="en">Cuirimid ár n-ábhar ar fáil</p>' in page
    assert "2 people support this" in page
    assert "1 idea on the board. 1 more was not shown: only in the exports." in page
    assert "-10 % Gebühr" not in page


def test_nobody_who_took_part_is_named_on_the_page(live: Live) -> None:
    page = results_of(live, browser_of(live, MARIA)).text

    assert [person.name for person in (*PARTICIPANTS, OSKAR) if person.name in page] == []


def test_what_people_wrote_is_text_and_the_page_holds_nothing_inline(live: Live) -> None:
    live.gathering.answer(ELENA, "words", HARMFUL)

    page = results_of(live, browser_of(live, MARIA)).text

    assert HARMFUL not in page
    assert "&lt;img src=x onerror=" in page
    assert "style=" not in page
    assert "<script" not in page


@pytest.mark.parametrize("name", [name for names in list_files().values() for name in names])
def test_a_host_gets_every_file_as_a_download_that_no_cache_keeps(live: Live, name: str) -> None:
    response = file_of(live, browser_of(live, ANDERS), name)

    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f"attachment; filename=balance-in-training-{name}"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert len(response.content) > 20


def test_the_files_are_those_that_the_service_makes(live: Live) -> None:
    browser = browser_of(live, MARIA)

    for name in ("polls.csv", "answers.csv", "ideas.csv", "definition.yaml"):
        assert file_of(live, browser, name).content == made(live.gathering, name)


def test_an_export_is_told_to_the_other_host(live: Live) -> None:
    before = live.gathering.session().rev

    file_of(live, browser_of(live, ANDERS), "ideas.csv")

    acts = live.gathering.state(MARIA, since=before)["topics"]["acts"]["acts"]  # type: ignore[index,typeddict-item]
    assert (acts[0]["by"], acts[0]["act"], acts[0]["what"]) == (ANDERS.name, "export", "ideas.csv")


def test_a_file_that_does_not_exist_is_not_found_and_not_logged(live: Live) -> None:
    before = live.gathering.session().rev

    assert file_of(live, browser_of(live, MARIA), "participants.csv").status_code == 404
    assert live.gathering.session().rev == before


def test_without_a_host_s_link_there_is_neither_page_nor_file(live: Live) -> None:
    for browser in (requests.Session(), browser_of(live, BIG_SCREEN)):
        browser.headers["Authorization"] = f"Bearer {live.gathering.tokens[ELENA]}"
        for response in (results_of(live, browser), file_of(live, browser, "answers.csv")):
            assert response.status_code == 403
            assert "Care" not in response.text


def test_a_host_of_another_session_is_a_stranger_here(live: Live) -> None:
    other = gather(live.data, database=live.gathering.database)
    browser = browser_of(live, MARIA, other.tokens[MARIA])
    assert browser.get(f"{live.served.base}/results/{other.public_id}", timeout=10).status_code == 200

    assert results_of(live, browser).status_code == 403
    assert file_of(live, browser, "answers.csv").status_code == 403


def test_a_revoked_link_takes_nothing_away(live: Live) -> None:
    late = Person(name="Lars Host")
    live.gathering.trust(late)
    browser = browser_of(live, late)
    assert file_of(live, browser, "answers.csv").status_code == 200
    owner, link = live.gathering.tickets[NADIA], live.gathering.tickets[late]
    assert isinstance(owner, OrganiserTicket)
    assert isinstance(link, LinkTicket)

    live.gathering.write(lambda work: links.revoke(work, owner.organiser_id, live.gathering.public_id, link.link_id))

    assert file_of(live, browser, "answers.csv").status_code == 403
    assert results_of(live, browser).status_code == 403
