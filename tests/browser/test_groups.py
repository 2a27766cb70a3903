"""Results by group, from both sides: the host makes them once, the big screen and the phones show the same."""

from playwright.sync_api import expect

from tests.browser.devices import Devices
from tests.browser.house import House
from tests.cast import BIG_SCREEN, MARIA, Person
from tests.kinds import DEFINITION as KINDS

MOVE = "Could it move"


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


def test_a_practice_is_told_by_the_groups_of_its_adopters_and_small_groups_by_nobody(
    house: House, devices: Devices
) -> None:
    sizes = {"trade-union": 12, "employment-service": 12, "large-employer": 3, "training-provider": 2}
    people = [Person(name=f"{group} {n}", group=group) for group, size in sizes.items() for n in range(size)]
    meeting = house.live(*people, source=KINDS)
    host, stage, phone = devices.laptop(), devices.projector(), devices.phone()
    host.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    phone.come_in(meeting.code)
    poll_id = meeting.ask(MOVE)
    for number, person in enumerate(people):
        could = "With changes" if person.group == "trade-union" and number % 2 else "No"
        meeting.answer(person, MOVE, "Yes", could, "A partner in town" if number == 1 else "")
    meeting.host("close_poll", poll_id=poll_id)
    for to in ("stage", "phones"):
        meeting.host("show_results", poll_id=poll_id, to=to, shown=True)
    expect(host.card(MOVE)).to_contain_text("Results are on the big screen and phones.")
    host.page.get_by_role("button", name="Make results by group, once and for all").click()
    for to in ("big screen", "phones"):
        host.page.get_by_role("button", name=f"Show groups on {to}").click()
        expect(host.page.get_by_role("button", name=f"Hide groups from {to}")).to_be_visible()
    sentence = "Trade union, “With changes”: 5 to 6. Everybody: 21 %."
    for screen in (host.live, stage.page.get_by_role("main"), phone.page.get_by_role("main")):
        expect(screen).to_contain_text(sentence)
        for group in ("Large employer", "Training provider"):
            expect(screen).not_to_contain_text(group)
    table = phone.page.get_by_role("figure", name=f"By group: {MOVE}")
    expect(table).to_contain_text("5 people answered in other groups or in none.")
    expect(table.get_by_role("columnheader")).to_contain_text(["Answer", "All (29)", "Trade union (12)"])
    expect(table.get_by_role("row").filter(has_text="With changes").get_by_role("cell")).to_have_text(
        ["6", "5 to 6", "fewer than 5"]
    )
    expect(phone.results.first).to_contain_text("A partner in town")
