"""The second hour: what holds people back, a step back and forth, and ideas on how to work together."""

from playwright.sync_api import expect

from tests.browser.company import Company, has
from tests.browser.script import (
    BARRIERS,
    BOARD,
    CARE,
    CATALOGUE,
    COOPERATION,
    DATA,
    HOLDS_BACK,
    IN_GERMAN,
    MENTORS,
    MODELS,
    SALES,
    SHIFTS,
)


def several_answers(company: Company) -> None:
    """Up to three of many, one of them in own words, which only hosts read."""
    company.host.press("Open voting", BARRIERS)
    company.elena.choose(CARE, SHIFTS)
    expect(company.elena.body).to_contain_text("2 of 3 chosen")
    company.elena.send()
    company.jurgen.answer(CARE, own_words=IN_GERMAN)
    company.zofia.choose(CARE, SHIFTS, MODELS, DATA)
    company.zofia.send()
    expect(company.zofia.alarmed).to_have_text("Choose at most 3 answers.")
    expect(company.host.card(BARRIERS)).to_contain_text("2 of 3 people answered")
    company.zofia.answer(DATA)
    for phone in company.phones:
        phone.is_saved()
    company.nobody_sees_results()


def a_late_change_comes_too_late(company: Company) -> None:
    """Closing counts what was sent; a change that was not sent is told, and kept in sight."""
    company.jurgen.change()
    company.jurgen.choose(MODELS)
    company.host.press("Close voting", BARRIERS)
    expect(company.jurgen.body).to_contain_text("Voting closed before you sent this. It was not counted.")
    unsent = company.jurgen.page.get_by_role("region", name="What you had not sent")
    expect(unsent.get_by_role("listitem")).to_have_text([CARE, MODELS, IN_GERMAN])
    expect(company.jurgen.own_answer).to_have_text([CARE, IN_GERMAN])
    company.host.press("Show results on phones", BARRIERS)
    company.host.press("Show results on big screen", BARRIERS)
    for screen in (*company.phones, company.stage):
        has(screen.line(CARE), 3, "100 %")
        has(screen.line(SHIFTS), 2, "67 %")
        has(screen.line(MODELS), 1, "33 %")
        has(screen.line("Something else"), 1, "33 %")
    for screen in (company.elena, company.zofia, company.stage):
        expect(screen.body).not_to_contain_text(IN_GERMAN)
    expect(company.jurgen.line("Something else")).to_contain_text("You")


def back_and_forth(company: Company) -> None:
    """A step back, and forward again: nothing is lost on the way. Who has something unsent is not moved."""
    company.host.run.get_by_role("button", name="Back to: Two projects and practices").click()
    expect(company.jurgen.banner.first).to_contain_text("The session has moved on")
    expect(company.jurgen.heading).to_have_text(BARRIERS)
    company.jurgen.go_to_it()
    for phone in company.phones:
        expect(phone.heading).to_have_text("Two projects and practices")
    expect(company.stage.heading).to_have_text("Two projects and practices")
    company.host.launch_until(HOLDS_BACK)
    for screen in (company.elena, company.stage):
        expect(screen.heading).to_have_text(BARRIERS)
        has(screen.line(CARE), 3, "100 %")
    expect(company.elena.own_answer).to_have_text([CARE, SHIFTS])


def ideas_in_silence(company: Company) -> None:
    """The board: everybody writes, nobody sees the others, and the host reviews."""
    company.host.launch_until(COOPERATION)
    company.host.press("Open for ideas", BOARD)
    company.jurgen.go_to_it()
    for phone in company.phones:
        expect(phone.heading).to_have_text(BOARD)
        expect(phone.body).to_contain_text("For now only you see your ideas.")
    company.elena.suggest("Offer", MENTORS)
    company.jurgen.suggest("Offer", SALES)
    company.zofia.page.get_by_label("Language of my idea").select_option("pl")
    company.zofia.suggest("Idea", CATALOGUE)
    for phone, text in zip(company.phones, (MENTORS, SALES, CATALOGUE), strict=True):
        expect(phone.my_ideas).to_have_count(1)
        expect(phone.my_ideas).to_contain_text([text])
        expect(phone.my_ideas).to_contain_text(["Waiting for the host"])
        expect(phone.board).to_have_count(0)
    expect(company.stage.body).to_contain_text("3 ideas so far")
    company.host.show_new(2)
    company.host.approve(MENTORS)
    company.host.approve(CATALOGUE)
    company.host.decline(SALES)
    expect(company.elena.my_ideas).to_contain_text(["On the board, not yet shown to others"])
    expect(company.jurgen.my_ideas).to_contain_text(["Not shown"])
    for screen in (company.jurgen, company.zofia, company.stage):
        expect(screen.body).not_to_contain_text(MENTORS)


def ideas_revealed(company: Company) -> None:
    """All together: approved ideas appear; they are supported, pinned and moved."""
    company.host.press("Reveal ideas to everybody", BOARD)
    for phone in company.phones:
        expect(phone.idea(MENTORS)).to_be_visible()
        expect(phone.idea(CATALOGUE).locator(".quote")).to_have_attribute("lang", "pl")
    for screen in (company.elena, company.zofia, company.stage):
        expect(screen.body).not_to_contain_text(SALES)
    expect(company.elena.idea(MENTORS)).to_contain_text("You")
    expect(company.stage.column("Offer")).to_contain_text(MENTORS)
    expect(company.stage.column("Idea")).to_contain_text(CATALOGUE)
    for phone in (company.elena, company.jurgen):
        support = phone.idea(CATALOGUE).get_by_role("button", name="Support")
        support.click()
        expect(support).to_have_attribute("aria-pressed", "true")
    expect(company.zofia.idea(CATALOGUE)).to_contain_text("Support, 2 people")
    company.elena.idea(CATALOGUE).get_by_role("button", name="Support").click()
    expect(company.zofia.idea(CATALOGUE)).to_contain_text("Support, 1 person")
    company.host.press_beside("Pin", MENTORS)
    expect(company.zofia.idea(MENTORS)).to_contain_text("Pinned by the host")
    company.host.idea(CATALOGUE).get_by_role("button", name="Move to column…").click()
    company.host.idea(CATALOGUE).get_by_role("button", name="Ask", exact=True).click()
    expect(company.stage.column("Ask")).to_contain_text(CATALOGUE)
    expect(company.stage.column("Idea")).to_have_count(0)


def a_note(company: Company) -> None:
    """A note from the host stands on every screen until it is taken away."""
    note = "We go on at half past three."
    company.host.page.get_by_label("Note to the room").fill(note)
    company.host.page.get_by_role("button", name="Show note on every screen").click()
    for phone in company.phones:
        expect(phone.page.get_by_role("complementary", name="Note from the host")).to_contain_text(note)
    expect(company.stage.body).to_contain_text(note)
    company.host.page.get_by_role("button", name="Take the note away").click()
    for screen in (*company.phones, company.stage):
        expect(screen.page.get_by_role("main")).not_to_contain_text(note)
