"""The first hour: who is here, where they stand, and what they say in their own words."""

from playwright.sync_api import expect

from tests.browser.company import Company, has
from tests.browser.house import House
from tests.browser.script import (
    CLOSED,
    DEVICE,
    HOLDS_BACK,
    IN_GREEK,
    NOT_MINE,
    SALES,
    STAND,
    TITLE,
    WELCOME,
    WORDS,
)


def come_in(house: House, company: Company) -> None:
    """The lobby: three people from three groups, with two taps each."""
    company.stage.open(house.served.stage_token)
    company.host.open(house.served.moderator_token)
    expect(company.stage.heading).to_have_text(TITLE)
    expect(company.stage.page.get_by_role("img", name="QR code to join")).to_be_visible()
    expect(company.stage.body).to_contain_text(f"{house.served.code[:3]}-{house.served.code[3:]}")
    groups = ("Trade union", "Employer, large company", "Public employment service")
    for phone, group in zip(company.phones, groups, strict=True):
        phone.come_in(house.served.code, group)
        expect(phone.heading).to_have_text("You are in")
    expect(company.host.live).to_contain_text("3 people in the lobby")
    expect(company.host.room).to_contain_text("Stage showing: How to join")
    expect(company.host.next.locator(".launch")).to_have_text(f"Start the session: {WELCOME}L")


def one_answer(company: Company) -> None:
    """The first step, and a question with one answer; its results are nobody's but the hosts'."""
    company.host.launch()
    expect(company.stage.heading).to_have_text(WELCOME)
    for phone in company.phones:
        expect(phone.heading).to_have_text(WELCOME)
        expect(phone.step).to_have_text("Step 1 of 11")
    company.host.press("Open voting", DEVICE)
    for phone, label in zip(company.phones, ("On a phone", "On a tablet", "On a phone"), strict=True):
        expect(phone.heading).to_have_text(DEVICE)
        expect(phone.page.get_by_role("group", name=DEVICE).get_by_role("radio")).to_have_count(3)
        phone.answer(label)
        phone.is_saved()
        expect(phone.own_answer).to_have_text([label])
    expect(company.stage.heading).to_have_text(DEVICE)
    expect(company.stage.body).to_contain_text("3 answers so far")
    expect(company.host.card(DEVICE)).to_contain_text("3 of 3 people answered")
    expect(company.host.card(DEVICE)).to_contain_text("Results are hidden from everybody.")
    has(company.host.line_of(DEVICE, "On a phone"), 2, "67 %")
    company.nobody_sees_results()


def change_of_mind(company: Company) -> None:
    """While a question is open its answers may be changed."""
    company.jurgen.change()
    company.jurgen.answer("On a computer")
    company.jurgen.is_saved()
    expect(company.jurgen.own_answer).to_have_text(["On a computer"])
    has(company.host.line_of(DEVICE, "On a tablet"), 0, "0 %")
    has(company.host.line_of(DEVICE, "On a computer"), 1, "33 %")
    expect(company.stage.body).to_contain_text("3 answers so far")
    company.nobody_sees_results()


def results_are_shown(company: Company) -> None:
    """Closed, then shown on the big screen, then on the phones: one after the other, each by its own act."""
    company.host.press("Close voting", DEVICE)
    for phone in company.phones:
        expect(phone.body).to_contain_text(CLOSED)
        expect(phone.page.get_by_role("button", name="Change my answer")).to_have_count(0)
    expect(company.stage.body).to_contain_text("3 answers. Voting is closed.")
    company.nobody_sees_results()
    company.host.press("Show results on big screen", DEVICE)
    has(company.stage.line("On a phone"), 2, "67 %")
    has(company.stage.line("On a computer"), 1, "33 %")
    expect(company.stage.body).to_contain_text("3 answers, final")
    expect(company.host.card(DEVICE)).to_contain_text("Results are on the big screen.")
    for phone in company.phones:
        expect(phone.body).to_contain_text(CLOSED)
        expect(phone.results).to_have_count(0)
    company.host.press("Show results on phones", DEVICE)
    for phone, own in zip(company.phones, ("On a phone", "On a computer", "On a phone"), strict=True):
        has(phone.line("On a phone"), 2, "67 %")
        expect(phone.results.get_by_role("row").filter(has_text="You")).to_have_count(1)
        expect(phone.line(own)).to_contain_text("You")
        with phone.big_screen() as text:
            expect(text.get_by_role("row").filter(has_text="On a computer")).to_contain_text("33 %")


def a_scale(company: Company) -> None:
    """A scale with "not applicable", which is counted apart and is not part of the average."""
    company.host.launch_until("Where we stand")
    company.host.press("Open voting", STAND)
    for phone, label in zip(company.phones, ("Not yet", "A plan with targets", NOT_MINE), strict=True):
        expect(phone.heading).to_have_text(STAND)
        phone.answer(label)
        phone.is_saved()
    company.host.press("Close voting", STAND)
    company.host.press("Show results on big screen", STAND)
    company.host.press("Show results on phones", STAND)
    for screen in (company.stage, company.elena):
        has(screen.line("Not yet"), 1, "50 %")
        has(screen.line("A plan with targets"), 1, "50 %")
        has(screen.line(NOT_MINE), 1, "not counted")
        expect(screen.results).to_contain_text("Average: 2.5 of 5.")
    expect(company.jurgen.line("A plan with targets")).to_contain_text("You")


def own_words(company: Company) -> None:
    """An open text, in one's own language; the host keeps one from the screens."""
    company.host.launch_until(HOLDS_BACK)
    company.host.press("Open voting", WORDS)
    company.elena.page.get_by_label("Language of my answer").select_option("el")
    company.elena.write(IN_GREEK)
    company.elena.is_saved()
    company.jurgen.write(SALES)
    company.jurgen.is_saved()
    expect(company.host.card(WORDS)).to_contain_text(IN_GREEK)
    expect(company.stage.body).to_contain_text("2 answers so far")
    expect(company.stage.body).not_to_contain_text(IN_GREEK)
    expect(company.zofia.body).not_to_contain_text(IN_GREEK)
    company.host.press_beside("Hide", SALES)
    company.host.press("Close voting", WORDS)
    company.host.press("Show results on big screen", WORDS)
    company.host.press("Show results on phones", WORDS)
    for screen in (company.stage, company.zofia):
        quote = screen.results.get_by_role("listitem").filter(has_text=IN_GREEK)
        expect(quote).to_have_attribute("lang", "el")
        expect(screen.body).not_to_contain_text(SALES)
