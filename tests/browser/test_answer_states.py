"""An answer on its way: it is never called saved before it is, and never lost."""

import re
import time
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, expect

from facilitator.concurrency import listen
from facilitator.presenters.payloads import PollTopic
from tests.browser.cable import Cable
from tests.browser.devices import HANDHELD, PATIENCE_MS, Devices
from tests.browser.house import House, Meeting, keeping_house
from tests.cast import ELENA, MARIA

WAY = "How do you work"
NOT_SENT = "Not sent yet. Your answer is kept on this device. We keep trying."
TIMES_OUT_MS = 3_500
BREAKS = "(ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket)"


class Wired:
    """A phone in a live meeting whose first question is open, on a cable that the test has in hand."""

    def __init__(self, house: House, devices: Devices) -> None:
        self.meeting = house.live()
        self.poll_id = self.meeting.ask("way")
        device = devices.new(**HANDHELD)
        self.cable = Cable(device)
        self.phone = devices.phone(device)
        self.phone.page.clock.install()
        self.phone.come_in(self.meeting.code)
        expect(self.phone.heading).to_have_text(WAY)

    def arrives(self, answers: dict[str, int]) -> None:
        """Wait until the server has these answers, whatever the phone knows of it."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while self.stored() != answers:
            assert time.monotonic() < deadline, "it did not arrive"
            self.phone.page.wait_for_timeout(20)  # messages move through the cable meanwhile

    def stored(self) -> dict[str, int]:
        """What the server has."""
        return answers(self.meeting)


def answers(meeting: Meeting) -> dict[str, int]:
    """How many stored answers to the first question chose what."""
    topic = meeting.gathering.state(MARIA)["topics"][f"poll:{meeting.gathering.poll('way').id}"]
    results = cast("PollTopic", topic)["results"]
    assert results is not None
    return {row["label"]: row["count"] for row in results["rows"] if row["count"]}


@pytest.fixture
def wired(house: House, devices: Devices) -> Wired:
    return Wired(house, devices)


def test_an_answer_is_sending_until_the_server_has_it_and_then_saved_with_time_and_receipt(wired: Wired) -> None:
    phone = wired.phone
    wired.cable.hold("up")
    phone.answer("Alone")
    button = phone.page.get_by_role("button", name="Sending…")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()
    expect(phone.mark).to_have_text("Sending…")
    assert wired.stored() == {}
    wired.cable.release()
    expect(phone.mark).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    expect(phone.said).to_have_text("Answer saved.")
    expect(phone.page.get_by_role("button", name="Change my answer")).to_be_focused()
    assert wired.stored() == {"Alone": 1}
    phone.page.get_by_text("Receipt", exact=True).click()
    expect(phone.body).to_contain_text(re.compile(r"stored under the code [2-9A-Z]{4}-[2-9A-Z]{4}\."))


def test_an_answer_that_does_not_arrive_is_called_not_sent_and_goes_when_it_can(wired: Wired) -> None:
    phone = wired.phone
    wired.cable.hold("up")
    phone.answer("Alone")
    phone.page.clock.fast_forward(TIMES_OUT_MS)
    expect(phone.mark).to_have_text(NOT_SENT)
    expect(phone.said).to_have_text("Not sent yet, trying again.")
    assert wired.stored() == {}
    wired.cable.release()
    phone.is_saved()
    assert wired.stored() == {"Alone": 1}


def test_a_lost_acknowledgement_is_not_taken_for_one_and_counts_once(wired: Wired) -> None:
    phone = wired.phone
    wired.cable.hold("down")
    phone.answer("Alone")
    wired.arrives({"Alone": 1})
    phone.page.clock.fast_forward(TIMES_OUT_MS)
    expect(phone.mark).to_have_text(NOT_SENT)
    wired.cable.cut()
    wired.cable.mend()
    phone.page.clock.fast_forward(5_000)
    phone.is_saved()
    assert wired.stored() == {"Alone": 1}


def test_an_answer_that_arrives_after_the_close_is_refused_and_stays_in_sight(wired: Wired) -> None:
    phone = wired.phone
    wired.cable.hold("up")
    phone.answer("In a team")
    wired.meeting.host("close_poll", poll_id=wired.poll_id)
    expect(phone.body).to_contain_text("Voting is closed. Results come when the host shows them.")
    expect(phone.mark).to_have_text("Sending…")
    wired.cable.release()
    expect(phone.banner).to_contain_text("Voting closed before your answer arrived. It was not counted.")
    expect(phone.alarmed).to_have_text("Voting has closed; not counted.")
    lost = phone.page.get_by_role("region", name="What you had sent")
    expect(lost.get_by_role("listitem")).to_have_text("In a team")
    assert wired.stored() == {}
    phone.page.reload()
    expect(lost.get_by_role("listitem")).to_have_text("In a team")


def test_an_answer_that_was_not_sent_outlives_the_page(wired: Wired) -> None:
    phone = wired.phone
    wired.cable.hold("up")
    phone.answer("Alone")
    expect(phone.mark).to_have_text("Sending…")
    wired.cable.cut()
    wired.cable.mend()
    phone.page.reload()
    phone.is_saved()
    expect(phone.own_answer).to_have_text(["Alone"])
    assert wired.stored() == {"Alone": 1}


def test_a_reload_keeps_the_answer_and_what_is_half_chosen(wired: Wired) -> None:
    phone = wired.phone
    phone.answer("Alone")
    phone.is_saved()
    phone.page.reload()
    expect(phone.own_answer).to_have_text(["Alone"])
    phone.is_saved()
    phone.change()
    phone.choose("In a team")
    phone.page.reload()
    expect(phone.page.get_by_role("radio", name="In a team")).to_be_checked()
    assert wired.stored() == {"Alone": 1}
    phone.page.get_by_role("button", name="Keep what I sent").click()
    expect(phone.own_answer).to_have_text(["Alone"])


def test_a_new_question_moves_nobody_who_is_writing(house: House, devices: Devices) -> None:
    meeting = house.live()
    meeting.step("Barriers")
    meeting.ask("words")
    phone = devices.phone()
    phone.come_in(meeting.code)
    field = phone.page.get_by_label("Your answer", exact=True)
    field.fill("Half a sent")
    meeting.ask("barriers")
    expect(phone.banner).to_contain_text("A new question is open")
    expect(phone.said).to_have_text("A new question is open.")
    expect(field).to_be_focused()
    field.press_sequentially("ence")
    expect(field).to_have_value("Half a sentence")
    phone.go_to_it()
    expect(phone.heading).to_have_text("Which barriers matter")
    expect(phone.heading).to_be_focused()
    phone.page.get_by_role("navigation", name="Also here").get_by_role("button").click()
    expect(field).to_have_value("Half a sentence")


def test_offline_is_told_and_the_answer_goes_once_the_device_is_back(house: House, devices: Devices) -> None:
    devices.guard.expect(BREAKS)
    wired = Wired(house, devices)
    phone = wired.phone
    wired.cable.cut()
    phone.page.context.set_offline(True)
    phone.answer("Alone")
    phone.page.clock.fast_forward(5_500)
    expect(phone.banner).to_have_text("Reconnecting… Your answers are kept.")
    expect(phone.pill).to_have_text("Reconnecting…")
    expect(phone.mark).to_have_text(NOT_SENT)
    phone.page.clock.fast_forward(25_000)
    expect(phone.banner).to_contain_text("You are offline. Your answers are kept on this device")
    expect(phone.pill).to_have_text("Offline. Your answers are kept.")
    expect(phone.said).to_contain_text("You are offline.")
    expect(phone.page.get_by_role("button", name="Try now")).to_be_visible()
    assert wired.stored() == {}
    wired.cable.mend()
    phone.page.context.set_offline(False)
    phone.is_back()
    phone.is_saved()
    expect(phone.banner).to_have_count(0)
    assert wired.stored() == {"Alone": 1}


def test_without_websockets_everything_works_over_http(house: House, devices: Devices) -> None:
    devices.guard.expect("WebSocket")
    meeting = house.live()
    meeting.ask("way")
    device = devices.new(**HANDHELD)
    Cable(device).cut()
    phone = devices.phone(device)
    phone.open(meeting.code)
    phone.join()
    expect(phone.pill).to_have_text("Connected, updates every 2 seconds")
    expect(phone.heading).to_have_text(WAY)
    phone.answer("Alone")
    phone.is_saved()
    assert answers(meeting) == {"Alone": 1}
    host = devices.laptop()
    host.open(meeting.link(MARIA))
    expect(host.room).to_contain_text("1 of them on a slower way in, with updates every 2 seconds")
    host.press("Close voting", WAY)
    host.press("Show results on phones", WAY)
    expect(phone.line("Alone")).to_contain_text("100 %")


def test_a_second_tab_of_the_device_waits_until_it_is_wanted(house: House, devices: Devices) -> None:
    meeting = house.live()
    meeting.ask("way")
    device = devices.new(**HANDHELD)
    first, second = devices.phone(device), devices.phone(device)
    first.come_in(meeting.code)
    first.choose("Alone")
    second.open(meeting.code)
    expect(second.heading).to_have_text("This session is open in another tab")
    second.page.get_by_role("button", name="Use it here").click()
    expect(first.heading).to_have_text("This session is open in another tab")
    expect(second.page.get_by_role("radio", name="Alone")).to_be_checked()
    second.send()
    second.is_saved()
    first.page.get_by_role("button", name="Use it here").click()
    expect(first.own_answer).to_have_text(["Alone"])


def test_a_ticket_that_nobody_knows_any_more_is_told_and_the_way_back_is_offered(
    house: House, devices: Devices
) -> None:
    meeting = house.live()
    phone = devices.phone()
    phone.open(meeting.code)
    kept = '{"ticket": "p.AAAAAAAAAAAAAAAAAAAAAA", "unsent": []}'
    phone.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [f"facilitator:{meeting.code}", kept])
    phone.page.reload()
    expect(phone.heading).to_have_text("Join the session again")
    phone.page.get_by_role("button", name="Join again").click()
    phone.join("Trade union")
    phone.is_in()


@pytest.fixture
def port() -> int:
    """A port that is free at this moment."""
    with listen("127.0.0.1", 0) as listener:
        return int(listener.getsockname()[1])


def test_a_server_that_restarts_is_found_again_and_gets_what_was_sent_meanwhile(
    chromium: Browser, tmp_path: Path, port: int
) -> None:
    with keeping_house(tmp_path, port=str(port)) as house:
        devices = Devices(chromium, house.served.base)
        devices.guard.expect(BREAKS)
        meeting = house.live(ELENA)
        meeting.ask("way")
        phone, host = devices.phone(), devices.laptop()
        phone.come_in(meeting.code)
        host.open(meeting.link(MARIA))
        for page in (phone.page, host.page):  # what is still loading would be cut with the server
            page.wait_for_load_state("networkidle")
    expect(phone.pill).to_have_text("Reconnecting…")
    phone.answer("Alone")
    expect(phone.mark).to_have_text(NOT_SENT)
    with keeping_house(tmp_path, port=str(port)):
        phone.is_back()
        phone.is_saved()
        expect(host.pill).to_contain_text("Connected")
        expect(host.line_of(WAY, "Alone")).to_contain_text("100 %")
        assert answers(meeting) == {"Alone": 1}
        devices.put_away()
        devices.guard.judge()
