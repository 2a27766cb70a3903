"""Coming in: with a code, with a link, too early, too late, before a locked door, with too many tries."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from facilitator.domain.codes import spoken_code
from tests.browser.devices import HANDHELD, Devices
from tests.browser.house import House, keeping_house
from tests.cast import ELENA

NOT_FOUND = "404 "
SPELLINGS = ("{0}{1}", "{0}-{1}", " {0} {1} ", "{0}–{1}")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_code_may_be_typed_in_any_case_with_spaces_and_dashes(house: House, devices: Devices, spelling: str) -> None:
    meeting = house.lobby()
    phone = devices.phone()
    phone.type_code(spelling.format(meeting.code[:3], meeting.code[3:]).lower())
    expect(phone.page).to_have_url(f"{house.served.base}/j/{meeting.code}")
    expect(phone.heading).to_have_text("Balance in training")


def test_the_link_leads_to_the_room_with_two_taps_and_no_letter_typed(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    phone = devices.phone()
    phone.open(meeting.code)
    expect(phone.page.get_by_role("radio")).to_have_count(5)
    phone.join("Trade union")
    phone.is_in()
    expect(phone.heading).to_have_text("You are in")
    expect(phone.said).to_have_text("You have joined Balance in training.")


def test_a_link_in_small_letters_with_a_dash_leads_to_the_same_place(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    phone = devices.phone()
    phone.open(spoken_code(meeting.code).lower())
    expect(phone.page).to_have_url(f"{house.served.base}/j/{meeting.code}")


def test_the_group_is_asked_for_and_may_be_kept_back(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    phone = devices.phone()
    phone.open(meeting.code)
    phone.page.get_by_role("button", name="Join", exact=True).click()
    error = phone.page.locator("#group-error")
    expect(error).to_have_text("Choose your group, or “Prefer not to say”.")
    expect(phone.alarmed).to_have_text("Choose your group, or “Prefer not to say”.")
    expect(phone.page.get_by_role("radio").first).to_be_focused()
    phone.join("Prefer not to say")
    phone.is_in()


def test_a_wrong_code_is_named_and_can_be_corrected(house: House, devices: Devices) -> None:
    devices.guard.expect(NOT_FOUND)
    meeting = house.lobby()
    phone = devices.phone()
    phone.type_code("zzz-zzz")
    field = phone.page.get_by_label("Enter the session code")
    expect(phone.body).to_contain_text("We cannot find session ZZZ-ZZZ. Check the code on the screen.")
    expect(field).to_have_value("ZZZZZZ")
    expect(field).to_be_focused()
    field.fill(meeting.code)
    phone.page.get_by_role("button", name="Continue").click()
    expect(phone.heading).to_have_text("Balance in training")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("K7P", "3 characters are missing. The code has 6."),
        ("K7P4QMX", "The code has 6 characters. Check the code on the screen."),
        ("K7P4Q0", re.compile("A code has no 0. Check the code on the screen")),
    ],
)
def test_what_cannot_be_a_code_is_said_before_it_is_sent(
    devices: Devices, typed: str, says: str | re.Pattern[str]
) -> None:
    phone = devices.phone()
    phone.type_code(typed)
    expect(phone.page.locator("#code-error")).to_have_text(says)
    expect(phone.alarmed).to_have_text(says)
    expect(phone.page).to_have_url(re.compile(r"/$"))


def test_who_comes_too_early_sees_the_page_change_by_itself(house: House, devices: Devices) -> None:
    meeting = house.draft()
    phone = devices.phone()
    phone.page.clock.install()
    phone.open(meeting.code)
    expect(phone.body).to_contain_text("This page will change by itself.")
    expect(phone.page.get_by_role("link", name="Add to my calendar")).to_be_visible()
    expect(phone.page.get_by_role("button", name="Join")).to_have_count(0)
    meeting.host("open_doors")
    phone.page.clock.fast_forward(7_000)
    expect(phone.page.get_by_role("button", name="Join")).to_be_visible()


def test_a_locked_door_says_whom_to_ask_and_opens_by_itself(house: House, devices: Devices) -> None:
    meeting = house.live()
    meeting.host("lock_doors", locked=True)
    phone = devices.phone()
    phone.page.clock.install()
    phone.open(meeting.code)
    expect(phone.body).to_contain_text("The host has closed the door. Ask them to let you in.")
    meeting.host("lock_doors", locked=False)
    phone.page.clock.fast_forward(7_000)
    phone.join()
    phone.is_in()


def test_a_door_that_is_locked_between_the_two_taps_is_told(house: House, devices: Devices) -> None:
    devices.guard.expect("409 ")
    meeting = house.live()
    phone = devices.phone()
    phone.open(meeting.code)
    meeting.host("lock_doors", locked=True)
    phone.join()
    expect(phone.body).to_contain_text("The host has closed the door. Ask them to let you in.")


def test_a_locked_door_does_not_keep_out_who_is_in(house: House, devices: Devices) -> None:
    meeting = house.live()
    phone = devices.phone()
    phone.come_in(meeting.code)
    meeting.host("lock_doors", locked=True)
    phone.page.reload()
    phone.is_in()
    expect(phone.heading).to_have_text("Welcome")


def test_after_the_end_the_page_thanks_and_asks_nothing(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA)
    meeting.host("end_session", confirm="END")
    phone = devices.phone()
    phone.open(meeting.code)
    expect(phone.body).to_contain_text("The session has ended. Thank you to everybody who took part.")
    expect(phone.page.get_by_role("button", name="Join")).to_have_count(0)


def test_who_was_in_comes_back_after_the_end_to_thanks(house: House, devices: Devices) -> None:
    meeting = house.live()
    phone = devices.phone()
    phone.come_in(meeting.code)
    meeting.host("end_session", confirm="END")
    expect(phone.heading).to_have_text("Thank you")
    phone.page.reload()
    expect(phone.heading).to_have_text("Thank you")
    phone.page.get_by_role("button", name="Delete my data on this device").click()
    expect(phone.said).to_have_text("Your data was deleted from this device.")
    phone.page.reload()
    expect(phone.body).to_contain_text("Thank you to everybody who took part.")


def test_a_returning_device_goes_straight_in(house: House, devices: Devices) -> None:
    meeting = house.lobby()
    device = devices.new(**HANDHELD)
    phone = devices.phone(device)
    phone.come_in(meeting.code, "Trade union")
    phone.page.close()
    again = devices.phone(device)
    again.open(meeting.code)
    again.is_in()
    expect(again.heading).to_have_text("You are in")


def test_too_many_wrong_codes_have_to_wait_and_the_page_says_how_long(chromium: Browser, tmp_path: Path) -> None:
    with keeping_house(tmp_path) as house:
        devices = Devices(chromium, house.served.base)
        devices.guard.expect(NOT_FOUND, "429 ")
        phone = devices.phone()
        for number in range(30):
            answer = phone.page.request.get(f"{house.served.base}/api/door/ZZZZ{number // 5 + 2}{number % 5 + 2}")
            assert answer.status == 404
        phone.type_code("ZZZZZZ")
        expect(phone.body).to_contain_text(
            re.compile(r"Too many tries from this network\. Wait \d+ seconds? and try again\.")
        )
        devices.put_away()
        devices.guard.judge()


def test_without_a_connection_joining_says_that_nothing_was_sent(house: House, devices: Devices) -> None:
    devices.guard.expect("ERR_INTERNET_DISCONNECTED")
    meeting = house.lobby()
    phone = devices.phone()
    phone.open(meeting.code)
    phone.page.context.set_offline(True)
    phone.join()
    trouble = phone.page.locator("#join-trouble")
    expect(trouble).to_contain_text("You are offline. Nothing was sent.")
    phone.page.context.set_offline(False)
    phone.page.get_by_role("button", name="Join", exact=True).click()
    phone.is_in()
