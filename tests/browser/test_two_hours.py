"""The whole session with real pages: a moderator, a big screen and three phones from three groups.

It is the shipped session. Each part says what everybody sees; the end compares the files that were taken
away with what was answered.
"""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser import first_hour, second_hour
from tests.browser.company import Company, has
from tests.browser.devices import Devices
from tests.browser.house import House
from tests.browser.script import (
    ANSWERED,
    BARRIERS,
    CARE,
    CATALOGUE,
    IDEAS,
    IN_GERMAN,
    IN_GREEK,
    LINES,
    MENTORS,
    TITLE,
    WITHOUT_A_PERSON,
)


@pytest.mark.timeout(300)
def test_two_hours_from_joining_to_the_exported_file(house: House, devices: Devices, tmp_path: Path) -> None:
    company = Company.gather(devices)
    first_hour.come_in(house, company)
    first_hour.one_answer(company)
    first_hour.change_of_mind(company)
    first_hour.results_are_shown(company)
    first_hour.a_scale(company)
    first_hour.own_words(company)
    second_hour.several_answers(company)
    second_hour.a_late_change_comes_too_late(company)
    second_hour.back_and_forth(company)
    second_hour.ideas_in_silence(company)
    second_hour.ideas_revealed(company)
    second_hour.a_note(company)
    the_end(company)
    the_results_page(company)
    the_files(company, tmp_path)


def the_end(company: Company) -> None:
    """The end, for everybody."""
    company.host.end()
    for phone in company.phones:
        expect(phone.heading).to_have_text("Thank you")
        expect(phone.body).to_contain_text("Pact for Skills has your answers and ideas, without your name.")
    expect(company.stage.heading).to_have_text("Thank you for thinking together")


def the_results_page(company: Company) -> None:
    """What the hosts read afterwards: the same figures, and what they alone may see."""
    page = company.host.page
    page.get_by_role("link", name="See the results").click()
    expect(company.host.heading).to_have_text(TITLE)
    care = page.get_by_role("figure", name=f"Results: {BARRIERS}").get_by_role("row").filter(has_text=CARE)
    has(care, 3, "100 %")
    for text in (IN_GREEK, IN_GERMAN, MENTORS, CATALOGUE, "Average: 2.5 of 5"):
        expect(company.host.body).to_contain_text(text)


def the_files(company: Company, folder: Path) -> None:
    """The files, in all three formats: what was answered, and nothing else."""
    answers = rows_of(take(company, "answers.csv", folder))
    told = [(row["poll"], row["options"], row["other_text"], row["value"], row["text"]) for row in answers]
    assert sorted(told) == sorted(ANSWERED)
    ideas = rows_of(take(company, "ideas.csv", folder))
    kept = {row["text"]: (row["column"], row["state"], row["support"], row["is_pinned"]) for row in ideas}
    assert kept == IDEAS
    workbook = openpyxl.load_workbook(take(company, "results.xlsx", folder))
    rows = workbook["Questions"].iter_rows(min_row=2, values_only=True)
    lines = {(row[1], row[10]): (row[4], row[13], row[14]) for row in rows}
    assert {line: lines[line] for line in LINES} == LINES
    document = json.loads(take(company, "session.json", folder).read_text("utf-8"))
    assert len(document["answers"]) == len(ANSWERED)
    assert document["session"][0]["participants"] == 3
    assert set(document["answers"][0]) == set(answers[0]) == WITHOUT_A_PERSON


def take(company: Company, name: str, folder: Path) -> Path:
    """Press a link of the results page; the file that came."""
    link = company.host.page.locator(f'a[href$="/{name}"]').first
    with company.host.page.expect_download() as coming:
        link.evaluate("link => link.click()")
    path = folder / name
    coming.value.save_as(path)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
