"""Results by group, from both sides: the host makes them once, the big screen and the phones show the same."""

from playwright.sync_api import expect

from tests.browser.devices import Devices
from tests.browser.house import House
from tests.cast import BIG_SCREEN, MARIA, Person


def test_groups_are_made_once_and_shown_where_the_host_wants_them(house: House, devices: Devices) -> None:
    people = [Person(name=f"Union {n}", group="trade-union") for n in range(12)]
    people += [Person(name=f"Service {n}", group="employment-service") for n in range(12)]
    meeting = house.live(*people)
    host, stage, phone = devices.laptop(), devices.projector(), devices.phone()
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    poll_id = meeting.ask("way")
    phone.come_in(meeting.code)
    for number, person in enumerate(people):
        meeting.answer(person, "way", "Alone" if number % 2 else "In a team")
    meeting.host("close_poll", poll_id=poll_id)
    host.page.get_by_role("button", name="Make results by group, once and for all").click()
    table = host.page.get_by_role("figure", name="By group: How do you work")
    expect(table.get_by_role("row").filter(has_text="Alone").get_by_role("cell")).to_have_text(
        ["12", "6 (50 %)", "6 (50 %)"]
    )
    host.page.get_by_role("button", name="Show groups on big screen").click()
    shown = stage.page.get_by_role("figure", name="By group: How do you work")
    expect(shown.get_by_role("row").filter(has_text="Trade union").get_by_role("cell")).to_have_text(["50 %", "50 %"])
    with phone.big_screen() as same:
        expect(same).not_to_contain_text("Trade union")
    host.page.get_by_role("button", name="Show results on phones").click()
    expect(host.page.get_by_role("button", name="Hide results from phones")).to_be_visible()
    host.page.get_by_role("button", name="Show groups on phones").click()
    expect(phone.page.locator("main")).to_contain_text("Groups with fewer than 5 answers are not shown.")
