"""Organisations at an idea, from both sides: nobody gets a contact before both agreed on their own device."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.devices import HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.ear import Ear
from tests.browser.house import House, Meeting
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA
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
    idea.get_by_label("Country (optional)").select_option("PL")
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


def test_no_device_is_told_a_contact_before_both_agreed_and_then_no_third_one(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    meeting.gathering.admit(ELENA)
    post_id = meeting.gathering.post(IDEA).id
    about = {"post_id": post_id, "country": "GR", "organisation": "Praca", "contact": "elena@example.org"}
    meeting.act(ELENA, "join_post", side="offer", **about)
    made = {"zofia": HANDHELD, "other": HANDHELD, "host": LAPTOP, "stage": PROJECTOR}
    at = {who: devices.new(**shape) for who, shape in made.items()}
    ears = {who: Ear(device) for who, device in at.items()}
    zofia, other = devices.phone(at["zofia"]), devices.phone(at["other"])
    host, stage = devices.laptop(at["host"]), devices.projector(at["stage"])
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    other.come_in(meeting.code)
    zofia.come_in(meeting.code)
    idea = zofia.page.get_by_role("listitem").filter(has_text=IDEA).first
    join(idea, "wants this", "Szkoła", "zofia@example.org")
    for page in (other.page, host.page):
        expect(page.locator("main")).to_contain_text("Szkoła")
    idea.get_by_role("button", name="Exchange contacts with Praca").click()
    expect(idea).to_contain_text("Their contact comes when they agree too.")
    assert [who for who, ear in ears.items() if ear.has_heard("elena@example.org")] == []
    (own,) = meeting.gathering.state(ELENA)["me"]["joins"].values()  # type: ignore[index]
    agreed = {"post_id": post_id, "with_join_id": own["partners"][0]["join_id"], "agreed": True}
    meeting.act(ELENA, "agree_contact", **agreed)
    expect(idea).to_contain_text("Reach them: elena@example.org")
    meeting.host("send_message", text="Everybody is here")
    for page in (other.page, host.page, stage.page):
        expect(page.locator("main")).to_contain_text("Everybody is here")
    assert [who for who, ear in ears.items() if ear.has_heard("elena@example.org")] == ["zofia"]
    assert [who for who, ear in ears.items() if ear.has_heard("zofia@example.org")] == ["zofia"]


def test_hosts_show_who_could_work_together_with_the_reason_and_what_to_discuss(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    meeting.gathering.admit(ELENA, JURGEN)
    ask = meeting.suggest(JURGEN, "Ask", "Who has rooms on the coast?")
    meeting.host("review_post", post_id=ask, state="approved")
    post_id = meeting.gathering.post(IDEA).id
    for person, side, organisation, country in (
        (ELENA, "offer", "Praca", "PL"),
        (JURGEN, "want", "Handwerk", "DE"),
    ):
        words = {"organisation": organisation, "country": country, "contact": None}
        meeting.act(person, "join_post", post_id=post_id, side=side, **words)
    host, stage = devices.laptop(), devices.projector()
    phone, _ = come(meeting, devices)
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    desk = host.page.get_by_role("region", name="Who could work together")
    reason = "One offers what the other wants; from Poland and Germany; different kinds of organisation"
    expect(desk.locator(".quote + .matches > li")).to_have_text([f"Praca with Handwerk{reason}"])
    expect(desk.locator(".quote:has(+ .matches)")).to_have_text([IDEA])
    expect(desk).to_contain_text("Asks that nobody offers to answerWho has rooms on the coast?")
    expect(desk).to_contain_text(f"To discuss first{IDEA}")
    with phone.big_screen() as picture:
        expect(picture).not_to_contain_text("Praca with Handwerk")
    desk.get_by_role("button", name="Suggestions on big screen").click()
    expect(stage.heading).to_have_text("Who could work together")
    expect(stage.page.locator(".stage-matches__list li")).to_have_text([f"Praca with Handwerk{reason}"])
    with phone.big_screen() as picture:
        expect(picture.locator(".matches li")).to_contain_text([reason])
    host.page.keyboard.press("u")
    expect(stage.body).not_to_contain_text("Praca with Handwerk")


def test_a_join_can_be_changed_and_taken_back_by_keyboard(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    elena, at_elena = come(meeting, devices)
    at_elena.get_by_role("button", name="My organisation can offer this").focus()
    elena.page.keyboard.press("Enter")
    at_elena.get_by_label("How to reach you (optional)").focus()
    elena.page.keyboard.press("Enter")
    expect(elena.alarmed).to_have_text("Write the name of your organisation first.")
    expect(at_elena.get_by_label("Your organisation")).to_be_focused()
    expect(at_elena.get_by_label("Your organisation")).to_have_accessible_description(
        re.compile("^Write the name of your organisation first.")
    )
    elena.page.keyboard.type("Praca")
    elena.page.keyboard.press("Enter")
    expect(at_elena).to_contain_text("Praca can offer this.")
    at_elena.get_by_role("button", name="Take it back").focus()
    elena.page.keyboard.press("Enter")
    expect(at_elena.get_by_role("button", name="My organisation wants this")).to_be_visible()
    assert meeting.gathering.state(GIORGOS)["joins"] == {}


def test_the_form_says_where_the_name_goes_and_that_no_file_holds_the_contact(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    _, idea = come(meeting, devices)
    idea.get_by_role("button", name="My organisation can offer this").click()
    expect(idea.get_by_label("Your organisation")).to_have_accessible_description(
        "Everybody sees the name, and the organiser takes it away with the results."
    )
    expect(idea.get_by_label("How to reach you (optional)")).to_have_accessible_description(
        "Shown to nobody until you and the other side both agree. It is in no file."
    )


def test_in_chatham_house_mode_an_organisation_joins_without_its_name(house: House, devices: Devices) -> None:
    meeting = revealed(house)
    _, at_elena = come(meeting, devices)
    _, at_zofia = come(meeting, devices)
    meeting.host("set_chatham", on=True)
    for idea, button in ((at_elena, "can offer this"), (at_zofia, "wants this")):
        idea.get_by_role("button", name=f"My organisation {button}").click()
        expect(idea).to_contain_text("it is kept that an organisation joins, and not which one")
        expect(idea.get_by_role("textbox")).to_have_count(0)
        idea.get_by_role("button", name=f"My organisation {button}").click()
        expect(idea).to_contain_text(f"Your organisation {button}.")
    expect(at_elena).to_contain_text("Wanted by: 1 organisation")
    expect(at_elena.get_by_role("button", name="Exchange contacts")).to_have_count(0)
