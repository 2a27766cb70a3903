"""Chatham House mode from both sides: who turns it on, and everybody who is told. Devices and logs are searched."""

import pytest
from playwright.sync_api import expect

from tests.browser.control_room import ControlRoom
from tests.browser.devices import HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.ear import Ear
from tests.browser.house import House, Meeting
from tests.cast import ANDERS, BIG_SCREEN, ELENA, GIORGOS, MARIA, Person
from tests.factories import DEFINITION

INES = Person(name="Ines Albuquerque-Speaker")
CANARIES = ("Maria Kowalczyk", "Anders Lindqvist", "Canary Works", "Trade union", "canary@works.example")
CROWD = [Person(name=f"Union {n}", group="trade-union") for n in range(12)]
CROWD += [Person(name=f"Service {n}", group="employment-service") for n in range(12)]


@pytest.fixture
def meeting(house: House) -> Meeting:
    """Groups were published and shown, and an organisation has joined an idea."""
    made = house.live(*CROWD, ELENA, GIORGOS, source=_with_joins())
    way = made.ask("way")
    for number, person in enumerate(CROWD):
        made.answer(person, "way", "Alone" if number % 2 else "In a team")
    made.host("close_poll", poll_id=way)
    made.host("publish_groups", poll_id=way)
    for to in ("stage", "phones"):
        made.host("show_groups", poll_id=way, to=to, shown=True)
    board = made.gathering.board().id
    made.host("open_board", board_id=board)
    idea = made.suggest(ELENA, "Offer", "Mentors")
    made.host("review_post", post_id=idea, state="approved")
    made.host("reveal_board", board_id=board, revealed=True)
    words = {"organisation": "Canary Works", "country": "PL", "contact": "canary@works.example"}
    made.act(GIORGOS, "join_post", post_id=idea, side="want", **words)
    return made


def _with_joins() -> str:
    return DEFINITION.replace("        columns:", "        takes_joins: true\n        columns:", 1)


def heard(ears: dict[str, Ear]) -> dict[str, list[str]]:
    return {who: [canary for canary in CANARIES if ear.has_heard(canary)] for who, ear in ears.items()}


def on_results(host: ControlRoom, devices: Devices, meeting: Meeting) -> list[str]:
    """The canaries on the results page; the joined idea is there in any case."""
    host.page.goto(f"{devices.base}/results/{meeting.public_id}")
    cooperation = host.page.get_by_role("region", name="Who could work together")
    expect(cooperation).to_contain_text("1 wants it")
    text = host.page.get_by_role("main").inner_text()
    return [canary for canary in CANARIES if canary in text]


def test_who_comes_after_it_was_turned_on_hears_of_nobody(house: House, devices: Devices, meeting: Meeting) -> None:
    maria = devices.laptop()
    maria.open(meeting.link(MARIA))
    maria.page.get_by_role("button", name="Chatham House…").click()
    dialog = maria.page.get_by_role("dialog", name="Chatham House mode")
    expect(dialog).to_contain_text("What is forgotten does not come back.")
    dialog.get_by_role("button", name="Turn Chatham House mode on").click()
    expect(maria.page.get_by_text("Chatham House", exact=True)).to_be_visible()
    expect(maria.page.get_by_role("button", name="Chatham House…")).to_have_count(0)

    shapes = {"phone": HANDHELD, "stage": PROJECTOR, "host": LAPTOP}
    made = {name: devices.new(**shape) for name, shape in shapes.items()}
    ears = {name: Ear(device) for name, device in made.items()}
    phone, stage, anders = devices.phone(made["phone"]), devices.projector(made["stage"]), devices.laptop(made["host"])
    phone.open(meeting.code)
    expect(phone.body).to_contain_text("Chatham House mode. What is said here may be told, but not who said it.")
    expect(phone.page.get_by_role("radio")).to_have_count(0)
    phone.page.get_by_role("button", name="Join").click()
    phone.is_in()
    expect(phone.page.get_by_role("main")).to_contain_text("No names, organisations or groups are stored")
    stage.open(meeting.link(BIG_SCREEN))
    expect(stage.page.locator("body")).to_contain_text("Chatham House mode: nobody is named")
    anders.open(meeting.link(ANDERS))
    meeting.host("send_message", text="Everybody is here")
    for page in (phone.page, stage.page, anders.page):
        expect(page.get_by_role("main")).to_contain_text("Everybody is here")
    expect(anders.room).to_contain_text("A host")
    assert heard(ears) == {"phone": [], "stage": [], "host": []}
    assert on_results(anders, devices, meeting) == []
    log = house.log.read_text()
    assert [canary for canary in CANARIES if canary in log] == []


def test_everybody_who_is_there_is_told_at_once(devices: Devices, meeting: Meeting) -> None:
    maria, anders, phone, stage = devices.laptop(), devices.laptop(), devices.phone(), devices.projector()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    anders.open(meeting.link(ANDERS))
    meeting.gathering.trust(INES, role="speaker")
    speaker = devices.new(**HANDHELD).new_page()
    speaker.goto(f"{devices.base}/enter#{meeting.link(INES)}")
    maria.open(meeting.link(MARIA))
    says = {
        stage.page: "Chatham House mode: nobody is named",
        phone.page: "No names, organisations or groups are stored",
        speaker: "No names, organisations or groups are stored",
        anders.page: "Chatham House",
    }
    expect(speaker.locator("main")).to_contain_text("Questions for you")
    expect(stage.body).not_to_contain_text("Chatham House")
    maria.page.get_by_role("button", name="Chatham House…").click()
    maria.page.get_by_role("button", name="Turn Chatham House mode on").click()
    for page, words in says.items():
        expect(page.locator("body")).to_contain_text(words)
    expect(anders.page.get_by_role("button", name="Chatham House…")).to_have_count(0)
    expect(speaker.locator("body")).not_to_contain_text(INES.name)


def test_without_it_the_same_devices_hear_the_canaries(devices: Devices, meeting: Meeting) -> None:
    phone, host = devices.new(**HANDHELD), devices.new(**LAPTOP)
    ears = {"phone": Ear(phone), "host": Ear(host)}
    elsewhere, anders = devices.phone(phone), devices.laptop(host)
    elsewhere.come_in(meeting.code)
    anders.open(meeting.link(ANDERS))
    meeting.host("send_message", text="Everybody is here")
    for page in (elsewhere.page, anders.page):
        expect(page.get_by_role("main")).to_contain_text("Everybody is here")
    expect(anders.body).to_contain_text("Maria Kowalczyk")
    expect(anders.room).to_contain_text("Anders Lindqvist")
    assert heard(ears) == {
        "phone": ["Canary Works", "Trade union"],
        "host": ["Maria Kowalczyk", "Anders Lindqvist", "Canary Works", "Trade union"],
    }
    assert on_results(anders, devices, meeting) == ["Canary Works", "Trade union"]
