"""Questions to the speakers, from who asks, who reviews, who wants to know too, the big screen and the speaker."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.devices import CALM, HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, MARIA, Person

COST, CHILDREN = "What did it cost?", "Who looked after the children?"
pytestmark = pytest.mark.timeout(300)
INES = Person(name="Ines Albuquerque-Speaker")


def asking(phone: Phone) -> Locator:
    """Where one asks the speaker, unfolded."""
    part = phone.page.locator("details").filter(has_text="Ask the speaker")
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def ask(phone: Phone, text: str) -> None:
    part = asking(phone)
    part.get_by_label("Your question to the speaker").fill(text)
    part.get_by_role("button", name="Send question").click()
    expect(part).to_contain_text("Sent. The host reviews questions before they appear.")


def others(phone: Phone) -> Locator:
    return asking(phone).get_by_role("region", name="Questions of others").get_by_role("listitem")


def mine(phone: Phone) -> Locator:
    return asking(phone).get_by_role("region", name="My questions").get_by_role("listitem")


def speaker_of(meeting: Meeting, devices: Devices, *, step: str) -> Locator:
    """A speaker's page, opened with a link for a step."""
    (item,) = [item for item in meeting.gathering.items() if item.title == step]
    meeting.gathering.trust(INES, role="speaker", item_id=item.id)
    page = devices.new(**HANDHELD, **CALM).new_page()
    page.goto(f"{devices.base}/enter#{meeting.link(INES)}")
    page.wait_for_url("**/speaker/**")
    return page.locator("main")


def test_a_question_goes_from_a_phone_over_the_host_to_everybody(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live()
    host = devices.laptop(devices.new(**LAPTOP, **CALM))
    elena, giorgos = (devices.phone(devices.new(**HANDHELD, **CALM)) for _ in range(2))
    host.open(meeting.link(MARIA))
    host.page.get_by_role("button", name="Open questions", exact=True).click()
    expect(host.told).to_have_text("People can ask the speakers. You review each question first.")
    for phone in (elena, giorgos):
        phone.come_in(meeting.code)
    ask(elena, COST)
    expect(mine(elena)).to_contain_text("Waiting for the host")
    expect(others(giorgos)).to_have_count(0)
    inspector.scan(elena.page, "asking")
    waiting = host.page.get_by_role("region", name="Questions that wait for you: 1")
    expect(waiting).to_contain_text(COST)
    inspector.scan(host.page, "a question waits")
    host.page.get_by_role("button", name=f"Approve “{COST}”").click()
    expect(mine(elena)).to_contain_text("Everybody can see it")
    want = others(giorgos).get_by_role("button", name="I want to know too, 0 people")
    expect(want).to_have_attribute("aria-pressed", "false")
    want.click()
    wanted = others(giorgos).get_by_role("button", name="I want to know too, 1 person")
    expect(wanted).to_have_attribute("aria-pressed", "true")
    expect(mine(elena)).to_contain_text("1 person")
    inspector.scan(giorgos.page, "wanting to know too")
    host.page.get_by_role("button", name=f"Answered “{COST}”").click()
    expect(mine(elena)).to_contain_text("Answered")
    expect(others(giorgos)).to_contain_text("1 person wanted to know too")
    expect(others(giorgos).get_by_role("button")).to_have_count(0)


def test_who_types_is_not_moved_by_questions_or_by_votes(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, GIORGOS)
    meeting.host("open_questions", reviewed=False)
    phone = devices.phone()
    phone.come_in(meeting.code)
    asking(phone).get_by_label("Your question to the speaker").fill("I am still wri")
    for text in (COST, CHILDREN):
        meeting.act(ELENA, "ask_question", text=text, language="en")
    expect(others(phone)).to_have_count(2)
    children = meeting.gathering.question(CHILDREN).id
    meeting.act(GIORGOS, "upvote_question", question_id=children, upvoted=True)
    expect(others(phone).last).to_contain_text("I want to know too, 1 person")
    expect(others(phone).first).to_contain_text(COST)
    meeting.ask("way")
    expect(phone.banner.filter(has_text="A new question is open")).to_be_visible()
    expect(asking(phone).get_by_label("Your question to the speaker")).to_be_focused()
    phone.page.get_by_role("button", name="Sort anew").click()
    expect(others(phone).first).to_contain_text(CHILDREN)
    phone.page.get_by_role("button", name="Newest").click()
    expect(others(phone)).to_contain_text([CHILDREN, COST])
    phone.page.reload()
    expect(asking(phone).get_by_label("Your question to the speaker")).to_have_value("I am still wri")


def test_a_question_is_withdrawn_after_a_second_tap_and_goes_from_every_screen(house: House, devices: Devices) -> None:
    meeting = house.live()
    meeting.host("open_questions", reviewed=False)
    elena, giorgos = devices.phone(), devices.phone()
    for phone in (elena, giorgos):
        phone.come_in(meeting.code)
    part = asking(elena)
    part.get_by_label("Your question to the speaker").fill(COST)
    part.get_by_role("button", name="Send question").click()
    expect(others(giorgos)).to_have_count(1)
    part.get_by_role("button", name="Withdraw", exact=True).click()
    part.get_by_role("button", name="Withdraw this question").click()
    expect(elena.said).to_have_text("Question withdrawn.")
    expect(mine(elena)).to_have_count(0)
    expect(others(giorgos)).to_have_count(0)


def test_without_a_connection_a_question_is_kept_until_it_arrives(house: House, devices: Devices) -> None:
    meeting = house.live()
    meeting.host("open_questions", reviewed=False)
    device = devices.new(**HANDHELD)
    phone = devices.phone(device)
    phone.come_in(meeting.code)
    part = asking(phone)
    devices.guard.expect("ERR_INTERNET_DISCONNECTED")
    device.set_offline(True)
    part.get_by_label("Your question to the speaker").fill(COST)
    part.get_by_role("button", name="Send question").click()
    expect(mine(phone)).to_contain_text("Not sent yet. Your question is kept on this device. We keep trying.")
    device.set_offline(False)
    expect(mine(phone)).to_contain_text("Everybody can see it", timeout=40_000)
    assert [q["text"] for q in meeting.gathering.state(MARIA)["questions"].values() if q] == [COST]


def test_the_big_screen_shows_pinned_questions_first_then_the_most_wanted(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live(ELENA, GIORGOS)
    meeting.host("open_questions", reviewed=False)
    for text in (COST, CHILDREN, "What would you do again?"):
        meeting.act(ELENA, "ask_question", text=text, language="en")
    children = meeting.gathering.question(CHILDREN).id
    meeting.act(GIORGOS, "upvote_question", question_id=children, upvoted=True)
    host, phone = devices.laptop(), devices.phone()
    stage = devices.projector(devices.new(**PROJECTOR, **CALM))
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    phone.come_in(meeting.code)
    host.page.get_by_role("button", name="On the big screen", exact=True).click()
    expect(stage.heading).to_have_text("Questions to the speakers")
    expect(stage.page.locator(".stage-asked li").first).to_contain_text(CHILDREN)
    host.page.get_by_role("button", name="Pin “What would you do again?”").click()
    expect(stage.page.locator(".stage-asked li").first).to_contain_text("What would you do again?")
    inspector.scan(stage.page, "questions on the big screen")
    with phone.big_screen() as picture:
        expect(picture.get_by_role("listitem").first).to_have_text("What would you do again?")
    meeting.host("answer_question", question_id=children, answered=True)
    expect(stage.page.locator(".stage-asked li")).to_have_count(2)


def test_what_was_asked_wanted_and_pinned_is_before_the_speaker_in_that_order(house: House, devices: Devices) -> None:
    meeting = house.live(GIORGOS)
    meeting.host("open_questions")
    host, elena, siobhan = devices.laptop(), devices.phone(), devices.phone()
    host.open(meeting.link(MARIA))
    main = speaker_of(meeting, devices, step="Barriers")
    for phone in (elena, siobhan):
        phone.come_in(meeting.code)
    ask(elena, COST)
    ask(siobhan, CHILDREN)
    for text in (COST, CHILDREN):
        meeting.host("review_question", question_id=meeting.gathering.question(text).id, state="approved")
    listed = main.get_by_role("listitem")
    expect(listed).to_contain_text([COST, CHILDREN])
    others(elena).get_by_role("button", name="I want to know too, 0 people").click()
    expect(listed).to_contain_text([f"{CHILDREN}1 person wants to know too", COST])
    host.page.get_by_role("button", name=f"Pin “{COST}”").click()
    expect(listed).to_contain_text([f"{COST}Pinned by the host", CHILDREN])
    mine(siobhan).get_by_role("button", name="Withdraw", exact=True).click()
    mine(siobhan).get_by_role("button", name="Withdraw this question").click()
    expect(listed).to_contain_text([COST])
    expect(listed).to_have_count(1)
    host.page.get_by_role("button", name=f"Answered “{COST}”").click()
    expect(main).to_contain_text("No question is waiting for an answer.")
    expect(main).to_contain_text("Answered: 1")
    host.page.keyboard.press("u")
    expect(listed).to_contain_text([f"{COST}Pinned by the host"])


def test_a_speaker_reads_the_questions_and_their_own_clock_and_can_do_nothing(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live(ELENA)
    meeting.host("open_questions")
    for text in (COST, CHILDREN):
        meeting.act(ELENA, "ask_question", text=text, language="en")
    meeting.host("review_question", question_id=meeting.gathering.question(COST).id, state="approved")
    main = speaker_of(meeting, devices, step="Barriers")
    expect(main.get_by_role("region", name="Questions for you: 1")).to_contain_text(COST)
    expect(main).not_to_contain_text(CHILDREN)
    clock = main.get_by_role("region", name="Your clock")
    expect(clock).to_contain_text("Now: Welcome")
    meeting.step("Barriers")
    expect(clock).to_contain_text(re.compile(r"(9:\d\d|10:00) left"))
    expect(clock).not_to_contain_text("Now:")
    expect(main.get_by_role("button")).to_have_count(0)
    inspector.scan(main.page, "a speaker's page")
    host = devices.laptop()
    host.open(meeting.link(MARIA))
    expect(host.room).to_contain_text(f"Speakers: {INES.name}")
    meeting.host("answer_question", question_id=meeting.gathering.question(COST).id, answered=True)
    expect(main.get_by_role("heading", level=2).last).to_have_text("Questions for you")
    expect(main).to_contain_text("Answered: 1")
