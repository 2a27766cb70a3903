"""Organisations at an idea, from both sides: nobody gets a contact before both agreed on their own device."""

from playwright.sync_api import Locator, expect

from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.phone import Phone
from tests.cast import GIORGOS
from tests.factories import DEFINITION

IDEA = "We lend trainers to small companies"
SOURCE = DEFINITION.replace(
    "      - title: How can we work together\n", "      - title: How can we work together\n        takes_joins: true\n"
)


def revealed(house: House) -> Meeting:
    """One idea is before everybody."""
    meeting = house.live(GIORGOS, source=SOURCE)
    board_id = meeting.gathering.board().id
    meeting.step("Cooperation")
    meeting.host("open_board", board_id=board_id)
    post_id = meeting.suggest(GIORGOS, "Offer", IDEA)
    meeting.host("review_post", post_id=post_id, state="approved")
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    return meeting


def come(meeting: Meeting, devices: Devices) -> tuple[Phone, Locator]:
    phone = devices.phone()
    phone.come_in(meeting.code)
    return phone, phone.page.get_by_role("listitem").filter(has_text=IDEA).first


def join(idea: Locator, button: str, organisation: str, contact: str) -> None:
    idea.get_by_role("button", name=f"My organisation {button}").click()
    idea.get_by_label("Your organisation").fill(organisation)
    idea.get_by_label("Country, two letters (optional)").fill("pl")
    idea.get_by_label("How to reach you (optional)").fill(contact)
    idea.get_by_role("button", name=f"My organisation {button}").click()
    expect(idea).to_contain_text(f"{organisation} {button}.")


def test_two_sides_meet_and_exchange_contacts_when_both_want_it(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    elena, at_elena = come(meeting, devices)
    zofia, at_zofia = come(meeting, devices)
    join(at_elena, "can offer this", "Praca dla wszystkich", "elena@example.org")
    expect(at_zofia).to_contain_text("Offered by: Praca dla wszystkich, Poland")
    join(at_zofia, "wants this", "Szkoła", "zofia@example.org")
    at_elena.get_by_role("button", name="Exchange contacts with Szkoła").click()
    expect(at_elena).to_contain_text("Their contact comes when they agree too.")
    expect(at_zofia).to_contain_text("They would like to exchange contacts.")
    for phone in (elena, zofia):
        expect(phone.body).not_to_contain_text("Reach them")
    at_zofia.get_by_role("button", name="Exchange contacts with Praca dla wszystkich").click()
    expect(at_zofia).to_contain_text("Reach them: elena@example.org")
    expect(at_elena).to_contain_text("Reach them: zofia@example.org")


def test_a_join_can_be_changed_and_taken_back_by_keyboard(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    elena, at_elena = come(meeting, devices)
    at_elena.get_by_role("button", name="My organisation can offer this").focus()
    elena.page.keyboard.press("Enter")
    at_elena.get_by_label("Your organisation").focus()
    elena.page.keyboard.press("Enter")
    expect(at_elena).to_contain_text("Write the name of your organisation first.")
    elena.page.keyboard.type("Praca")
    elena.page.keyboard.press("Enter")
    expect(at_elena).to_contain_text("Praca can offer this.")
    at_elena.get_by_role("button", name="Take it back").focus()
    elena.page.keyboard.press("Enter")
    expect(at_elena.get_by_role("button", name="My organisation wants this")).to_be_visible()
    assert meeting.gathering.state(GIORGOS)["joins"] == {}
