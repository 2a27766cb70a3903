"""Pulses, second rounds, hands, resets, forms and steps that own what they ask: from who does it and who sees it."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from facilitator.storage import sessions
from facilitator.storage.database import Work
from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA
from tests.factories import DEFINITION, POLLS

pytestmark = pytest.mark.timeout(300)
WAY, WORDS, BARRIERS = POLLS["way"], POLLS["words"], POLLS["barriers"]
OWN_WORDS = "In my own words: shifts"
AT_BARRIERS = "    title: Barriers\n    minutes: 10\n"
OWNING = DEFINITION.replace(AT_BARRIERS, AT_BARRIERS + "    opens_own: true\n    closes_own: true\n")
FORM = DEFINITION.replace(AT_BARRIERS, AT_BARRIERS + "    is_form: true\n")
LONG_BREAK = DEFINITION.replace("title: Break, minutes: 5", "title: Break, minutes: 15")
AGAIN = "The host has started this question again. Earlier answers do not count any more."


def host_of(meeting: Meeting, devices: Devices) -> ControlRoom:
    host = devices.laptop(devices.new(**LAPTOP, **CALM))
    host.open(meeting.link(MARIA))
    return host


def phone_in(meeting: Meeting, devices: Devices) -> Phone:
    phone = devices.phone(devices.new(**HANDHELD, **CALM))
    phone.come_in(meeting.code)
    return phone


def stage_of(meeting: Meeting, devices: Devices) -> BigScreen:
    stage = devices.projector(devices.new(**PROJECTOR, **CALM))
    stage.open(meeting.link(BIG_SCREEN))
    return stage


def second_card(host: ControlRoom) -> Locator:
    """The card of a second round."""
    return host.live.get_by_role("article").filter(has=host.page.get_by_text("Second round", exact=True))


def note_hands(host: ControlRoom, question: str, answer: str, count: int) -> None:
    card = host.card(question)
    card.get_by_text("Hands, start again").click()
    card.get_by_label(answer, exact=True).fill(str(count))
    card.get_by_role("button", name=f"Note “{answer}”").click()
    expect(host.told).to_have_text(f"Noted {count} hands.")


def start_again(host: ControlRoom, question: str) -> None:
    card = host.card(question)
    card.get_by_text("Hands, start again").click()
    card.get_by_role("button", name="Start the question again…").click()
    dialog = host.page.get_by_role("dialog", name="Start this question again")
    button = dialog.get_by_role("button", name="Start the question again")
    expect(button).to_have_attribute("aria-disabled", "true")
    dialog.get_by_label("Type RESET to start it again").fill("reset")
    button.click()
    expect(dialog).to_have_count(0)


def test_a_pulse_takes_two_keys_and_is_on_every_phone(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = house.live()
    host, elena, stage = host_of(meeting, devices), phone_in(meeting, devices), stage_of(meeting, devices)
    host.page.keyboard.press("p")
    inspector.scan(host.page, "choosing a pulse")
    host.page.keyboard.press("3")
    expect(host.told).to_have_text("A pulse is open: the pace.")
    expect(elena.heading).to_have_text("How is the pace?")
    expect(stage.heading).to_have_text("How is the pace?")
    elena.answer("Slower")
    elena.is_saved()
    expect(host.line_of("How is the pace?", "Slower").get_by_role("cell")).to_have_text(["1", "100 %"])
    expect(stage.body).to_contain_text("1 answer so far")
    host.page.keyboard.press("u")
    expect(host.card("How is the pace?")).to_contain_text("Closed")
    expect(elena.body).to_contain_text("Voting is closed.")


def test_digits_are_digits_while_a_host_writes(house: House, devices: Devices) -> None:
    meeting = house.live()
    host = host_of(meeting, devices)
    host.page.keyboard.press("p")
    host.page.get_by_label("Note to the room").fill("")
    host.page.get_by_label("Note to the room").press_sequentially("p 3 minutes")
    expect(host.page.get_by_label("Note to the room")).to_have_value("p 3 minutes")
    assert len(meeting.gathering.polls()) == 4


def test_a_second_round_stands_beside_the_first_on_every_screen(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live(GIORGOS)
    host, elena, stage = host_of(meeting, devices), phone_in(meeting, devices), stage_of(meeting, devices)
    meeting.ask("way")
    meeting.answer(GIORGOS, "way", "Alone")
    elena.answer("Alone")
    elena.is_saved()
    note_hands(host, WAY, "In a team", 4)
    host.press("Close voting", WAY)
    host.card(WAY).get_by_role("button", name="Make a second round").click()
    expect(second_card(host)).to_contain_text("Ready")
    second_card(host).get_by_role("button", name="Open voting").click()
    expect(elena.body).to_contain_text("You are asked a second time. Your first answer stays as it is.")
    expect(stage.body).to_contain_text("Second round")
    elena.answer("In a team")
    elena.is_saved()
    for screen in ("big screen", "phones"):
        second_card(host).get_by_role("button", name=f"Show results on {screen}").click()
        expect(second_card(host).get_by_role("button", name=f"Hide results from {screen}")).to_be_visible()
    for line in (second_card(host).get_by_role("row").filter(has_text="In a team"), elena.line("In a team")):
        expect(line.get_by_role("cell")).to_have_text(["1", "100 %", "0 (0 %), 4 hands", "0"])
    expect(stage.line("Alone").get_by_role("cell")).to_have_text(["0", "0 %", "2 (100 %)", "0"])
    expect(elena.results).to_contain_text("1 answer. First round: 2 answers, 4 hands.")
    inspector.scan(stage.page, "two rounds")
    inspector.scan(elena.page, "two rounds")
    inspector.scan(host.page, "two rounds")


def test_hands_are_told_apart_from_answers_everywhere(house: House, devices: Devices, inspector: Inspector) -> None:
    meeting = house.live()
    host, elena, stage = host_of(meeting, devices), phone_in(meeting, devices), stage_of(meeting, devices)
    meeting.ask("way")
    elena.answer("Alone")
    elena.is_saved()
    host.press("Show results on big screen", WAY)
    host.press("Show results on phones", WAY)
    note_hands(host, WAY, "In a team", 5)
    inspector.scan(host.page, "hands noted")
    expect(stage.line("In a team").get_by_role("cell")).to_have_text(["0", "0 %", "5"])
    expect(stage.body).to_contain_text("1 answer, 5 hands")
    expect(elena.line("Alone").get_by_role("cell")).to_have_text(["1", "100 %", "0"])
    expect(elena.results).to_contain_text("1 answer, 5 hands.")
    host.page.keyboard.press("u")
    expect(elena.results).to_contain_text("1 answer.")
    expect(stage.line("In a team").get_by_role("cell")).to_have_text(["0", "0 %"])


def test_who_answered_is_told_of_a_reset_and_gets_the_answer_back(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live()
    host, elena, giorgos = host_of(meeting, devices), phone_in(meeting, devices), phone_in(meeting, devices)
    meeting.ask("way")
    for phone, label in ((elena, "Alone"), (giorgos, "In a team")):
        phone.answer(label)
        phone.is_saved()
    start_again(host, WAY)
    for phone in (elena, giorgos):
        expect(phone.banner).to_contain_text(AGAIN)
        expect(phone.own_answer).to_have_count(0)
    expect(elena.page.get_by_role("button", name="Send answer")).to_be_visible()
    inspector.scan(elena.page, "started again")
    expect(host.card(WAY)).to_contain_text("0 of 2 people answered")
    elena.answer("In a team")
    elena.is_saved()
    host.card(WAY).get_by_role("button", name="Bring the answers back").click()
    expect(host.line_of(WAY, "In a team").get_by_role("cell")).to_have_text(["2", "100 %"])
    expect(giorgos.own_answer).to_have_text("In a team")
    expect(elena.own_answer).to_have_text("In a team")
    expect(giorgos.banner).to_have_count(0)


def test_a_form_is_one_page_whose_answers_are_saved_one_by_one(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live(source=FORM)
    host, elena = host_of(meeting, devices), phone_in(meeting, devices)
    meeting.step("Barriers")
    host.live.get_by_role("button", name="Open the form").click()
    expect(host.told).to_have_text("The form is open: Barriers.")
    inspector.scan(host.page, "a form")
    expect(elena.heading).to_have_text("Barriers")
    choice = elena.page.get_by_role("region", name=BARRIERS)
    words = elena.page.get_by_role("region", name=WORDS)
    expect(elena.body).to_contain_text("0 of 2 saved")
    inspector.scan(elena.page, "a form")
    words.get_by_label("Your answer", exact=True).fill(OWN_WORDS)
    choice.get_by_text("Care", exact=True).click()
    choice.get_by_role("button", name="Send answer").click()
    expect(choice).to_contain_text("Saved ")
    expect(elena.body).to_contain_text("1 of 2 saved")
    elena.page.reload()
    elena.is_back()
    expect(elena.body).to_contain_text("1 of 2 saved")
    expect(choice).to_contain_text("Saved ")
    expect(words.get_by_label("Your answer", exact=True)).to_have_value(OWN_WORDS)
    words.get_by_role("button", name="Send answer").click()
    expect(elena.body).to_contain_text("2 of 2 saved")
    expect(host.line_of(BARRIERS, "Care").get_by_role("cell")).to_have_text(["1", "100 %"])
    host.live.get_by_role("button", name="Close the form").click()
    for part in (choice, words):
        expect(part).to_contain_text("Voting is closed. Results come when the host shows them.")
    host.page.keyboard.press("u")
    expect(choice.get_by_role("button", name="Change my answer")).to_be_visible()


def test_a_step_opens_and_closes_its_own_and_moves_nobody_who_writes(house: House, devices: Devices) -> None:
    meeting = house.live(source=OWNING)
    host, elena, giorgos = host_of(meeting, devices), phone_in(meeting, devices), phone_in(meeting, devices)
    expect(host.next).to_contain_text("They open with the step. They close when the step is left.")
    host.launch()
    expect(elena.heading).to_have_text(BARRIERS)
    expect(host.card(WORDS)).to_contain_text("Open")
    elena.page.get_by_role("button", name=WORDS).click()
    elena.page.get_by_label("Your answer", exact=True).fill(OWN_WORDS)
    expect(host.next).to_contain_text("2 are still open. Launching closes them; what was sent is kept.")
    host.launch()
    expect(giorgos.heading).to_have_text("Break")
    expect(elena.heading).to_have_text(WORDS)
    expect(elena.body).to_contain_text("Voting closed before you sent this. It was not counted.")
    expect(elena.body).to_contain_text(OWN_WORDS)
    elena.go_to_it()
    expect(elena.heading).to_have_text("Break")
    host.run.get_by_role("button", name="Back to: Barriers").click()
    expect(host.card(WORDS)).to_contain_text("Closed")


def test_a_launch_by_mistake_is_undone_for_who_was_answering_and_for_what_was_opened(
    house: House, devices: Devices
) -> None:
    meeting = house.live(source=OWNING.replace("title: Welcome\n", "title: Welcome\n    closes_own: true\n"))
    host, elena, giorgos = host_of(meeting, devices), phone_in(meeting, devices), phone_in(meeting, devices)
    meeting.ask("way")
    elena.choose("Alone")
    host.launch()
    expect(giorgos.heading).to_have_text(BARRIERS)
    giorgos.choose("Care")
    expect(elena.body).to_contain_text("Voting closed before you sent this. It was not counted.")
    host.page.keyboard.press("u")
    expect(host.card(WAY)).to_contain_text("Open")
    expect(host.next).to_contain_text("They open with the step.")
    elena.send()
    elena.is_saved()
    expect(elena.own_answer).to_have_text(["Alone"])
    expect(giorgos.heading).to_have_text(WAY)
    host.launch()
    expect(giorgos.page.get_by_role("checkbox", name="Care")).to_be_checked()
    giorgos.send()
    giorgos.is_saved()
    expect(host.line_of(BARRIERS, "Care").get_by_role("cell")).to_have_text(["1", "100 %"])


def test_what_is_skipped_and_what_is_left_by_going_back_loses_nothing(house: House, devices: Devices) -> None:
    meeting = house.live()
    host, elena, stage = host_of(meeting, devices), phone_in(meeting, devices), stage_of(meeting, devices)
    meeting.step("Barriers")
    meeting.ask("barriers")
    elena.answer("Care", "Cost")
    elena.is_saved()
    host.run.get_by_role("button", name="Barriers", expanded=False).click()
    host.run.get_by_role("button", name="Skip the rest “Barriers”").click()
    expect(host.run.get_by_role("listitem", name="Barriers, left out")).to_be_visible()
    for screen in (elena, stage):
        expect(screen.heading).to_have_text("Break")
    host.run.get_by_role("button", name="Go to this step “Barriers”").click()
    expect(stage.heading).to_have_text(BARRIERS)
    expect(host.line_of(BARRIERS, "Cost").get_by_role("cell")).to_have_text(["1", "100 %"])
    expect(elena.own_answer).to_have_text(["Care", "Cost"])
    elena.change()
    elena.choose("Cost")
    host.run.get_by_role("button", name="Back to: Welcome").click()
    expect(elena.banner.first).to_contain_text("The session has moved on")
    expect(host.run.get_by_role("listitem", name=re.compile("^Barriers, ahead, 0 of 10 minutes"))).to_be_visible()
    elena.send()
    elena.is_saved()
    host.launch()
    expect(host.line_of(BARRIERS, "Cost").get_by_role("cell")).to_have_text(["0", "0 %"])
    expect(elena.own_answer).to_have_text(["Care"])


def minutes_ago(meeting: Meeting, minutes: int) -> None:
    """The session began so long ago, as planned, and is in its first step still."""

    def earlier(work: Work) -> None:
        session = sessions.find(work, meeting.gathering.session_id)
        item = sessions.agenda(work, meeting.gathering.session_id)[0]
        assert session is not None
        assert item.started_at is not None
        item.started_at -= timedelta(minutes=minutes)
        session.planned_start_at = item.started_at

    meeting.gathering.write(earlier)


def test_a_host_accepts_a_way_to_catch_up_with_one_key_and_the_other_host_sees_it(
    house: House, devices: Devices, inspector: Inspector
) -> None:
    meeting = house.live(source=LONG_BREAK)
    minutes_ago(meeting, 8)
    host, anders = host_of(meeting, devices), devices.laptop(devices.new(**LAPTOP, **CALM))
    anders.open(meeting.link(ANDERS))
    ways = host.run.get_by_role("region", name="To catch up").get_by_role("button")
    expect(ways).to_have_count(2)
    expect(ways.first).to_contain_text("Shorten the break by 3 minutes")
    expect(ways.last).to_contain_text("Leave out question 4, “In your own words”, which saves 5 minutes")
    inspector.scan(host.page, "behind the plan")
    host.page.keyboard.press("y")
    expect(host.told).to_have_text("Took off 3 minutes.")
    expect(anders.run).to_contain_text("12 minutes")
    expect(ways).to_have_count(0)
    host.page.keyboard.press("u")
    ways.last.click()
    expect(host.told).to_contain_text("Left out: In your own words")
    anders.launch()
    expect(anders.card(WORDS)).to_contain_text("Left out")
    anders.card(WORDS).get_by_role("button", name="Put it back").click()
    expect(host.card(WORDS)).to_contain_text("Ready")


def test_a_pulse_is_asked_by_pointer_too_and_answered_with_one_tick(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA)
    host = host_of(meeting, devices)
    host.page.get_by_role("button", name="Pulse…").click()
    host.page.get_by_role("button", name="I am lost").click()
    expect(host.card("Did you lose the thread?")).to_be_visible()
    meeting.answer(ELENA, "Did you lose the thread?", "I am lost")
    expect(host.card("Did you lose the thread?")).to_contain_text("1 answer")
